import Rules

/// Checkstyle's XML, which many continuous integration servers read.
enum CheckstyleReport {
  static func text(_ report: LintReport) -> String {
    var byPath: [String: [String]] = [:]
    for finding in report.findings {
      let notes = finding.notes.map { "; \($0.message)" }.joined()
      byPath[finding.path, default: []].append(
        XMLText.element(
          "error",
          [
            "line": String(finding.start.line), "column": String(finding.start.column),
            "severity": severity(finding.severity), "message": finding.message + notes,
            "source": "recache.\(finding.rule)",
          ], indent: 2))
    }
    for problem in report.problems {
      byPath[problem.path, default: []].append(
        XMLText.element(
          "error",
          [
            "line": String(problem.position?.line ?? 1), "severity": "error", "message": problem.message,
            "source": "recache",
          ], indent: 2))
    }
    let files = byPath.keys.sorted(by: PathText.precedes).map { path in
      XMLText.element("file", ["name": path], indent: 1, byPath[path])
    }
    return XMLText.head + XMLText.element("checkstyle", ["version": "4.3"], files)
  }

  private static func severity(_ severity: Severity) -> String {
    switch severity {
    case .error: "error"
    case .warning: "warning"
    case .note, .off: "info"
    }
  }
}
