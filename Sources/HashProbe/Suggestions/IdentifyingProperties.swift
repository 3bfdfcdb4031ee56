/// The properties by which values of a type can be told apart, as far as code elsewhere can read them.
struct IdentifyingProperties {
  /// One that tells by its name that it identifies a value.
  private(set) var best: Property?
  /// All stored ones that can be read and are hashed by what they hold.
  private(set) var usable: [Property] = []
  /// The names of stored ones that are left out.
  private(set) var leftOut: [String] = []

  struct Property: Hashable {
    var name: String
    var type: ResolvedType
    var isLet: Bool
    var isStored: Bool
  }

  /// What identifies a value, the most telling first.
  static let names = [
    "id", "uuid", "identifier", "name", "url", "key", "code", "rawValue", "path", "slug", "title",
  ]
  /// Those that hardly ever mean anything else.
  static let certainNames: Set<String> = ["id", "uuid", "identifier"]

  init(of type: ResolvedType, in index: DeclarationIndex, _ query: ConformanceQuery) {
    var readable: [Property] = []
    var visited: Set<TypeNumber> = []
    var next: ResolvedType? = type
    var isObject = false
    while case .declared(let number, let arguments)? = next, visited.insert(number).inserted,
      !index.isToolchain(number)
    {
      let reader = PropertyReader(index: index, query: query, number: number, arguments: arguments)
      isObject = isObject || index[number].kind == .class
      for property in reader.properties where !readable.contains(where: { $0.name == property.name }) {
        readable.append(property)
      }
      let names = Set(readable.map(\.name))
      leftOut += index.storedParts(of: .declared(number, arguments)).filter(\.isStoredProperty)
        .map(\.name).filter { !names.contains($0) }
      next = index.superclass(of: .declared(number, arguments))
    }
    usable = readable.filter(\.isStored)
    best = Self.names.lazy.compactMap { name in readable.first { $0.name == name } }.first
    // Next to a thread or a lock, what can change is state and tells nothing of which object it is.
    if isObject, !leftOut.isEmpty { usable.removeAll { !$0.isLet } }
  }
}

/// Looks for properties of one declaration and its extensions that can be read from where the question is asked.
private struct PropertyReader {
  let index: DeclarationIndex
  let query: ConformanceQuery
  let number: TypeNumber
  let arguments: [ResolvedType]

  var properties: [IdentifyingProperties.Property] {
    members.flatMap(\.properties).compactMap { property in
      guard isReadable(property), let type = index.propertyType(property.head.name, of: number, arguments),
        index.hashability(of: type, query).isYes, !index.comparesInstances(type),
        !isGuarded || property.isLet && isSendable(type)
      else { return nil }
      return .init(
        name: property.head.name, type: type, isLet: property.isLet, isStored: property.isStored)
    }
  }

  private var declared: DeclaredType { index[number] }

  private var members: [MemberDeclarations] {
    [declared.declaration.members] + declared.extensions.map { index.extensions[$0].declaration.members }
  }

  private func isReadable(_ property: PropertyDeclaration) -> Bool {
    let isIdentifying = IdentifyingProperties.names.contains(property.head.name)
    let isHome = index.module(of: number) == query.module
    return !property.isStatic && !property.isLazy && !property.isReference && !property.hasEffects
      && (property.isStored || isIdentifying) && property.head.access > (isHome ? .fileprivate : .internal)
      && index.isCompiled(property.head.conditions, declared)
      && property.head.attributes.allSatisfy { !$0.name.hasSuffix("Actor") && $0.name != "available" }
  }

  /// On an actor, and in a class that vouches for its own locking, only constants can be read from anywhere.
  private var isGuarded: Bool { index.isIsolated(number) || index.isUncheckedSendable(number) }

  private func isSendable(_ type: ResolvedType) -> Bool {
    index.standardNumber("Sendable").map { index.conformance(of: type, to: $0, query).isYes } ?? false
  }
}

extension DeclarationIndex {
  /// The superclass, in terms of the type's own arguments.
  func superclass(of type: ResolvedType) -> ResolvedType? {
    guard case .declared(let number, _) = type, self[number].kind == .class else { return nil }
    return clauses(of: type).lazy.map(\.type).first { parent in
      guard case .declared(let parent, _) = parent else { return false }
      return self[parent].kind == .class
    }
  }

  /// An actor, or a type on a global actor.
  func isIsolated(_ number: TypeNumber) -> Bool {
    self[number].kind == .actor
      || self[number].declaration.head.attributes.contains { $0.name.hasSuffix("Actor") }
  }

  func isUncheckedSendable(_ number: TypeNumber) -> Bool {
    let added = self[number].extensions.flatMap { position in extensions[position].declaration.inherited }
    return (self[number].declaration.inherited + added).contains { entry in
      if case .attributed(let words, _) = entry { return words.contains("@unchecked") }
      return false
    }
  }

  /// Whether equality of a hashable type, or of a part of it, means the same instance rather than the same contents.
  func comparesInstances(_ type: ResolvedType) -> Bool {
    guard case .declared(let number, let arguments) = type else { return false }
    if arguments.contains(where: comparesInstances) { return true }
    if isToolchain(number) {
      return self[number].name == "ObjectIdentifier" || isPlainObject(type)
    }
    return self[number].kind == .class && inheritsNSObject(type) && !overridesEquality(number)
  }

  /// A class of the toolchain that keeps `NSObject`'s equality: nothing that could be copied or saved, as values are.
  private func isPlainObject(_ type: ResolvedType) -> Bool {
    guard inheritsNSObject(type) else { return false }
    return !["NSCopying", "NSCoding", "NSSecureCoding"].contains { conforms(type, toNamed: $0) }
  }
}
