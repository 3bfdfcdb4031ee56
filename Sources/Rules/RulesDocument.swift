/// `Documentation/Rules.md`, made of the rules' descriptions and of the decision table.
package enum RulesDocument {
  /// The whole document, with a line feed at its end.
  package static func markdown(configuration: Configuration) -> String {
    let rules = Registry.rules.map { $0.description }
    var lines = [
      "<!-- Generated from the rules and from rules.yml by `make docs`; changes here are overwritten. -->",
      "", "# Rules", "",
      "| rule | severity | what it finds |", "|---|---|---|",
    ]
    lines += rules.map { rule in
      "| [`\(rule.id)`](#\(rule.id)) | \(severity(of: rule, configuration)) | \(cell(rule.summary)) |"
    }
    lines += ["", "Which kind a return type is: [the decision table](#the-decision-table).", ""]
    for rule in rules { lines += section(rule, configuration) }
    lines += table(configuration)
    return lines.joined(separator: "\n") + "\n"
  }

  private static func severity(of rule: RuleDescription, _ configuration: Configuration) -> String {
    (configuration.severities[rule.id] ?? rule.severity).rawValue
  }

  private static func section(_ rule: RuleDescription, _ configuration: Configuration) -> [String] {
    var lines = ["## \(rule.id)", "", "Severity: \(severity(of: rule, configuration))", "", rule.summary, ""]
    lines += ["### Why this is a problem", "", rule.rationale, ""]
    lines += ["### Found", "", "`1️⃣` stands where a finding starts, `2️⃣` where it ends.", ""]
    for example in rule.triggering { lines += code(example) }
    lines += ["### Not found", ""]
    for example in rule.notTriggering { lines += code(example) }
    lines += ["### Fixed", ""]
    for (before, after) in rule.corrections {
      lines +=
        before == after ? ["Left alone:", ""] + code(before) : code(before) + ["becomes", ""] + code(after)
    }
    return lines
  }

  private static func code(_ text: String) -> [String] { ["```swift", text, "```", ""] }

  private static func table(_ configuration: Configuration) -> [String] {
    var lines = [
      "## The decision table", "",
      "The first row that a return type matches decides. `Optional`, `any` and `some` are seen through; of a container, "
        + "a tuple or a `Result` the strictest part counts.",
      "", "| use case | return types | kind | note |", "|---|---|---|---|",
    ]
    for row in configuration.decisions {
      let types = row.types.map { "`\($0.description)`" }.joined(separator: ", ")
      lines.append(
        "| \(cell(row.useCase)) | \(cell(types)) | \(row.kind.rawValue) | \(cell(row.note ?? "")) |")
    }
    return lines
  }

  /// Text that stands in one cell of a table.
  private static func cell(_ text: String) -> String {
    text.split(whereSeparator: \.isNewline).joined(separator: " ").replacing("|", with: "\\|")
  }
}
