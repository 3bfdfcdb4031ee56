package import Rules

/// What fixing changes, and what it leaves.
package struct FixReport: Sendable {
  /// Sorted by path; nothing of it is on disk before `write` was called.
  package private(set) var changes: [FileChange]
  /// What is left to a person, with the problems of the whole run.
  package private(set) var left: LintReport
  private let includingUnsafe: Bool
  private let unfixable: Set<String>

  init(before: LintReport, untouched: [LookedAtFile], files: [FixingFile], includingUnsafe: Bool) {
    self.includingUnsafe = includingUnsafe
    changes = files.filter(\.isChanged).map(FileChange.init)
      .sorted { PathText.precedes($0.path, $1.path) }
    unfixable = Set(untouched.filter(\.hasSyntaxErrors).map(\.path.shown))
    var excerpts = before.excerpts
    for file in files { excerpts.merge(file.excerpts) }
    left = LintReport(
      files: before.files,
      findings: before.findings + files.flatMap(\.findings),
      problems: before.problems + files.compactMap(\.problem),
      excerpts: excerpts)
  }

  /// How it ends where nothing is written: what would be fixed is still there.
  package var outcomeUnwritten: LintReport.Outcome {
    left.outcome == .clean && !changes.isEmpty ? .findings : left.outcome
  }

  /// Why a finding is left.
  package func reason(for finding: Finding) -> Reason {
    if finding.fixes.isEmpty { return .noFix }
    if unfixable.contains(finding.path) { return .syntaxErrors }
    if FixSelection.applicable(finding, includingUnsafe: includingUnsafe) == nil { return .unsafe }
    return .givenUp
  }

  package enum Reason: CaseIterable, Hashable, Sendable {
    case noFix
    /// Its fix is applied with `--unsafe` only.
    case unsafe
    /// The file has syntax errors, so what a fix does to it cannot be known.
    case syntaxErrors
    /// A problem with the file says why.
    case givenUp

    /// After a number: `2 with an unsafe fix`.
    var words: String {
      switch self {
      case .noFix: "without a fix"
      case .unsafe: "with an unsafe fix"
      case .syntaxErrors: "in a file with syntax errors"
      case .givenUp: "in a file left as it was"
      }
    }

    /// As a note to the finding.
    var note: String {
      switch self {
      case .noFix: "left as it is: there is no fix for it"
      case .unsafe:
        "left as it is: its fix is not safe; look at it with '--unsafe --diff', apply it with '--unsafe'"
      case .syntaxErrors: "left as it is: the file has syntax errors; correct them first"
      case .givenUp: "left as it is: the file could not be fixed"
      }
    }

    /// As a value for programs.
    var key: String {
      switch self {
      case .noFix: "no-fix"
      case .unsafe: "unsafe"
      case .syntaxErrors: "syntax-errors"
      case .givenUp: "error"
      }
    }
  }

  /// Writes all changes; what cannot be written is left as it was, with a problem that says why.
  package mutating func write() {
    var written: [FileChange] = []
    var problems: [LintProblem] = []
    var restored: [FileChange] = []
    for change in changes {
      do throws(LintProblem.Reason) {
        try AtomicReplacement(path: change.canonicalPath, original: change.before).write(change.after)
        written.append(change)
      } catch {
        problems.append(LintProblem(path: change.path, error))
        restored.append(change)
      }
    }
    guard !restored.isEmpty else { return }
    changes = written
    let paths = Set(restored.map(\.path))
    var excerpts = left.excerpts
    for change in restored { excerpts.merge(change.excerptsBefore) }
    left = LintReport(
      files: left.files,
      findings: left.findings.filter { !paths.contains($0.path) } + restored.flatMap(\.findingsBefore),
      problems: left.problems + problems,
      excerpts: excerpts)
  }
}

/// A file before and after its fixes.
package struct FileChange: Sendable {
  /// As it is reported.
  package let path: String
  package let before: [UInt8]
  package let after: [UInt8]
  /// In the order they were applied.
  package let applied: [AppliedFix]
  let canonicalPath: String
  let findingsBefore: [Finding]
  let excerptsBefore: SourceExcerpts

  /// The change as a unified diff that `git apply` takes.
  package var diff: [UInt8] { UnifiedDiff(path: path, old: before, new: after).bytes }

  init(_ file: FixingFile) {
    path = file.path.shown
    before = file.original
    after = file.bytes
    applied = file.applied
    canonicalPath = file.path.canonical
    findingsBefore = file.originalFindings
    excerptsBefore = file.originalExcerpts
  }
}
