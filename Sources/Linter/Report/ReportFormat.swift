/// The forms in which findings are told; one file each in `Formats`.
package enum ReportFormat: String, CaseIterable, Hashable, Sendable {
  case text
  case json
  case jsonLines = "json-lines"
  case xcode
  case sarif
  case github
  case gitlab
  case checkstyle
  case junit
  case markdown

  /// The whole report, as it is printed or written to a file.
  package func text(of report: LintReport, _ context: ReportContext) -> String {
    switch self {
    case .text: TextReport().findings(of: report)
    case .json: JSONReport.text(report)
    case .jsonLines: JSONLinesReport.text(report)
    case .xcode: XcodeReport.text(report, context)
    case .sarif: SARIFReport.text(report, context)
    case .github: GitHubReport.text(report)
    case .gitlab: GitLabReport.text(report)
    case .checkstyle: CheckstyleReport.text(report)
    case .junit: JUnitReport.text(report)
    case .markdown: MarkdownReport.text(report)
    }
  }

  /// What it is for, in the help.
  package var help: String {
    switch self {
    case .text: "path:line:column: warning: message [rule]"
    case .json: "one object for programs"
    case .jsonLines: "an object a line, as they are found in 'json'"
    case .xcode: "as the compiler says it, with absolute paths"
    case .sarif: "SARIF 2.1.0, with fixes and fingerprints"
    case .github: "annotations of a GitHub Actions run"
    case .gitlab: "a GitLab Code Quality report"
    case .checkstyle: "Checkstyle's XML"
    case .junit: "JUnit's XML, a failed test a finding"
    case .markdown: "a table for a comment or a job summary"
    }
  }

  /// Whether the report itself tells of work that was left undone, so that standard error need not.
  package var tellsProblems: Bool { self == .json || self == .jsonLines }
}
