package import Rules

/// A baseline in use: which findings it knows, and which of its entries nothing answers to any more.
///
/// An entry is matched by its path, rule, declaration, snippet and occurrence. Code that moved to another file, or a file
/// that was renamed, is known again by the rest of them, provided that the entry's own file is gone or was looked at
/// and no longer answers; what stands at the top level of a file, in no declaration, is known in that file alone.
package struct Baseline: Sendable {
  /// As it was named.
  package let path: String
  private let file: BaselineFile
  private let original: [UInt8]
  private let paths: BaselinePaths

  /// - Throws: What is wrong with the file, with its place.
  package init(reading path: String, workingDirectory: String) throws(RulesFileError) {
    self.path = path
    (file, original) = try BaselineFile.read(path)
    paths = BaselinePaths(baseline: path, workingDirectory: workingDirectory)
  }

  /// What became of a report.
  package struct Outcome: Sendable {
    /// The report without the findings that are known.
    package var report: LintReport
    package var known: Int
    /// The entries that nothing answered to, as work that is left to do.
    package var stale: [LintProblem]
    /// The baseline without stale entries, with those that moved where they are now.
    package var current: BaselineFile
    /// Whether that is another one.
    package var isOutOfDate: Bool
  }

  /// With a shard, the entries of its own files alone are judged; those of a file that is gone belong to the shard that
  /// the file would be in.
  /// - Parameter isPartial: Whether the run was about less than its paths, so that a file's absence says nothing.
  package func apply(to report: LintReport, isPartial: Bool) -> Outcome {
    let shard = report.share?.shard ?? .whole
    let looked = Set(report.lookedAt.map(paths.relative))
    let isJudged = file.entries.map { entry in
      looked.contains(entry.path)
        || !isPartial && shard.contains(paths.shown(entry.path)) && paths.isGone(entry.path)
    }
    var unmatched = Dictionary(
      zip(file.entries, file.entries.indices), uniquingKeysWith: { first, _ in first })
    var current = file.entries
    var fresh: [(finding: Finding, entry: BaselineFile.Entry?)] = []
    for finding in report.findings {
      let entry = paths.entry(for: finding)
      if let entry, unmatched.removeValue(forKey: entry) != nil { continue }
      fresh.append((finding, entry))
    }

    // Those whose code has moved, in the order of the file on both sides.
    var movable: [Kin: [Int]] = [:]
    for index in unmatched.values.sorted().reversed() where isJudged[index] {
      let entry = file.entries[index]
      if !entry.identity.declaration.isEmpty { movable[Kin(entry), default: []].append(index) }
    }
    var left: [Finding] = []
    for (finding, entry) in fresh {
      guard let entry, let index = movable[Kin(entry)]?.popLast() else {
        left.append(finding)
        continue
      }
      unmatched[file.entries[index]] = nil
      current[index] = entry
    }

    let stale = unmatched.values.filter { isJudged[$0] }.sorted()
    let gone = Set(stale)
    let kept = current.indices.filter { !gone.contains($0) }.map { current[$0] }
    var outcome = Outcome(
      report: report, known: report.findings.count - left.count, stale: stale.map { problem(at: $0) },
      current: BaselineFile(kept), isOutOfDate: kept != file.entries)
    outcome.report.findings = left
    return outcome
  }

  private func problem(at index: Int) -> LintProblem {
    let entry = file.entries[index]
    let line = file.lines.indices.contains(index) ? file.lines[index] : 1
    return LintProblem(
      path: path, position: SourcePosition(line: line, column: 1, offset: 0),
      .staleBaseline(rule: entry.rule, path: entry.path, declaration: entry.identity.declaration))
  }

  /// Puts a baseline in the place of this one, unless somebody else has written it meanwhile.
  package func replace(with file: BaselineFile) throws(LintProblem.Reason) {
    let target: String
    do { target = try canonicalPath(path) } catch { throw .unwritable(error) }
    try AtomicReplacement(path: target, original: original).write(Array(file.text.utf8))
  }

  /// What an entry and a finding have in common when the code has moved to another file.
  private struct Kin: Hashable {
    var rule: String
    var declaration: String
    var snippet: String

    init(_ entry: BaselineFile.Entry) {
      rule = entry.rule
      declaration = entry.identity.declaration
      snippet = entry.identity.snippet
    }
  }
}

extension BaselineFile {
  /// The baseline that knows all findings of a report.
  package init(of report: LintReport, at path: String, workingDirectory: String) {
    let paths = BaselinePaths(baseline: path, workingDirectory: workingDirectory)
    self.init(report.findings.compactMap { paths.entry(for: $0) })
  }
}

/// Paths as a baseline has them: from its own folder on, wherever the program was started.
private struct BaselinePaths: Sendable {
  let folder: String
  let workingDirectory: String

  init(baseline: String, workingDirectory: String) {
    let directory = (try? canonicalPath(workingDirectory)) ?? workingDirectory
    let folder = PathText.parent(of: PathText.absolute(baseline, in: directory))
    self.folder = (try? canonicalPath(folder)) ?? folder
    self.workingDirectory = directory
  }

  func relative(_ shown: String) -> String {
    PathText.relative(PathText.absolute(shown, in: workingDirectory), to: folder)
  }

  /// As a report has it.
  func shown(_ path: String) -> String {
    PathText.relative(PathText.absolute(path, in: folder), to: workingDirectory)
  }

  func entry(for finding: Finding) -> BaselineFile.Entry? {
    finding.identity.map {
      BaselineFile.Entry(path: relative(finding.path), rule: finding.rule, identity: $0)
    }
  }

  func isGone(_ path: String) -> Bool {
    do {
      _ = try FileStatus(of: PathText.absolute(path, in: folder))
      return false
    } catch { return error.isMissing }
  }
}
