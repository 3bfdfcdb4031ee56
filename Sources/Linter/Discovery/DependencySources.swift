import HashProbe
import SwiftParser

/// Where the sources of a package's dependencies lie: what was checked out for it, and what its manifest names by path.
enum DependencySources {
  /// The folders, sorted; those of packages that were not resolved yet are not there.
  ///
  /// - Parameter root: The package's directory, absolute and without links.
  static func folders(ofPackage root: String) -> [String] {
    var folders: Set<String> = []
    let checkouts = root + "/.build/checkouts"
    if isDirectory(checkouts) { folders.insert(checkouts) }
    // Packages by path may name others in the same way.
    var pending = [root]
    var seen: Set<String> = [root]
    while let package = pending.popLast(), seen.count < limit {
      for path in localPaths(ofPackage: package) {
        let spelled = path.hasPrefix("/") ? path : package + "/" + path
        guard let folder = try? canonicalPath(spelled), isDirectory(folder), seen.insert(folder).inserted
        else { continue }
        folders.insert(folder)
        pending.append(folder)
      }
    }
    return folders.filter { !PathText.isInside(root, $0) }.sorted()
  }

  /// How many packages by path are followed.
  private static let limit = 100

  private static func localPaths(ofPackage root: String) -> [String] {
    guard let bytes = try? contents(of: root + "/Package.swift", limit: 1 << 20),
      BracketRun.excess(in: bytes) == nil
    else { return [] }
    return PackageLayout.localDependencies(in: bytes.withUnsafeBufferPointer { Parser.parse(source: $0) })
  }

  private static func isDirectory(_ path: String) -> Bool {
    (try? FileStatus(of: path))?.kind == .directory
  }
}

extension Pipeline {
  /// The index with what dependencies declare under some names, and whatever that rests on; `nil`: there is nothing.
  package func index(_ run: IndexRun, addingFromDependencies names: Set<String>) -> IndexRun? {
    let roots = Set(
      self.request.paths.compactMap { path -> String? in
        let spelled = path.hasPrefix("/") ? path : self.request.workingDirectory + "/" + path
        guard let canonical = try? canonicalPath(spelled) else { return nil }
        return LintScope.packageRoot(above: canonical)
      })
    let folders = Set(roots.flatMap(DependencySources.folders))
    guard !folders.isEmpty, !names.isEmpty else { return nil }
    var request = self.request
    request.paths = folders.sorted()
    request.exclude = []
    var question = IndexQuestion()
    question.names = names
    let clock = ContinuousClock()
    let start = clock.now
    let pipeline = Pipeline(request)
    let sources = pipeline.readRelevant(pipeline.find(), for: question)
    let middle = clock.now
    let own = run.index.projectSummaries
    let paths = Set(own.map(\.path))
    let added = sources.summaries.filter { summary in
      !paths.contains(summary.path) && summary.module.map { !$0.hasSuffix("Tests") } == true
    }
    var whole = run
    whole.index = DeclarationIndex(own + added)
    whole.parsed += sources.parsed
    whole.reading += middle - start
    whole.indexing += clock.now - middle
    return whole
  }
}
