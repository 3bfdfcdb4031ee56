extension Configuration {
  /// The shipped `rules.yml`, which is part of this program.
  package static func shipped(
    knownRules: [String] = Registry.ruleIDs
  ) throws(RulesFileError) -> Configuration {
    try shipped(bytes: PackageResources.rules_yml, knownRules: knownRules)
  }

  /// The shipped rules as they would be with other bytes in their place.
  static func shipped(bytes: [UInt8], knownRules: [String]) throws(RulesFileError) -> Configuration {
    let path = "rules.yml"
    let file = try RulesFile.read(bytes, path: path, isShipped: true, knownRules: knownRules)
    func section<Value>(_ name: String, _ value: Value?) throws(RulesFileError) -> Value {
      guard let value else { throw RulesFileError(path: path, fault: .missingKey(name)) }
      return value
    }
    let names = try section("replacements", file.replacements)
    return Configuration(
      legacy: try section("legacy", file.legacy),
      replacements: Replacements(
        data: try complete(section("replacements.data", names.data), path),
        resource: try complete(section("replacements.resource", names.resource), path)),
      decisions: try section("decisions", file.decisions), options: try section("options", file.options),
      widgets: try section("widgets", file.widgets), hashing: try section("hashing", file.hashing),
      severities: try section("severities", file.severities),
      reexports: try section("reexports", file.reexports), exclude: file.exclude ?? [],
      requiresReasons: file.suppressions?.requiresReasons ?? false)
  }

  private static func complete(
    _ names: RulesFile.ReplacedNames.Names, _ path: String
  ) throws(RulesFileError) -> Replacements.Names {
    guard let attribute = names.attribute, let function = names.function else {
      let missing = names.attribute == nil ? "attribute" : "function"
      throw RulesFileError(path: path, fault: .missingKey(missing))
    }
    return Replacements.Names(attribute: attribute, function: function)
  }

  /// The shipped rules extended by a project's file; without one, the shipped rules.
  ///
  /// - Throws: `RulesFileError` when the file cannot be read or is not a rules file.
  package static func load(
    project path: String?, knownRules: [String] = Registry.ruleIDs
  ) throws(RulesFileError) -> Configuration {
    let shipped = try shipped(knownRules: knownRules)
    guard let path else { return shipped }
    return try shipped.extended(by: RulesFileBytes.read(path), path: path, knownRules: knownRules)
  }

  /// These rules extended by the bytes of a project's file, which `path` names in errors.
  package func extended(
    by bytes: [UInt8], path: String, knownRules: [String] = Registry.ruleIDs
  ) throws(RulesFileError) -> Configuration {
    let file = try RulesFile.read(bytes, path: path, isShipped: false, knownRules: knownRules)
    return extended(by: file)
  }

  /// The JSON Schema (2020-12) of rules files, as text with a line end.
  package static func schemaText(knownRules: [String] = Registry.ruleIDs) -> String {
    let file = Shape<RulesFile>.rulesFile(isShipped: false, knownRules: knownRules)
    let head = JSONText.object([
      "$schema": .string("https://json-schema.org/draft/2020-12/schema"),
      "title": .string("recache rules"),
      "description": .string("rules.yml, and a project's .recache.yml, which extends it."),
    ])
    return head.adding(file.schema).text
  }
}

extension Registry {
  /// The ids of all rules, in the order of their documentation.
  package static var ruleIDs: [String] { rules.map { $0.description.id } }
}
