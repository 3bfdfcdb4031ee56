import Rules

/// Workflow commands by which a step of GitHub Actions annotates the lines of a pull request.
enum GitHubReport {
  static func text(_ report: LintReport) -> String {
    let findings = report.findings.map { finding in
      let notes = finding.notes.map { "\nnote: \($0.message)" }.joined()
      return command(
        name(finding.severity), properties(of: finding, report.excerpts) + [("title", finding.rule)],
        finding.message + notes)
    }
    let problems = report.problems.map { problem in
      var properties = [("file", problem.path)]
      if let position = problem.position { properties.append(("line", String(position.line))) }
      return command("error", properties, problem.message)
    }
    return (findings + problems).joined()
  }

  private static func name(_ severity: Severity) -> String {
    switch severity {
    case .error: "error"
    case .warning: "warning"
    case .note, .off: "notice"
    }
  }

  /// Columns are told only within one line: GitHub refuses them otherwise.
  private static func properties(
    of finding: Finding, _ excerpts: SourceExcerpts
  ) -> [(String, String)] {
    var properties = [
      ("file", finding.path), ("line", String(finding.start.line)), ("endLine", String(finding.end.line)),
    ]
    if finding.start.line == finding.end.line,
      let start = excerpts.place(of: finding.start.offset, in: finding.path),
      let end = excerpts.place(of: finding.end.offset, in: finding.path)
    {
      properties += [("col", String(start.column)), ("endColumn", String(end.column))]
    }
    return properties
  }

  private static func command(
    _ name: String, _ properties: [(String, String)], _ message: String
  ) -> String {
    let list = properties.map { "\($0.0)=\(escaped($0.1, also: [":", ","]))" }.joined(separator: ",")
    return "::\(name) \(list)::\(escaped(message))\n"
  }

  /// Percent signs and line ends would end the command or be taken for what they stand for.
  private static func escaped(_ text: String, also separators: [Unicode.Scalar] = []) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      if ["%", "\r", "\n"].contains(scalar) || separators.contains(scalar) {
        let digits = String(scalar.value, radix: 16, uppercase: true)
        result += "%" + (digits.count == 1 ? "0" : "") + digits
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
