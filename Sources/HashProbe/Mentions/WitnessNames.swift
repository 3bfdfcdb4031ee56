/// The names of the members from which the compiler infers associated types: those that a protocol of the project asks
/// for with such a type in them, and the few of the standard library.
///
/// What such a member of a type is spelled to be, an answer about the type may rest on.
package struct WitnessNames: Sendable {
  package private(set) var names: Set<String> = [
    "makeIterator", "makeAsyncIterator", "next", "startIndex", "rawValue", "id",
  ]
  private var associatedTypes: Set<NameDigest> = []
  /// What protocols ask for, with the names in its type.
  private var asked: [(name: String, mentions: Set<NameDigest>)] = []

  package init() {}

  /// Takes in what the protocols of a file ask for.
  ///
  /// - Returns: Whether there is a new name, in other files perhaps.
  package mutating func add(_ summary: DeclarationSummary) -> Bool {
    let new = Set(summary.aliases.filter(\.isAssociatedType).map { NameDigest($0.head.name) })
      .subtracting(associatedTypes)
    let first = new.isEmpty ? asked.count : 0
    associatedTypes.formUnion(new)
    for type in summary.types where type.kind == .protocol {
      for property in type.members.properties {
        var mentions = NameMentions()
        if let type = property.type { mentions.add(part: type) }
        asked.append((property.head.name, mentions.parts))
      }
    }
    for function in summary.functions where function.generics.parameters.isEmpty {
      guard case .type(let position) = function.head.scope, summary.types[position].kind == .protocol else {
        continue
      }
      var mentions = NameMentions()
      mentions.add(signature: function)
      asked.append((function.head.name, mentions.parts))
    }
    let count = names.count
    for (name, mentions) in asked[first...] where !mentions.isDisjoint(with: associatedTypes) {
      names.insert(name)
    }
    return names.count > count
  }
}
