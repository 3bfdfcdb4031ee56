/// The files of a run.
///
/// A decision about one file rests on declarations in others. So that `lint FILE` decides as `lint DIR` does, every
/// path brings along the package it lies in: the nearest directory upward with a `Package.swift`, looked for no
/// further than the root of the repository. Where there is none, the index covers the named directory, or the
/// directory of the named file.
struct LintScope {
  struct File: Sendable {
    var path: SourcePath
    /// Named by a path; otherwise it is read for its declarations alone.
    var isLinted: Bool
    /// The package target it belongs to.
    var module: String?
  }

  /// Sorted by path.
  private(set) var files: [File]
  /// Of the named paths; what cannot be read around them does not concern the person who named them.
  private(set) var problems: [LintProblem]

  init(paths: [String], workingDirectory: String) {
    var named = SourceDiscovery(workingDirectory: workingDirectory)
    for path in paths { named.add(path) }

    var around = SourceDiscovery(workingDirectory: workingDirectory)
    for root in Self.roots(around: named, paths, workingDirectory) { around.add(root) }

    let linted = Set(named.files.map(\.canonical))
    let beside = around.files.filter { !linted.contains($0.canonical) }
    let modules = ModuleMap(manifestsAmong: named.files.map(\.canonical) + beside.map(\.canonical))
    files = (named.files.map { ($0, true) } + beside.map { ($0, false) })
      .map { File(path: $0, isLinted: $1, module: modules.module(ofFile: $0.canonical)) }
      .sorted { PathText.precedes($0.path.shown, $1.path.shown) }
    problems = named.problems
  }

  /// The directories whose declarations the index needs besides those of the named files.
  private static func roots(
    around named: SourceDiscovery, _ paths: [String], _ workingDirectory: String
  ) -> [String] {
    var roots: Set<String> = []
    for path in paths {
      let spelled = path.hasPrefix("/") ? path : workingDirectory + "/" + path
      guard let canonical = try? canonicalPath(spelled), let status = try? FileStatus(of: canonical) else {
        continue
      }
      let directory = status.kind == .directory ? canonical : PathText.parent(of: canonical)
      if let package = packageRoot(above: directory) {
        roots.insert(package)
      } else if status.kind != .directory {
        roots.insert(directory)
      }
    }
    // A root inside another one is walked with it.
    return roots.filter { root in !roots.contains { $0 != root && PathText.isInside(root, $0) } }.sorted()
  }

  /// The nearest directory upward from and including `directory` that holds a `Package.swift`.
  static func packageRoot(above directory: String) -> String? {
    var place = directory
    while true {
      if (try? FileStatus(of: place + "/Package.swift"))?.kind == .file { return place }
      if place == "/" || (try? FileStatus(of: place + "/.git")) != nil { return nil }
      place = PathText.parent(of: place)
    }
  }
}
