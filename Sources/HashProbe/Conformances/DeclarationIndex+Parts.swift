/// A stored property or an associated value: what a value is made of.
package struct StoredPart: Hashable, Sendable {
  /// `property 'name'` or `case 'name'`, for sentences.
  package var what: String
  package var name: String
  /// `nil` where only the compiler can infer it.
  package var type: ResolvedType?
  package var spelling: TypeExpression?
  package var place: DeclarationPlace
  package var isStoredProperty: Bool
  package var isReference: Bool
  /// What is synthesized does not look at it.
  package var isLazy = false
}

extension DeclarationIndex {
  /// What values of a declared type are made of, generic arguments in their place.
  package func storedParts(of type: ResolvedType) -> [StoredPart] {
    guard case .declared(let number, let arguments) = type else { return [] }
    let declared = self[number]
    let inside = scope(inside: number)
    let known = substitutions(number, arguments)
    var parts: [StoredPart] = []
    for property in declared.declaration.members.properties
    where property.isStored && !property.isStatic && isCompiled(property.head.conditions, declared) {
      let resolved = property.type.map { substitute(resolve($0, in: inside), known) }
      let wrapped = wrapper(of: property, resolved, in: inside)
      parts.append(
        StoredPart(
          what: "property '\(property.head.name)'", name: property.head.name, type: wrapped ?? resolved,
          spelling: property.type, place: property.head.place, isStoredProperty: true,
          isReference: property.isReference, isLazy: property.isLazy))
    }
    for item in activeCases(of: number) {
      for value in item.payload {
        parts.append(
          StoredPart(
            what: "associated value of case '\(item.name)'", name: item.name,
            type: substitute(resolve(value.type, in: inside), known), spelling: value.type, place: item.place,
            isStoredProperty: false, isReference: false))
      }
    }
    return parts
  }

  /// What a project's protocol asks its conforming types to have, as parts.
  func isCompiled(_ conditions: [CompilationCondition], _ type: DeclaredType) -> Bool {
    !type.isActive || configuration.isActive(conditions)
  }

  /// With a property wrapper it is the wrapper that is stored.
  private func wrapper(
    of property: PropertyDeclaration, _ value: ResolvedType?, in scope: NameScope
  ) -> ResolvedType? {
    for attribute in property.head.attributes {
      guard case .declared(let number, let arguments) = resolve(attribute.type, in: scope),
        self[number].declaration.head.attributes.contains(where: { $0.name == "propertyWrapper" })
      else { continue }
      let parameters = self[number].declaration.generics.parameters
      guard parameters.count == 1, arguments.count == 1, let value else {
        return .declared(number, arguments)
      }
      return .declared(number, [value])
    }
    return nil
  }

  /// Why a conformance that is declared cannot be synthesized after all; `nil`: it can, or is written out.
  func obstacle(
    to target: TypeNumber, _ number: TypeNumber, _ type: ResolvedType, _ clause: InheritanceClause,
    _ query: ConformanceQuery
  ) -> Explanation? {
    let declared = self[number]
    let name = self[target].name
    guard isToolchain(target), !isToolchain(number), declared.kind == .struct || declared.kind == .enum,
      let needed = neededWitnesses(name), !hasDefaults(number)
    else { return nil }
    let written = witnesses(of: number)
    if needed.allSatisfy({ written.contains($0) }) { return nil }
    // A hash written by hand leaves `==` to be synthesized from Equatable members.
    let asked = name == "Hashable" && written.contains(.hash) ? standardNumber("Equatable") ?? target : target
    if declared.kind == .enum, rawType(of: number) != nil { return nil }
    for part in storedParts(of: type) where !part.isLazy {
      guard let partType = part.type, !part.isReference || !written.contains(.hash) else { continue }
      guard case .no(let reason) = conformance(of: partType, to: asked, query) else { continue }
      return Explanation(
        "\(declared.kind.rawValue) '\(declared.name)' is not \(name)", at: declared.declaration.head.place,
        causes: [Explanation("its \(part.what) is '\(spell(partType))'", at: part.place, causes: [reason])])
    }
    return nil
  }

  private func neededWitnesses(_ name: String) -> Set<Witness.Kind>? {
    switch name {
    case "Hashable": [.hash, .equals]
    case "Equatable": [.equals]
    default: nil
    }
  }

  /// The members written by hand that a conformance can rest on.
  package func witnesses(of number: TypeNumber) -> Set<Witness.Kind> {
    Set(allWitnesses(of: number).map { $0.kind == .hashValue ? .hash : $0.kind })
  }

  package func allWitnesses(of number: TypeNumber) -> [Witness] {
    let type = self[number]
    let members = [type.declaration.members] + type.extensions.map { extensions[$0].declaration.members }
    let own = members.flatMap(\.witnesses).filter { isCompiled($0.conditions, type) }
    return own + operators(on: number)
  }

  /// `func == (left: T, right: T)` outside of any type.
  private func operators(on number: TypeNumber) -> [Witness] {
    let name = self[number].name
    let file = self[number].file
    return equalities[summaries[file].module ?? "", default: []]
      .filter { $0.parameters.first?.type.mentions(name) == true }
      .map { Witness(kind: .equals, place: $0.head.place, conditions: $0.head.conditions) }
  }

  /// Whether a protocol that it conforms to may bring `==` and `hash(into:)` along.
  private func hasDefaults(_ number: TypeNumber) -> Bool {
    let harmless: Set<String> = [
      "Hashable", "Equatable", "Comparable", "Codable", "Encodable", "Decodable", "Sendable", "Error",
      "Identifiable", "CustomStringConvertible", "CustomDebugStringConvertible", "CaseIterable", "Copyable",
      "LocalizedError", "ExpressibleByStringLiteral", "ExpressibleByIntegerLiteral",
    ]
    for clause in clauses[number, default: []] {
      guard case .declared(let parent, _) = clause.type, let ancestry = ancestries[parent] else {
        if case .unknown = clause.type { return true }
        continue
      }
      for ancestor in ancestry.protocols {
        if isToolchain(ancestor) {
          if !harmless.contains(self[ancestor].name) { return true }
        } else if !witnesses(of: ancestor).isDisjoint(with: [.hash, .equals]) {
          return true
        }
      }
    }
    return false
  }
}

extension TypeExpression {
  /// Whether a name stands anywhere in the type.
  func mentions(_ name: String) -> Bool {
    if case .named(let components) = self, components.contains(where: { $0.name == name }) { return true }
    return parts.contains { $0.mentions(name) }
  }
}
