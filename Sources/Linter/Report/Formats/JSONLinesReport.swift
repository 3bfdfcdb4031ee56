import Rules

/// Findings as JSON, one a line, for programs that read while others write.
///
/// A finding is what it is in the JSON report. The last lines are the work that was left undone, each as
/// `{"error": {…}}`, and `{"summary": {…}}`.
enum JSONLinesReport {
  static func text(_ report: LintReport) -> String {
    var lines = report.findings.map { JSONReport.finding($0).line }
    lines += report.problems.map { JSONText.object(["error": JSONReport.problem($0)]).line }
    lines.append(JSONText.object(["summary": JSONReport.summary(report)]).line)
    return lines.map { $0 + "\n" }.joined()
  }
}
