/// The names of a file's functions and computed properties that were passed over, so that whoever asks for one of them can
/// have the file read anew.
package struct UnreadFunctions: Hashable, Codable, Sendable {
  /// Of functions, without labels.
  private var names: Set<NameDigest> = []
  private var members: Set<Member> = []

  /// A function by its name and its first label, which tells initializers apart, or a property.
  private struct Member: Hashable, Codable {
    var signature: NameDigest
    /// The type that it stands in, by its name; `foreign` where it cannot be told on bytes.
    var owner: NameDigest
  }

  package init() {}

  package var isEmpty: Bool { names.isEmpty && members.isEmpty }

  /// - Parameter owner: `nil` at top level, where nothing is a member.
  mutating func insert(function name: ArraySlice<UInt8>, label: ArraySlice<UInt8>?, of owner: NameDigest?) {
    names.insert(NameDigest(name))
    if let owner { members.insert(Member(signature: Self.signature(name, label: label), owner: owner)) }
  }

  mutating func insert(property name: ArraySlice<UInt8>, of owner: NameDigest?) {
    if let owner { members.insert(Member(signature: NameDigest(name), owner: owner)) }
  }

  mutating func formUnion(_ other: UnreadFunctions) {
    names.formUnion(other.names)
    members.formUnion(other.members)
  }

  /// - Parameter names: Of functions, without labels.
  package func contains(anyOf names: Set<NameDigest>) -> Bool { !self.names.isDisjoint(with: names) }

  /// Whether one of the members may be what a protocol asks for.
  package func contains(
    anyOf witnesses: WitnessNames, _ mayConform: (_ owner: NameDigest, _ protocols: Set<NameDigest>) -> Bool
  ) -> Bool {
    members.contains { member in
      guard let protocols = witnesses.protocols[member.signature] else { return false }
      return member.owner == .foreign || protocols.contains(.foreign) || mayConform(member.owner, protocols)
    }
  }

  func contains(_ function: FunctionDeclaration) -> Bool { names.contains(NameDigest(function.head.name)) }

  func contains(_ property: PropertyDeclaration) -> Bool {
    let signature = Self.signature(of: property)
    return !property.isStored && members.contains { $0.signature == signature }
  }

  static func signature(of function: FunctionDeclaration) -> NameDigest {
    let label = function.parameters.first.map { Array(($0.label ?? "_").utf8)[...] }
    return signature(Array(function.head.name.utf8)[...], label: label)
  }

  static func signature(of property: PropertyDeclaration) -> NameDigest { NameDigest(property.head.name) }

  private static func signature(_ name: ArraySlice<UInt8>, label: ArraySlice<UInt8>?) -> NameDigest {
    NameDigest(name + [UInt8(ascii: "(")] + (label ?? []))
  }
}
