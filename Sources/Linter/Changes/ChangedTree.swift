/// What has changed in one work tree, and in the submodules in it.
struct ChangedTree {
  let git: Git
  private var changes: [String: Git.Change] = [:]
  private var tracked: Set<String> = []
  /// The submodules that are checked out.
  private var inner: [ChangedTree] = []

  /// - Parameter commit: What it is compared with; `nil`: all of it is new.
  init(_ git: Git, since commit: String?) throws(GitError) {
    self.git = git
    guard let commit else { return }
    changes = Dictionary(
      try git.changes(since: commit).map { ($0.path, $0) },
      // A file in the middle of a merge is told twice.
      uniquingKeysWith: { first, second in first.before == nil ? second : first })
    let tracked = try git.tracked()
    self.tracked = tracked.files
    for path in tracked.submodules {
      let folder = git.root + "/" + path
      // In a folder that is not checked out git would find the repository around it.
      guard let git = try? Git(around: folder), PathText.isInside(git.root, folder) else { continue }
      let before = try self.git.commit(ofSubmodule: path, in: commit)
      inner.append(
        try ChangedTree(git, since: try before.map { before throws(GitError) in try git.commit(before) }))
    }
  }

  /// What a file is compared with.
  enum Origin {
    case unchanged, new
    case compared(path: String, before: String, ChangedTree)
  }

  /// - Parameters:
  ///   - canonical: Inside of the root.
  ///   - isUnsaved: Whether its contents are not those on disk.
  func origin(of canonical: String, isUnsaved: Bool) throws(GitError) -> Origin {
    if let tree = inner.first(where: { PathText.isInside(canonical, $0.git.root) }) {
      return try tree.origin(of: canonical, isUnsaved: isUnsaved)
    }
    let path = PathText.relative(canonical, to: git.root)
    if let change = changes[path] {
      return change.before.map { .compared(path: canonical, before: $0, self) } ?? .new
    }
    guard tracked.contains(path) else { return .new }
    guard isUnsaved else { return .unchanged }
    // On disk it is as it was, so what is on disk is what it was.
    return .compared(path: canonical, before: try git.name(of: path), self)
  }
}
