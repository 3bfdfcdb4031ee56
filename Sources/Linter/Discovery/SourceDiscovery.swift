/// Finds the Swift files that paths lead to, each of them once.
///
/// A directory is walked, a file is taken as given. A walk leaves out what tools have built or fetched. It does not
/// follow a symbolic link to a directory: what lies inside the tree is met under its own name, and what lies outside
/// does not belong to it. A link to a file is followed where the file lies inside the tree. What `.gitignore` files say
/// holds for what is met on the way, and never for what somebody has named.
struct SourceDiscovery {
  /// Directories of build products, fetched code and version control, in which no walk looks.
  static let leftOut: Set<String> = [
    ".build", ".git", ".hg", ".svn", ".swiftpm", "Carthage", "DerivedData", "Pods", "node_modules",
  ]

  private let workingDirectory: String
  private let canonicalWorkingDirectory: String
  private let pool: WorkerPool
  private var found: [FoundFile] = []
  /// Whether a file may have been found twice: after links, and where several paths were named.
  private var mayRepeat = false
  private var isFirst = true
  private(set) var problems: [LintProblem] = []
  /// What the rules file and the command line leave out.
  private let excluded: IgnoreFiles

  /// - Parameters:
  ///   - workingDirectory: Absolute.
  ///   - excluded: Left out of walks beside what `.gitignore` files say.
  init(
    workingDirectory: String, excluding excluded: IgnoreFiles = IgnoreFiles(), pool: WorkerPool = WorkerPool()
  ) {
    self.workingDirectory = workingDirectory
    self.pool = pool
    self.excluded = excluded
    canonicalWorkingDirectory = (try? canonicalPath(workingDirectory)) ?? workingDirectory
  }

  /// A file, and whether the way to it was a symbolic link.
  struct FoundFile: Sendable {
    var path: SourcePath
    var isLink: Bool
  }

  /// All that was found, sorted by path.
  var files: [SourcePath] {
    let paths = mayRepeat ? Array(Self.single(found)) : found.map(\.path)
    return paths.sorted { PathText.precedes($0.shown, $1.shown) }
  }

  /// Each file once; of two ways to it, the one without a link counts.
  private static func single(_ found: [FoundFile]) -> some Sequence<SourcePath> {
    var byPath: [String: FoundFile] = [:]
    for file in found {
      if let known = byPath[file.path.canonical] {
        let isBetter =
          known.isLink == file.isLink
          ? PathText.precedes(file.path.shown, known.path.shown) : known.isLink
        guard isBetter else { continue }
      }
      byPath[file.path.canonical] = file
    }
    return byPath.values.lazy.map(\.path)
  }

  /// Adds what a path that somebody named leads to.
  mutating func add(_ named: String) {
    noteAnother()
    guard let place = locate(named) else { return }
    switch place.status.kind {
    case .directory:
      walk(place.canonical, shown: place.shown)
    case .file:
      insert([
        FoundFile(path: SourcePath(shown: place.shown, canonical: place.canonical), isLink: place.isLink)
      ])
    case .link, .other:
      problems.append(LintProblem(path: place.shown, .notAFile))
    }
  }

  /// Adds a file by what an editor has not saved yet; on disk there need be none.
  mutating func add(unsaved named: String, _ bytes: [UInt8]) {
    noteAnother()
    insert([FoundFile(path: path(ofUnsaved: named, bytes), isLink: false)])
  }

  func path(ofUnsaved named: String, _ bytes: [UInt8]) -> SourcePath {
    let spelled = PathText.absolute(named, in: canonicalWorkingDirectory)
    let folder = PathText.parent(of: spelled)
    let canonical =
      (try? canonicalPath(spelled))
      ?? PathText.join((try? canonicalPath(folder)) ?? folder, String(PathText.name(of: spelled)))
    return SourcePath(
      shown: PathText.relative(canonical, to: canonicalWorkingDirectory), canonical: canonical,
      unsaved: bytes)
  }

  /// What a path that somebody named is, and how it is shown.
  private mutating func locate(
    _ named: String
  ) -> (shown: String, canonical: String, status: FileStatus, isLink: Bool)? {
    let spelled = named.hasPrefix("/") ? named : workingDirectory + "/" + named
    do {
      let status = try FileStatus(of: spelled)
      let isLink = try FileStatus(of: spelled, followingLinks: false).kind == .link
      let canonical = try canonicalPath(spelled)
      return (shown(named, canonical: canonical, status: status), canonical, status, isLink)
    } catch {
      problems.append(.unreachable(error, at: spelled, shown: named.isEmpty ? "''" : named))
      return nil
    }
  }

  /// The named path as text where that leads to the same place, without links otherwise (`link/../A.swift`).
  private func shown(_ named: String, canonical: String, status: FileStatus) -> String {
    let text = PathText.absolute(named, in: workingDirectory)
    if PathText.isInside(text, workingDirectory), let there = try? FileStatus(of: text),
      there.isSame(as: status)
    {
      return PathText.relative(text, to: workingDirectory)
    }
    return PathText.relative(canonical, to: canonicalWorkingDirectory)
  }

  /// Walks level by level, the folders of one level in parallel: what takes the time is the system's.
  private mutating func walk(_ root: String, shown: String) {
    var level = [FolderWalker.Folder(path: root, shown: shown, ignored: IgnoreFiles.around(root))]
    let walker = FolderWalker(excluded: excluded, root: root)
    while !level.isEmpty {
      let visits = level.count == 1 ? [walker.visit(level[0])] : pool.map(level) { walker.visit($0) }
      level = visits.flatMap(\.folders)
      for visit in visits {
        problems += visit.problems
        insert(visit.files)
      }
    }
  }

  private mutating func insert(_ files: [FoundFile]) {
    found += files
    if files.contains(where: \.isLink) { mayRepeat = true }
  }

  /// Somebody has named one path more.
  private mutating func noteAnother() {
    if !isFirst { mayRepeat = true }
    isFirst = false
  }
}
