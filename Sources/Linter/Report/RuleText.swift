package import Rules

/// Rules as they are listed and explained on a terminal.
package enum RuleText {
  /// A line a rule: its id, severity, whether it has a fix, and what it is about.
  package static func table(of rules: [RuleDescription]) -> String {
    let rows = rules.map { rule in
      (
        rule.id, rule.severity.rawValue, rule.corrections.isEmpty ? "-" : "fix",
        rule.summary.split(separator: "\n", omittingEmptySubsequences: false).first.map(String.init) ?? ""
      )
    }
    let widths = (rows.map(\.0.count).max() ?? 0, rows.map(\.1.count).max() ?? 0)
    return rows.map { row in
      "\(pad(row.0, widths.0))  \(pad(row.1, widths.1))  \(pad(row.2, 3))  \(row.3)\n"
    }.joined()
  }

  /// All there is to say about a rule, as Markdown that reads well without being rendered.
  package static func explanation(of rule: RuleDescription) -> String {
    var text = "# \(rule.id) (\(rule.severity.rawValue))\n\n\(rule.summary)\n"
    if !rule.rationale.isEmpty { text += "\n## Why this is a problem\n\n\(rule.rationale)\n" }
    text += examples("Found", rule.triggering)
    text += examples("Not found", rule.notTriggering)
    if !rule.corrections.isEmpty {
      text += "\n## Fixed\n"
      for correction in rule.corrections {
        text += "\n" + block(correction.before) + "\nbecomes\n\n" + block(correction.after)
      }
    }
    return text
  }

  private static func examples(_ title: String, _ sources: [String]) -> String {
    guard !sources.isEmpty else { return "" }
    return "\n## \(title)\n" + sources.map { "\n" + block($0) }.joined()
  }

  /// Indented, without the marks that the tests look for (`1️⃣`).
  private static func block(_ source: String) -> String {
    let marks = (1...9).map { Character("\($0)\u{FE0F}\u{20E3}") }
    let plain = String(source.filter { !marks.contains($0) })
    let lines = plain.split(separator: "\n", omittingEmptySubsequences: false)
    return lines.map { $0.isEmpty ? "\n" : "    \($0)\n" }.joined()
  }

  private static func pad(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.count))
  }
}
