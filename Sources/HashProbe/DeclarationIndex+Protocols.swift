extension DeclarationIndex {
  /// Whether a protocol refines one of the toolchain's, by its name.
  package func refines(_ number: TypeNumber, _ name: String) -> Bool {
    ancestries[number]?.protocols.contains { isToolchain($0) && self[$0].name == name } == true
  }

  /// Whether only classes can conform to a protocol.
  package func isClassBound(_ number: TypeNumber) -> Bool {
    ancestries[number]?.protocols.contains { ancestor in
      self[ancestor].declaration.inherited.contains {
        $0.unattributed == .named("AnyObject") || $0.unattributed == .named("NSObjectProtocol")
      }
    } == true
  }

  /// Whether a type conforms to a protocol of the toolchain, by its name.
  package func conforms(_ type: ResolvedType, toNamed name: String) -> Bool {
    guard case .declared(let number, _) = type else { return false }
    for clause in clauses(of: .declared(number, [])) {
      guard case .declared(let parent, _) = clause.type else { continue }
      if ancestries[parent] != nil ? refines(parent, name) : conforms(clause.type, toNamed: name) {
        return true
      }
    }
    return false
  }

  /// The types of the project that say they conform to a protocol.
  package func conformingTypes(of number: TypeNumber) -> [TypeNumber] {
    types.filter { type in
      !isToolchain(type.number) && type.kind != .protocol
        && clauses[type.number, default: []].contains { clause in
          guard case .declared(let parent, _) = clause.type else { return false }
          return ancestries[parent]?.protocols.contains(number) == true
        }
    }.map(\.number)
  }
}
