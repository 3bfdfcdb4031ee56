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
    hasAncestor(type) { refines($0, name) }
  }

  /// Whether a type inherits from one, a protocol or a class, of which this is so, be it through other classes.
  ///
  /// Classes that inherit from each other do not compile, and must not keep this going for ever.
  func hasAncestor(_ type: ResolvedType, where isSo: (TypeNumber) -> Bool) -> Bool {
    guard case .declared(let first, _) = type else { return false }
    var seen: Set<TypeNumber> = []
    var pending = [first]
    while let number = pending.popLast() {
      guard seen.insert(number).inserted else { continue }
      for clause in clauses(of: .declared(number, [])) {
        guard case .declared(let parent, _) = clause.type else { continue }
        if isSo(parent) { return true }
        if ancestries[parent] == nil { pending.append(parent) }
      }
    }
    return false
  }

  /// The types of the project that say they conform to a protocol.
  package func conformingTypes(of number: TypeNumber) -> [TypeNumber] { conformers[number] ?? [] }

  /// By each protocol, the types of the project that say they conform to it, in the order of their numbers.
  func projectConformers() -> [TypeNumber: [TypeNumber]] {
    var conformers: [TypeNumber: [TypeNumber]] = [:]
    // By their indices: a copy of each type would count the references of all of its parts.
    for index in types.indices where types[index].kind != .protocol && types[index].file >= toolchainCount {
      let number = types[index].number
      guard let clauses = clauses[number], !clauses.isEmpty else { continue }
      var protocols: Set<TypeNumber> = []
      for clause in clauses {
        guard case .declared(let parent, _) = clause.type, let ancestry = ancestries[parent] else { continue }
        protocols.formUnion(ancestry.protocols)
      }
      for asked in protocols { conformers[asked, default: []].append(number) }
    }
    return conformers
  }
}
