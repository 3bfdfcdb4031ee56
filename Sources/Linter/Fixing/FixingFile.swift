import HashProbe
package import Rules

/// A file on its way through the rounds of fixing.
struct FixingFile: Sendable {
  let path: SourcePath
  let module: String?
  /// As it was read from disk; what has to be there still when the result is written.
  let original: [UInt8]
  let originalFindings: [Finding]
  let originalExcerpts: SourceExcerpts

  private(set) var bytes: [UInt8]
  private(set) var findings: [Finding]
  private(set) var excerpts: SourceExcerpts
  private(set) var applied: [AppliedFix] = []
  private(set) var problem: LintProblem?
  /// Where fixing may go; everywhere where it is `nil`.
  private var reach: FixReach?
  /// Every text it had, in order.
  private var history: [[UInt8]]

  /// `nil` for a file with nothing to fix, or one whose syntax errors forbid it.
  init?(_ looked: LookedAtFile, module: String?, reach: FixReach? = nil) {
    guard !looked.bytes.isEmpty, !looked.hasSyntaxErrors, looked.problem == nil else { return nil }
    path = looked.path
    self.module = module
    original = looked.bytes
    originalFindings = looked.findings
    originalExcerpts = looked.excerpts
    bytes = original
    findings = looked.findings
    excerpts = looked.excerpts
    history = [original]
    self.reach = reach
  }

  var isChanged: Bool { bytes != original }

  /// Applies what can be applied at once.
  /// - Returns: The new text parsed, or `nil` where nothing was left to do or the file was given up.
  mutating func advance(includingUnsafe: Bool) -> SourceFile? {
    guard problem == nil else { return nil }
    let selection = FixSelection(findings, size: bytes.count, includingUnsafe: includingUnsafe)
    if let invalid = selection.invalid.first {
      giveUp(LintProblem(path: path.shown, position: invalid.start, .invalidFix(rule: invalid.rule)))
      return nil
    }
    guard !selection.taken.isEmpty else { return nil }
    let rules = Set(selection.taken.map(\.finding.rule)).sorted()

    let next = EditApplication.apply(selection.edits, to: bytes)
    guard !history.contains(next) else {
      giveUp(LintProblem(path: path.shown, .fixCycle(rules: rules)))
      return nil
    }
    guard String(validating: next, as: UTF8.self) != nil else {
      giveUp(LintProblem(path: path.shown, .fixBreaksSyntax(rules: rules)))
      return nil
    }
    let source = SourceReader.parse(next, path: path.shown, module: module)
    guard !source.tree.hasError else {
      giveUp(LintProblem(path: path.shown, .fixBreaksSyntax(rules: rules)))
      return nil
    }
    reach?.follow(selection.edits, in: bytes, to: next)
    bytes = next
    history.append(next)
    applied += selection.taken.map { AppliedFix(finding: $0.finding, fix: $0.fix) }
    return source
  }

  /// Takes in what the rules say of the new text.
  mutating func settle(_ looked: LookedAtFile) {
    findings = looked.findings.filter { reach?.holds($0) ?? true }
    excerpts = looked.excerpts
  }

  /// Leaves the file as it was.
  mutating func giveUp(_ problem: LintProblem) {
    self.problem = problem
    bytes = original
    findings = originalFindings
    excerpts = originalExcerpts
    applied = []
    history = []
  }
}

/// A fix that was applied, with the finding it cured.
package struct AppliedFix: Hashable, Sendable {
  /// At its place in the text of its round.
  package var finding: Finding
  package var fix: Fix
}
