import Synchronization

/// The files of a run.
///
/// A decision about one file rests on declarations in others. So that `lint FILE` decides as `lint DIR` does, every
/// path brings along the package it lies in: the nearest directory upward with a `Package.swift`, looked for no
/// further than the root of the repository. Where there is none, the index covers the named directory, or the
/// directory of the named file. What is excluded is not linted, and read for its declarations all the same.
struct LintScope {
  /// Sorted by path.
  let linted: [SourcePath]
  /// Of the named paths; what cannot be read around them does not concern the person who named them.
  let problems: [LintProblem]
  private let paths: [String]
  /// Where the file lies that an editor has not saved yet.
  private let unsavedFolder: String?
  private let workingDirectory: String
  private let hasExclusions: Bool
  private let pool: WorkerPool
  private let around = Around()

  /// Files that would be linted but belong to other shards.
  private let others: [SourcePath]

  init(
    paths: [String], workingDirectory: String, excluding excluded: IgnoreFiles = IgnoreFiles(),
    unsaved: (path: String, bytes: [UInt8])? = nil, shard: Shard = .whole, pool: WorkerPool = WorkerPool()
  ) {
    self.paths = paths
    self.pool = pool
    unsavedFolder = unsaved.map { unsaved in
      let discovery = SourceDiscovery(workingDirectory: workingDirectory)
      return PathText.parent(of: discovery.path(ofUnsaved: unsaved.path, unsaved.bytes).canonical)
    }
    self.workingDirectory = workingDirectory
    hasExclusions = !excluded.isEmpty
    var named = SourceDiscovery(workingDirectory: workingDirectory, excluding: excluded, pool: pool)
    for path in paths { named.add(path) }
    if let unsaved { named.add(unsaved: unsaved.path, unsaved.bytes) }
    let files = named.files
    linted = shard.count == 1 ? files : files.filter { shard.contains($0.shown) }
    others = shard.count == 1 ? [] : files.filter { !shard.contains($0.shown) }
    problems = named.problems.filter { shard.contains($0.path) }
  }

  /// The paths of all shards' files as they are reported.
  var shown: [String] { (linted + others).map(\.shown) }

  /// The files around the linted ones, which are read for their declarations alone; walked for when first asked for.
  func beside() -> [SourcePath] {
    around.paths.withLock { known in
      let paths = known ?? findBeside()
      known = paths
      return paths
    }
  }

  private func findBeside() -> [SourcePath] {
    var around = SourceDiscovery(workingDirectory: workingDirectory, pool: pool)
    for root in roots() { around.add(root) }
    let named = Set((linted + others).map(\.canonical))
    return others + around.files.filter { !named.contains($0.canonical) }
  }

  /// The directories whose declarations the index needs besides those of the named files.
  private func roots() -> [String] {
    var roots: Set<String> = []
    if let unsavedFolder { roots.insert(Self.packageRoot(above: unsavedFolder) ?? unsavedFolder) }
    for path in paths {
      let spelled = path.hasPrefix("/") ? path : workingDirectory + "/" + path
      guard let canonical = try? canonicalPath(spelled), let status = try? FileStatus(of: canonical) else {
        continue
      }
      let isDirectory = status.kind == .directory
      let directory = isDirectory ? canonical : PathText.parent(of: canonical)
      let root = Self.packageRoot(above: directory) ?? directory
      // A directory that was walked whole is not walked again.
      if !isDirectory || root != canonical || hasExclusions { roots.insert(root) }
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

/// The files around the linted ones, once somebody has asked for them: the states of files and their bytes are both of these.
private final class Around: Sendable {
  let paths = Mutex<[SourcePath]?>(nil)
}
