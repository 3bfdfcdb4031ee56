import HashProbe

/// A rules file as it is written: what it leaves out is `nil`.
struct RulesFile: Sendable {
  static let version = 1

  var legacy: LegacyAPI?
  var replacements: ReplacedNames?
  var decisions: [DecisionRow]?
  var options: [OptionChange]?
  var widgets: [String]?
  var hashing: [HashingFact]?
  var reexports: [String: [String]]?
  var severities: [String: Severity]?
  var exclude: [String]?
  var suppressions: SuppressionSettings?

  /// What the file asks of suppressions.
  struct SuppressionSettings: Sendable {
    var requiresReasons: Bool?
  }

  /// The replacements that a file names; what it leaves out stays as it is shipped.
  struct ReplacedNames: Sendable {
    var data: Names?
    var resource: Names?

    struct Names: Sendable {
      var attribute: String?
      var function: String?
    }
  }

  /// Reads a file's bytes; `knownRules` are the ids that `severities` may name.
  static func read(
    _ bytes: [UInt8], path: String, isShipped: Bool, knownRules: [String]
  ) throws(RulesFileError) -> RulesFile {
    let text = try RulesText(path: path, bytes: bytes)
    do {
      let node = try NodeReader.read(text.bytes)
      return try Shape.rulesFile(isShipped: isShipped, knownRules: knownRules).decode(node)
    } catch {
      throw text.located(error)
    }
  }
}

extension Shape<RulesFile> {
  /// The whole file; the sections stand in the order of `rules.yml`.
  static func rulesFile(isShipped: Bool, knownRules: [String]) -> Shape {
    .object(
      .required("version", .version(RulesFile.version), "The version of this format."),
      .optional(
        "legacy", .legacy,
        "The catch-all API that goes; in a project's file it takes the place of the shipped one, with its options."
      ),
      .optional(
        "replacements", .replacements,
        "The names that take the place of the legacy ones; what is left out stays as it is shipped."),
      .optional(
        "decisions", .list(of: .decisionRow(isShipped: isShipped), isEmptyAllowed: true),
        "The decision table: which return type is data and which is a resource. The first row that matches wins; a project's rows come before the shipped ones."
      ),
      .optional(
        "options", .options,
        "What becomes of the options of the legacy API; a project's change takes the place of the shipped one for that option."
      ),
      .optional(
        "widgets", .list(of: .identifier, isEmptyAllowed: true, unique: true),
        "The functions by which a body reads a widget; a project's are added."),
      .optional(
        "hashing", .list(of: .hashingFact(isShipped: isShipped), isEmptyAllowed: true),
        "Whether types are hashable that neither the project nor the toolchain declares; a project's facts come first."
      ),
      .optional(
        "reexports", .dictionary(of: .list(of: .identifier, unique: true)),
        "Modules whose import, or whose name in front of a type, stands for other modules too; a project's are added."
      ),
      .optional(
        "severities", .byRule(knownRules, of: .choice),
        "How much each rule's findings weigh; a project's take the place of the shipped ones."),
      .optional(
        "exclude", .list(of: .pathPattern, isEmptyAllowed: true, unique: true),
        "Files and folders that are not linted: patterns as in .gitignore, from this file's folder on."),
      .optional("suppressions", .suppressions, "What is asked of the comments that suppress findings.")
    ) {
      _, legacy, replacements, decisions, options, widgets, hashing, reexports, severities, exclude,
      suppressions in
      RulesFile(
        legacy: legacy, replacements: replacements, decisions: decisions, options: options, widgets: widgets,
        hashing: hashing, reexports: reexports, severities: severities, exclude: exclude,
        suppressions: suppressions)
    }
  }
}
