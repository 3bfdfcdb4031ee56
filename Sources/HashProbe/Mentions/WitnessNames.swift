/// The names of the members from which the compiler infers associated types: those that a protocol of the project asks
/// for with such a type in them, and the few of the standard library.
///
/// What such a member of a type is spelled to be, an answer about the type may rest on.
package struct WitnessNames: Sendable {
  package private(set) var names = Self.ofStandardLibrary
  /// What the protocols of the standard library ask for.
  static let ofStandardLibrary: Set = [
    "makeIterator", "makeAsyncIterator", "next", "startIndex", "rawValue", "id",
  ]
  /// Those that protocols of the project ask for, as `UnreadFunctions` knows them, with the names of these protocols.
  private(set) var protocols: [NameDigest: Set<NameDigest>] = [:]
  private var associatedTypes: Set<NameDigest> = []
  private var asked: [Requirement] = []

  /// What a protocol asks for.
  private struct Requirement {
    var name: String
    var signature: NameDigest
    var owner: NameDigest
    /// The names in its type.
    var mentions: Set<NameDigest>
  }

  package init() {}

  /// Takes in what the protocols of a file ask for.
  ///
  /// - Returns: Whether there is a new name, in other files perhaps.
  package mutating func add(_ summary: DeclarationSummary) -> Bool {
    let new = Set(
      summary.aliases.lazy.filter(\.isAssociatedType).map { NameDigest($0.head.name) }
    ).subtracting(associatedTypes)
    let first = new.isEmpty ? asked.count : 0
    associatedTypes.formUnion(new)
    addRequirements(of: summary)
    var isNew = false
    for requirement in asked[first...] where !requirement.mentions.isDisjoint(with: associatedTypes) {
      if names.insert(requirement.name).inserted { isNew = true }
      if protocols[requirement.signature, default: []].insert(requirement.owner).inserted { isNew = true }
    }
    return isNew
  }

  private mutating func addRequirements(of summary: DeclarationSummary) {
    // By their indices: a copy of each declaration would take longer than the look at it.
    let positions = summary.types.indices.filter { summary.types[$0].kind == .protocol }
    guard !positions.isEmpty else { return }
    for position in positions {
      for property in summary.types[position].members.properties {
        var mentions = NameMentions()
        if let type = property.type { mentions.add(part: type) }
        asked.append(
          Requirement(
            name: property.head.name, signature: UnreadFunctions.signature(of: property),
            owner: NameDigest(summary.types[position].head.name), mentions: mentions.parts))
      }
    }
    for index in summary.functions.indices {
      guard case .type(let position) = summary.functions[index].head.scope,
        summary.types[position].kind == .protocol
      else { continue }
      let function = summary.functions[index]
      guard function.generics.parameters.isEmpty else { continue }
      var mentions = NameMentions()
      mentions.add(signature: function)
      asked.append(
        Requirement(
          name: function.head.name, signature: UnreadFunctions.signature(of: function),
          owner: NameDigest(summary.types[position].head.name), mentions: mentions.parts))
    }
  }
}
