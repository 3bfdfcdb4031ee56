import Rules

/// A Code Quality report, which GitLab shows beside a merge request.
enum GitLabReport {
  static func text(_ report: LintReport) -> String {
    var seen: [String: Int] = [:]
    let entries = report.findings.map { finding -> JSONText in
      // Two with one fingerprint would be one to GitLab.
      let fingerprint = Fingerprint.text(of: finding, includingPath: true)
      let count = seen[fingerprint, default: 0]
      seen[fingerprint] = count + 1
      return .object([
        "description": .string(finding.message),
        "check_name": .string(finding.rule),
        "fingerprint": .string(count == 0 ? fingerprint : "\(fingerprint)-\(count)"),
        "severity": .string(severity(finding.severity)),
        "location": .object([
          "path": .string(finding.path),
          "lines": .object(["begin": .number(finding.start.line), "end": .number(finding.end.line)]),
        ]),
      ])
    }
    return JSONText.array(entries).text
  }

  private static func severity(_ severity: Severity) -> String {
    switch severity {
    case .error: "major"
    case .warning: "minor"
    case .note, .off: "info"
    }
  }
}
