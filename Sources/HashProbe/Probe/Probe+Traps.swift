extension Probe {
  /// What is surprising about how values of a hashable type are compared.
  func traps(of type: ResolvedType) -> [String] {
    guard case .declared(let number, _) = type else { return [] }
    if index.isToolchain(number) {
      if index[number].name == "AnyHashable" { return [Self.dynamicTrap] }
      return index.comparesInstances(type)
        ? ["it tells instances apart, not values; one that is gone may lend its identity to another"] : []
    }
    return identityTraps(number, type) + disagreements(number, type) + isolationTraps(number)
  }

  /// `struct A: @MainActor Hashable` can be compared and hashed on that actor alone.
  private func isolationTraps(_ number: TypeNumber) -> [String] {
    let entries =
      index[number].declaration.inherited
      + index[number].extensions.flatMap { index.extensions[$0].declaration.inherited }
    for case .attributed(let words, let type) in entries {
      guard let actor = words.first(where: { $0.hasPrefix("@") && $0.hasSuffix("Actor") }),
        ["Hashable", "Equatable"].contains(type.unattributed.description)
      else { continue }
      return ["it is \(type.unattributed) on '\(actor)' only: elsewhere it can be part of no key"]
    }
    return []
  }

  /// Of what only the value at run time tells.
  static let dynamicTrap =
    "a key that leaves the process needs what it holds to be 'Codable' or 'CacheHashable', which shows at run time"

  /// `NSObject` compares instances unless a subclass overrides `isEqual`.
  private func identityTraps(_ number: TypeNumber, _ type: ResolvedType) -> [String] {
    guard index[number].kind == .class, index.comparesInstances(type) else { return [] }
    return [
      "two of '\(index[number].name)' are equal only when they are the same object, as 'NSObject' has it"
    ]
  }

  /// What `hash(into:)` and `==` mention, compared with what is stored.
  private func disagreements(_ number: TypeNumber, _ type: ResolvedType) -> [String] {
    let written = index.allWitnesses(of: number)
    guard let hash = written.first(where: { $0.kind == .hash }),
      let equals = written.first(where: { $0.kind == .equals })
    else { return [] }
    let stored = index.storedParts(of: type).filter(\.isStoredProperty).map(\.name)
    let hashed = stored.filter(hash.mentions.contains)
    let compared = stored.filter(equals.mentions.contains)
    guard !hashed.isEmpty, !compared.isEmpty else { return [] }
    var traps: [String] = []
    for name in hashed where !compared.contains(name) {
      traps.append(
        "'hash(into:)' reads '\(name)', which '==' does not compare: equal values can have two keys")
    }
    for name in compared where !hashed.contains(name) {
      traps.append("'hash(into:)' leaves out '\(name)', which '==' compares")
    }
    for name in stored where !compared.contains(name) && !hashed.contains(name) {
      traps.append(
        "neither '==' nor 'hash(into:)' reads '\(name)': values that differ in it alone share a key")
    }
    return traps
  }
}

extension DeclarationIndex {
  /// Whether a class is an `NSObject`, be it through others.
  func inheritsNSObject(_ type: ResolvedType) -> Bool {
    hasAncestor(type) { isToolchain($0) && self[$0].kind == .class && self[$0].name == "NSObject" }
  }

  /// Whether a class, or one that it inherits from, overrides `isEqual`.
  func overridesEquality(_ number: TypeNumber) -> Bool {
    var visited: Set<TypeNumber> = []
    var next: TypeNumber? = number
    while let number = next, !isToolchain(number), visited.insert(number).inserted {
      if functionNames(of: number).contains(where: { $0.hasPrefix("isEqual(") }) { return true }
      guard case .declared(let parent, _)? = superclass(of: selfType(number)) else { return false }
      next = parent
    }
    return false
  }

  /// The full names of the methods that a type and its extensions declare.
  private func functionNames(of number: TypeNumber) -> [String] {
    let files = Set([self[number].file] + self[number].extensions.map { extensions[$0].file })
    return files.flatMap { file in
      summaries[file].functions.filter { enclosingType(of: $0.head.scope, in: file) == number }.map(
        \.fullName)
    }
  }
}
