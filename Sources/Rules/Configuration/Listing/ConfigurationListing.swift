/// The rules in force, each with the line that it comes from.
package struct ConfigurationListing: Sendable {
  /// One value of the rules.
  package struct Setting: Hashable, Sendable {
    /// Its section of the rules file: `severities`, `decisions`, …
    package var section: String
    package var name: String
    package var value: String
    /// Where it is written; `nil` for what a rule's description says.
    package var origin: Origin?
  }

  package struct Origin: Hashable, Sendable, CustomStringConvertible {
    package var path: String
    package var line: Int

    package var description: String { "\(path):\(line)" }
  }

  package let configuration: Configuration
  /// In the order of `rules.yml`, what comes first in force first.
  package private(set) var settings: [Setting] = []

  /// - Parameter project: The file that extends the shipped rules, if any.
  package init(
    project: String?, knownRules: [String] = Registry.ruleIDs
  ) throws(RulesFileError) {
    configuration = try Configuration.load(project: project, knownRules: knownRules)
    let shipped = try LocatedRules(PackageResources.rules_yml, path: "rules.yml")
    let own = try project.map { path throws(RulesFileError) in
      try LocatedRules(RulesFileBytes.read(path), path: path)
    }
    listNames(own, shipped)
    listRows(own, shipped)
    listKeyed(own, shipped)
  }

  private mutating func add(_ section: String, _ name: String, _ value: String, _ origin: Origin?) {
    settings.append(Setting(section: section, name: name, value: value, origin: origin))
  }

  private mutating func listNames(_ own: LocatedRules?, _ shipped: LocatedRules) {
    let legacy = configuration.legacy
    // The project's API takes the place of the shipped one whole.
    let origin = own?.origin(["legacy"]) == nil ? shipped : own ?? shipped
    for (name, list) in [
      ("modules", legacy.modules), ("attributes", legacy.attributes), ("functions", legacy.functions),
    ] where !list.isEmpty {
      add("legacy", name, list.joined(separator: ", "), origin.origin(["legacy", name]))
    }
    for kind in Decision.Kind.allCases {
      let names = configuration.replacements[kind]
      for (name, value) in [("attribute", names.attribute), ("function", names.function)] {
        let path = ["replacements", kind.rawValue, name]
        add("replacements", "\(kind.rawValue).\(name)", value, own?.origin(path) ?? shipped.origin(path))
      }
    }
  }

  private mutating func listRows(_ own: LocatedRules?, _ shipped: LocatedRules) {
    let decisions = (own?.items("decisions") ?? []) + shipped.items("decisions")
    for (row, origin) in zip(configuration.decisions, decisions) {
      let types = row.types.map(\.description).joined(separator: ", ")
      add("decisions", row.useCase, "\(row.kind.rawValue): \(types)", origin.origin)
    }
    let ownOptions = own?.items("options") ?? []
    let named = Set(ownOptions.compactMap { $0.node["name"]?.text })
    let takesAPI = own?.origin(["legacy"]) != nil
    let shippedOptions = takesAPI ? [] : shipped.items("options")
    let options = ownOptions + shippedOptions.filter { !named.contains($0.node["name"]?.text ?? "") }
    for (change, origin) in zip(configuration.options, options) {
      let only = change.only.map { " (\($0.rawValue))" } ?? ""
      add("options", change.name + only, Self.text(change.action), origin.origin)
    }
    let hashing = (own?.items("hashing") ?? []) + shipped.items("hashing")
    for (fact, origin) in zip(configuration.hashing, hashing) {
      let value = fact.isHashable ? fact.isStable ? "hashable, stable" : "hashable" : "not hashable"
      add("hashing", fact.type.description, value, origin.origin)
    }
  }

  private mutating func listKeyed(_ own: LocatedRules?, _ shipped: LocatedRules) {
    for (section, list) in [("widgets", configuration.widgets), ("exclude", configuration.exclude)] {
      let items = shipped.items(section) + (own?.items(section) ?? [])
      for value in list {
        add(section, value, "", items.first { $0.node.text == value }?.origin)
      }
    }
    for (module, others) in configuration.reexports.sorted(by: { $0.key < $1.key }) {
      let path = ["reexports", module]
      add("reexports", module, others.joined(separator: ", "), own?.origin(path) ?? shipped.origin(path))
    }
    for rule in Registry.rules.map({ $0.description }) {
      let path = ["severities", rule.id]
      let severity = configuration.severities[rule.id] ?? rule.severity
      add("severities", rule.id, severity.rawValue, own?.origin(path) ?? shipped.origin(path))
    }
    let path = ["suppressions", "require-reason"]
    add(
      "suppressions", "require-reason", String(configuration.requiresReasons),
      own?.origin(path) ?? shipped.origin(path))
  }

  private static func text(_ action: OptionChange.Action) -> String {
    switch action {
    case .remove: "removed"
    case .rename(let name): "becomes '\(name)'"
    case .values(let values):
      values.sorted { $0.key < $1.key }
        .map { "\($0.key) becomes \($0.value ?? "nothing")" }.joined(separator: ", ")
    }
  }
}

/// A rules file that is known to be good, for what stands where in it.
private struct LocatedRules {
  private let text: RulesText
  private let root: Node

  init(_ bytes: [UInt8], path: String) throws(RulesFileError) {
    text = try RulesText(path: path, bytes: bytes)
    do { root = try NodeReader.read(text.bytes) } catch { throw text.located(error) }
  }

  /// Where the value behind keys within keys is written.
  func origin(_ keys: [String]) -> ConfigurationListing.Origin? {
    var node = root
    var place: Range<Int>?
    for key in keys {
      guard case .mapping(let entries) = node.content, let entry = entries.first(where: { $0.key == key })
      else { return nil }
      node = entry.value
      place = entry.keyRange
    }
    return place.map(origin)
  }

  func items(_ section: String) -> [(node: Node, origin: ConfigurationListing.Origin)] {
    guard case .sequence(let items)? = root[section]?.content else { return [] }
    return items.map { ($0, origin($0.range)) }
  }

  private func origin(_ range: Range<Int>) -> ConfigurationListing.Origin {
    ConfigurationListing.Origin(path: text.path, line: text.lines(ofScalars: [range.lowerBound]).first ?? 1)
  }
}

extension Node {
  /// The value behind a key of a mapping.
  fileprivate subscript(key: String) -> Node? {
    guard case .mapping(let entries) = content else { return nil }
    return entries.first { $0.key == key }?.value
  }

  fileprivate var text: String? {
    if case .scalar(let text, _) = content { return text }
    return nil
  }
}
