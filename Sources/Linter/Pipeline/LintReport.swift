package import Rules

/// What a run has to say: the findings, and the work that was left undone.
package struct LintReport: Sendable {
  /// How many files were looked at.
  package var files: Int
  /// The paths of the files that were looked at whole.
  package var lookedAt: Set<String>
  /// Sorted by path, line, column and rule.
  package var findings: [Finding]
  /// Sorted by path and place.
  package var problems: [LintProblem]
  /// How often files use the API, by path; what has no use is not there.
  package var uses: [String: UseCounts]
  /// The lines that the findings are about.
  package var excerpts: SourceExcerpts
  /// Where it is about a share of a run's files.
  package var share: ReportShare?

  init(
    files: Int, lookedAt: Set<String> = [], findings: [Finding], problems: [LintProblem],
    uses: [String: UseCounts] = [:], excerpts: SourceExcerpts, share: ReportShare? = nil
  ) {
    self.files = files
    self.lookedAt = lookedAt
    self.findings = findings.sorted(by: Self.precedes)
    self.problems = problems.sorted(by: Self.precedes)
    self.uses = uses
    self.excerpts = excerpts
    self.share = share
  }

  /// Takes in more work that was left undone.
  package mutating func add(_ more: [LintProblem]) {
    problems = (problems + more).sorted(by: Self.precedes)
  }

  /// How it ended; work left undone weighs more than a finding.
  package var outcome: Outcome {
    if !problems.isEmpty { return .incomplete }
    return findings.isEmpty ? .clean : .findings
  }

  package enum Outcome: Hashable, Sendable {
    case clean, findings, incomplete
  }

  static func precedes(_ left: Finding, _ right: Finding) -> Bool {
    if left.path != right.path { return PathText.precedes(left.path, right.path) }
    return (left.start.line, left.start.column, left.rule, left.end.offset, left.message)
      < (right.start.line, right.start.column, right.rule, right.end.offset, right.message)
  }

  static func precedes(_ left: LintProblem, _ right: LintProblem) -> Bool {
    if left.path != right.path { return PathText.precedes(left.path, right.path) }
    let (a, b) = (left.position, right.position)
    return (a?.line ?? 0, a?.column ?? 0, left.message) < (b?.line ?? 0, b?.column ?? 0, right.message)
  }
}

extension LintReport {
  /// The figures at the end of a report.
  package struct Summary: Hashable, Sendable {
    package var files: Int
    package var findings: Int
    /// How many have a fix, safe or not.
    package var fixable: Int
    /// How many were decided as data, and how many as a resource.
    package var data: Int
    package var resource: Int
  }

  package var summary: Summary {
    Summary(
      files: files,
      findings: findings.count,
      fixable: findings.count { !$0.fixes.isEmpty },
      data: findings.count { $0.decision?.kind == .data },
      resource: findings.count { $0.decision?.kind == .resource })
  }
}
