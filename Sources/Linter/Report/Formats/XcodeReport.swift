import Rules

/// Findings as the compiler says them, with absolute paths, so that Xcode shows them in the source.
enum XcodeReport {
  static func text(_ report: LintReport, _ context: ReportContext) -> String {
    let problems = report.problems.map { problem in
      let place = problem.position.map { ":\($0.line):\($0.column)" } ?? ""
      return "\(path(problem.path, context))\(place): error: \(SingleLine.joined(problem.message))\n"
    }
    return report.findings.map { text(of: $0, context) }.joined() + problems.joined()
  }

  private static func text(of finding: Finding, _ context: ReportContext) -> String {
    func place(_ path: String, _ start: SourcePosition) -> String {
      "\(self.path(path, context)):\(start.line):\(start.column):"
    }
    var text =
      "\(place(finding.path, finding.start)) \(finding.severity.rawValue): \(SingleLine.joined(finding.message)) [\(finding.rule)]\n"
    for note in finding.notes {
      text +=
        "\(place(note.path ?? finding.path, note.start ?? finding.start)) note: \(SingleLine.joined(note.message))\n"
    }
    return text
  }

  private static func path(_ path: String, _ context: ReportContext) -> String {
    SingleLine.joined(PathText.absolute(path, in: context.workingDirectory))
  }
}
