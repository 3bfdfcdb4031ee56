import HashProbe

extension Shape<LegacyAPI> {
  static var legacy: Shape {
    .object(
      .required(
        "modules", .list(of: .identifier, unique: true), "A file counts when it imports one of these."),
      .optional(
        "attributes", .list(of: .identifier, isEmptyAllowed: true, unique: true), else: [],
        "Attributes on functions, without the '@'."),
      .optional(
        "functions", .list(of: .identifier, isEmptyAllowed: true, unique: true), else: [],
        "Functions that cache a closure or a function."),
      constraints: KeyConstraints(anyOf: ["attributes", "functions"])
    ) { LegacyAPI(modules: $0, attributes: $1, functions: $2) }
  }
}

extension Shape<RulesFile.ReplacedNames> {
  static var replacements: Shape {
    .object(
      .optional("data", .names, "Where the result is data: every call gets a copy of its own."),
      .optional("resource", .names, "Where the result is a resource: every call gets the same instance.")
    ) { RulesFile.ReplacedNames(data: $0, resource: $1) }
  }
}

extension Shape<RulesFile.ReplacedNames.Names> {
  static var names: Shape {
    .object(
      .optional("attribute", .identifier, "The attribute, without its '@'."),
      .optional("function", .identifier, "The function for closures.")
    ) { RulesFile.ReplacedNames.Names(attribute: $0, function: $1) }
  }
}

extension Shape<DecisionRow> {
  static func decisionRow(isShipped: Bool) -> Shape {
    .object(
      .required("use-case", .text, "What such a function does; findings say it as their reason."),
      .required("kind", .choice, "Data is copied for every call; a resource is shared by all."),
      .required(
        "types", .list(of: .type(qualified: isShipped), unique: true),
        "Return types, with their module in front; one without arguments stands for all of its arguments."),
      .optional(
        "calls", .list(of: .identifier, unique: true), else: [],
        "Names of functions, types and argument labels; a body that uses one prefers this row among those that match."
      ),
      .optional("note", .text, "What to know beside the decision; findings say it too.")
    ) { useCase, kind, types, calls, note in
      DecisionRow(
        useCase: useCase, kind: kind, types: types, calls: calls, note: note, isShipped: isShipped)
    }
  }
}

extension Shape<[OptionChange]> {
  /// An option may be there once for both replacements or once for each.
  static var options: Shape {
    Shape.list(of: .option, isEmptyAllowed: true).map { changes, node throws(LocatedFault) in
      guard case .sequence(let items) = node.content else { return changes }
      for (index, change) in changes.enumerated() {
        for (earlier, other) in changes[..<index].enumerated() where other.concerns(change) {
          throw LocatedFault(
            .duplicateValue(change.name), at: items[index].range, first: items[earlier].range)
        }
      }
      return changes
    }
  }
}

extension OptionChange {
  /// Whether both changes are about one option of one replacement.
  func concerns(_ other: OptionChange) -> Bool {
    name == other.name && (only == other.only || only == nil || other.only == nil)
  }
}

extension Shape<OptionChange> {
  static var option: Shape {
    .object(
      .required("name", .identifier, "The label of the option."),
      .optional("remove", .yes, "The option goes."),
      .optional("rename", .identifier, "The label that takes its place; the value stays."),
      .optional("values", .list(of: .valueChange), "The values that change; others stay."),
      .required("because", .text, "Why, for the message; no full stop."),
      .optional("only", .choice, "The one replacement it concerns; left out: both."),
      .optional(
        "asks-for-sharing", .boolean, else: false,
        "With 'true' its author wanted one shared object, which decides where the type is unknown."),
      .optional(
        "when-widgets", .argument, "The argument that takes its place when the body reads widgets."),
      constraints: KeyConstraints(
        oneOf: ["remove", "rename", "values"], needs: [(key: "when-widgets", other: "remove")])
    ) { name, _, rename, values, because, only, asksForSharing, whenWidgets in
      let action: OptionChange.Action =
        if let rename {
          .rename(rename)
        } else if let values {
          .values(Dictionary(values.map { ($0.value, $0.becomes) }) { first, _ in first })
        } else {
          .remove
        }
      return OptionChange(
        name: name, action: action, because: because, only: only, asksForSharing: asksForSharing,
        whenWidgets: whenWidgets)
    }
  }
}

/// A literal of the legacy API and its successor; without one, the option goes with the value.
struct ValueChange: Sendable {
  var value: String
  var becomes: String?
}

extension Shape<ValueChange> {
  static var valueChange: Shape {
    .object(
      .required("value", .text, "The value as it is written, in quotes."),
      .optional("becomes", .text, "What takes its place; left out: the option goes.")
    ) { ValueChange(value: $0, becomes: $1) }
  }
}

extension Shape<HashingFact> {
  static func hashingFact(isShipped: Bool) -> Shape {
    .object(
      .required("type", .type(qualified: isShipped), "The type, with its module in front."),
      .required("hashable", .boolean, "Whether it is 'Hashable'."),
      .optional(
        "stable", .boolean, else: false, "Whether a key made of it is the same in every process."),
      .optional("because", .text, "Why, for the verdict; no full stop.")
    ) { HashingFact(type: $0, isHashable: $1, isStable: $2, because: $3) }
  }
}

extension Shape<RulesFile.SuppressionSettings> {
  static var suppressions: Shape {
    .object(
      .optional("require-reason", .boolean, "With 'true' a suppression without a reason is a finding.")
    ) { RulesFile.SuppressionSettings(requiresReasons: $0) }
  }
}
