package import Rules

/// The report for programs: one JSON object, whose keys are a contract.
///
/// Beside those of every report there are keys that stand there only when there is something to say: `errors`, the work
/// that was left undone (`path`, `start`, `message`); `shard`, of a share of the files (`number`, `count`, and `run`, which
/// all shards of a run have in common); `notes` of a finding (`message`, `path`, `start`); and after `fix`
/// `fixed`, the fixes that were applied, and `left` of a finding: `no-fix`, `unsafe`, `syntax-errors` or `error`.
package enum JSONReport {
  package static func text(_ report: LintReport) -> String {
    object(report, report.findings.map { finding($0) }, fixed: nil).text
  }

  package static func text(_ report: FixReport) -> String {
    let fixed = report.changes.flatMap { change in
      change.applied.map { applied in
        JSONText.object([
          "rule": .string(applied.finding.rule),
          "path": .string(change.path),
          "start": position(applied.finding.start),
          "title": .string(applied.fix.title),
          "applicability": .string(applied.fix.applicability.rawValue),
        ])
      }
    }
    let left = report.left.findings.map { finding($0, left: report.reason(for: $0).key) }
    return object(report.left, left, fixed: .array(fixed)).text
  }

  private static func object(_ report: LintReport, _ findings: [JSONText], fixed: JSONText?) -> JSONText {
    object(
      share: report.share, findings: findings, fixed: fixed, problems: report.problems.map(problem),
      summary: summary(report))
  }

  static func object(
    share: ReportShare?, findings: [JSONText], fixed: JSONText?, problems: [JSONText], summary: JSONText
  ) -> JSONText {
    .object([
      "version": .number(1),
      "shard": share?.json,
      "findings": .array(findings),
      "fixed": fixed,
      "errors": problems.isEmpty ? nil : .array(problems),
      "summary": summary,
    ])
  }

  static func summary(_ report: LintReport) -> JSONText {
    let summary = report.summary
    return .object([
      "files": .number(summary.files),
      "findings": .number(summary.findings),
      "fixable": .number(summary.fixable),
      "data": .number(summary.data),
      "resource": .number(summary.resource),
    ])
  }

  /// - Parameter left: Why fixing has left it.
  package static func finding(_ finding: Finding, left: String? = nil) -> JSONText {
    .object([
      "rule": .string(finding.rule),
      "severity": .string(finding.severity.rawValue),
      "message": .string(finding.message),
      "path": .string(finding.path),
      "start": position(finding.start),
      "end": position(finding.end),
      "function": finding.function.map { .string($0) },
      "decision": finding.decision.map(decision),
      "notes": finding.notes.isEmpty ? nil : .array(finding.notes.map(note)),
      "fixes": .array(finding.fixes.map(fix)),
      "left": left.map { .string($0) },
    ])
  }

  private static func position(_ position: SourcePosition) -> JSONText {
    .object([
      "line": .number(position.line), "column": .number(position.column), "offset": .number(position.offset),
    ])
  }

  private static func decision(_ decision: Decision) -> JSONText {
    .object([
      "kind": .string(decision.kind.rawValue),
      "returnType": .string(decision.returnType),
      "because": .string(decision.because),
      "confidence": .string(decision.confidence.rawValue),
    ])
  }

  private static func note(_ note: Finding.Note) -> JSONText {
    .object([
      "message": .string(note.message),
      "path": note.path.map { .string($0) },
      "start": note.start.map(position),
    ])
  }

  private static func fix(_ fix: Fix) -> JSONText {
    .object([
      "title": .string(fix.title),
      "applicability": .string(fix.applicability.rawValue),
      "edits": .array(
        fix.edits.map { edit in
          .object([
            "start": .number(edit.start), "end": .number(edit.end), "replacement": .string(edit.replacement),
          ])
        }),
    ])
  }

  static func problem(_ problem: LintProblem) -> JSONText {
    .object([
      "path": .string(problem.path),
      "start": problem.position.map(position),
      "message": .string(problem.message),
    ])
  }
}
