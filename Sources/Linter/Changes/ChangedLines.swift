import Rules

/// The lines that are not what they were at a revision, in all files of a repository.
///
/// What counts is the file as it lies there, with what is not committed; a file that git does not track has changed
/// whole. The old contents are compared by our own diff, so that no setting of git's has a say, and what an editor has
/// not saved yet can be compared as well. Line ends do not count: a checkout may have turned them.
package struct ChangedLines {
  private let tree: ChangedTree
  private let workingDirectory: String

  /// - Parameters:
  ///   - revision: What git knows as a commit.
  ///   - paths: What was linted; the repository around the first of them is asked.
  package init(
    since revision: String, paths: [String], workingDirectory: String
  ) throws(GitError) {
    self.workingDirectory = (try? canonicalPath(workingDirectory)) ?? workingDirectory
    let first = PathText.absolute(paths.first ?? ".", in: self.workingDirectory)
    let isDirectory = (try? FileStatus(of: first).kind) == .directory
    let git = try Git(around: isDirectory ? first : PathText.parent(of: first))
    tree = try ChangedTree(git, since: try git.commit(revision))
  }

  /// The findings of which a line has changed.
  /// - Parameter unsaved: Contents that stand for those on disk, by the path as it is reported.
  package func apply(to report: LintReport, unsaved: [String: [UInt8]] = [:]) throws(GitError) -> LintReport {
    var origins: [String: ChangedTree.Origin] = [:]
    /// By root, since each repository has its own object store.
    var asked: [String: (git: Git, names: Set<String>)] = [:]
    for path in Set(report.findings.map(\.path)) {
      let origin = try origin(of: path, isUnsaved: unsaved[path] != nil)
      origins[path] = origin
      if case .compared(_, let before, let tree) = origin {
        asked[tree.git.root, default: (tree.git, [])].names.insert(before)
      }
    }
    var before: [String: [UInt8]] = [:]
    for (git, names) in asked.values { before.merge(try git.contents(names.sorted())) { _, new in new } }
    var ranges: [String: [Range<Int>]] = [:]
    for (path, origin) in origins {
      guard case .compared(let canonical, let name, _) = origin, let old = before[name],
        let new = try? unsaved[path] ?? contents(of: canonical)
      else { continue }
      ranges[path] = Self.changedRanges(old, new)
    }
    var report = report
    report.findings = report.findings.filter { finding in
      switch origins[finding.path] {
      case .unchanged: return false
      case .new, nil: return true
      case .compared:
        guard let ranges = ranges[finding.path] else { return true }
        let last = max(finding.start.offset, finding.end.offset - 1)
        return ranges.contains { $0.lowerBound <= last && finding.start.offset < $0.upperBound }
      }
    }
    return report
  }

  private func origin(of shown: String, isUnsaved: Bool) throws(GitError) -> ChangedTree.Origin {
    let spelled = PathText.absolute(shown, in: workingDirectory)
    let folder = PathText.parent(of: spelled)
    // What is not saved yet has a folder at least.
    let canonical =
      (try? canonicalPath(spelled))
      ?? ((try? canonicalPath(folder)) ?? folder) + "/" + String(PathText.name(of: spelled))
    guard PathText.isInside(canonical, tree.git.root) else {
      throw .outside(path: shown, repository: tree.git.root)
    }
    return try tree.origin(of: canonical, isUnsaved: isUnsaved)
  }

  /// The bytes of the lines of `new` that `old` does not have.
  static func changedRanges(_ old: [UInt8], _ new: [UInt8]) -> [Range<Int>] {
    let (oldLines, newLines) = (UnifiedDiff.lines(old), UnifiedDiff.lines(new))
    var changed: [Range<Int>] = []
    var next = 0
    func add(upTo line: Int) {
      if next < line, let first = newLines.indices.contains(next) ? newLines[next] : nil {
        changed.append(first.startIndex..<(line < newLines.count ? newLines[line].startIndex : new.count))
      }
    }
    for run in LineDiff(oldLines.map(withoutEnd), newLines.map(withoutEnd)).common {
      add(upTo: run.new)
      next = run.new + run.count
    }
    add(upTo: newLines.count)
    return changed
  }

  private static func withoutEnd(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var line = line
    if line.last == UInt8(ascii: "\n") { line.removeLast() }
    if line.last == UInt8(ascii: "\r") { line.removeLast() }
    return line
  }
}
