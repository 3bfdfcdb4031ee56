import Rules

/// The report for people: `path:line:column: warning: message [rule-id]`, and what surrounds it on a terminal.
package struct TextReport: Sendable {
  package struct Style: Hashable, Sendable {
    /// Colour codes of the terminal.
    package var isColored: Bool
    /// The source line, a caret range and the fix under every finding.
    package var showsSource: Bool

    package init(isColored: Bool, showsSource: Bool) {
      self.isColored = isColored
      self.showsSource = showsSource
    }

    package static let plain = Style(isColored: false, showsSource: false)
  }

  package var style: Style

  package init(style: Style = .plain) { self.style = style }

  /// All findings, a line each at least.
  package func findings(of report: LintReport) -> String {
    report.findings.map { text(of: $0, report.excerpts) }.joined()
  }

  /// What fixing has left, each with a note that says why.
  package func findings(of report: FixReport) -> String {
    report.left.findings.map { finding in
      var finding = finding
      finding.notes.append(Finding.Note(message: report.reason(for: finding).note))
      return text(of: finding, report.left.excerpts)
    }.joined()
  }

  /// `4 findings in 42 files (3 fixable; 2 data, 1 resource)`.
  package func summary(of report: LintReport) -> String {
    let summary = report.summary
    var text = "\(count(summary.findings, "finding")) in \(count(summary.files, "file"))"
    var details: [String] = []
    if summary.findings > 0 { details.append("\(summary.fixable) fixable") }
    if summary.data + summary.resource > 0 {
      details.append("\(summary.data) data, \(summary.resource) resource")
    }
    if !details.isEmpty { text += " (\(details.joined(separator: "; ")))" }
    if !report.problems.isEmpty { text += ", \(count(report.problems.count, "error"))" }
    return text + "\n"
  }

  /// The problems, a line each.
  package func problems(of report: LintReport) -> String {
    report.problems.map { problem in
      paint("\(problem.place):", .bold) + " " + paint("error:", .error)
        + " \(SingleLine.whole(problem.message))\n"
    }.joined()
  }

  /// What was fixed, a line for each fix, and how many of what was left could not be.
  package func changes(of report: FixReport) -> String {
    var text = ""
    for change in report.changes {
      // Findings about one use carry one fix, which was made once.
      let byFix = Dictionary(grouping: change.applied, by: \.fix)
      var told: Set<Fix> = []
      for applied in change.applied where told.insert(applied.fix).inserted {
        let start = applied.finding.start
        let rules = Set(byFix[applied.fix, default: []].map(\.finding.rule)).sorted().joined(separator: ", ")
        text += SingleLine.whole(
          "\(change.path):\(start.line):\(start.column): fixed: \(applied.fix.title) [\(rules)]")
        text += "\n"
      }
    }
    return text
  }

  /// `fixed 12 findings in 4 files; 3 left (2 unsafe fix, 1 no fix)`.
  package func summary(of report: FixReport, isWritten: Bool = true) -> String {
    let fixed = report.changes.reduce(0) { $0 + $1.applied.count }
    let verb = isWritten ? "fixed" : "would fix"
    var text = "\(verb) \(count(fixed, "finding")) in \(count(report.changes.count, "file"))"
    text += "; \(report.left.findings.count) left"
    let reasons = FixReport.Reason.allCases.compactMap { reason -> String? in
      let number = report.left.findings.count { report.reason(for: $0) == reason }
      return number == 0 ? nil : "\(number) \(reason.words)"
    }
    if !reasons.isEmpty { text += " (\(reasons.joined(separator: ", ")))" }
    let problems = report.left.problems.count
    if problems > 0 { text += ", \(count(problems, "error"))" }
    return text + "\n"
  }

  private func text(of finding: Finding, _ excerpts: SourceExcerpts) -> String {
    let place = "\(SingleLine.whole(finding.path)):\(finding.start.line):\(finding.start.column):"
    var text = paint(place, .bold) + " " + paint("\(finding.severity.rawValue):", .severity(finding.severity))
    text += " \(paint(SingleLine.whole(finding.message), .bold)) [\(finding.rule)]\n"
    if style.showsSource, let line = excerpts.line(finding.start.line, of: finding.path) {
      text += SourceExcerpt(line: line, from: finding.start, to: finding.end).text { paint($0, .caret) }
    }
    for note in finding.notes { text += self.text(of: note, in: finding) }
    if style.showsSource, let fix = finding.fixes.first {
      let condition = fix.applicability == .unsafe ? " (with --unsafe)" : ""
      text += paint("  fix:", .caret) + " \(SingleLine.whole(fix.title))\(condition)\n"
    }
    return text
  }

  private func text(of note: Finding.Note, in finding: Finding) -> String {
    let start = note.start ?? finding.start
    let place = "\(SingleLine.whole(note.path ?? finding.path)):\(start.line):\(start.column):"
    return paint(place, .bold) + " " + paint("note:", .severity(.note))
      + " \(SingleLine.whole(note.message))\n"
  }

  private func count(_ number: Int, _ noun: String) -> String {
    "\(number) \(noun)\(number == 1 ? "" : "s")"
  }

  private func paint(_ text: String, _ paint: Paint) -> String {
    style.isColored ? "\u{1B}[\(paint.code)m\(text)\u{1B}[0m" : text
  }
}

/// What is painted how.
private enum Paint {
  case bold, error, caret
  case severity(Severity)

  var code: String {
    switch self {
    case .bold: "1"
    case .error, .severity(.error): "1;31"
    case .severity(.warning): "1;35"
    case .severity: "1;36"
    case .caret: "1;32"
    }
  }
}
