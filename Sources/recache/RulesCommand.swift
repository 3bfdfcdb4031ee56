import ArgumentParser
import Linter
import Rules

/// `recache rules`: what the rules are, and why.
struct RulesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rules",
    abstract: "List the rules, or explain one.",
    discussion: """
      EXAMPLES
        recache rules
        recache rules legacy-cache
        recache rules --schema > recache.schema.json
      """)

  @Argument(help: "The rule to explain.", completion: .list(Registry.ruleIDs))
  var id: String?

  @Flag(help: "Print the JSON Schema of rules files.")
  var schema = false

  func validate() throws {
    if schema, id != nil { throw ValidationError("'--schema' is about all rules; leave out the rule") }
    if let id, !Registry.ruleIDs.contains(id) {
      let near = Spelling.nearest(to: id, among: Registry.ruleIDs).map { "; did you mean '\($0)'?" }
      throw ValidationError("unknown rule '\(id)'" + (near ?? "; 'recache rules' lists them"))
    }
  }

  func run() throws {
    if schema {
      Terminal.standardOutput.write(Configuration.schemaText())
    } else if let rule = descriptions.first(where: { $0.id == id }) {
      Terminal.standardOutput.write(RuleText.explanation(of: rule))
    } else {
      Terminal.standardOutput.write(RuleText.table(of: descriptions))
    }
  }

  private var descriptions: [RuleDescription] {
    Registry.rules.map { rule in rule.description }
  }
}
