extension DeclarationIndex {
  /// What an associated type is of a type that conforms to `owner`, as the compiler infers it: an alias in an extension
  /// of a protocol, else what a member is that the protocol asks for, else the default.
  func inferredWitness(
    _ name: String, ofProtocol owner: TypeNumber, in type: ResolvedType, _ expansion: Expansion
  ) -> ResolvedType? {
    guard case .declared(let number, let arguments) = type,
      let expansion = expansion.entering(.inferred(type, name))
    else { return nil }
    let protocols = protocols(of: number)
    return aliasWitness(name, protocols, type, expansion)
      ?? (isToolchain(owner)
        ? toolchainWitness(name, number, arguments, type, expansion)
        : memberWitness(name, protocols, number, arguments, expansion))
      ?? defaultWitness(name, owner, type, expansion)
      ?? parameterWitness(name, number, arguments)
  }

  /// A generic parameter that has the associated type's name, of the innermost type around that has any.
  private func parameterWitness(
    _ name: String, _ number: TypeNumber, _ arguments: [ResolvedType]
  ) -> ResolvedType? {
    let all = zip(parameters(of: number), arguments)
    let innermost = parameters(of: number).last?.owner
    return all.first { $0.0.owner == innermost && $0.0.name == name }?.1
  }

  /// The protocols that a type says it conforms to, and what these refine, in the order of their numbers.
  private func protocols(of number: TypeNumber) -> [TypeNumber] {
    var all: Set<TypeNumber> = []
    for clause in clauses[number, default: []] {
      if case .declared(let parent, _) = clause.type, let ancestry = ancestries[parent] {
        all.formUnion(ancestry.protocols)
      }
    }
    return all.sorted { $0.value < $1.value }
  }

  /// `extension P where Self: Q { typealias Name = … }`.
  private func aliasWitness(
    _ name: String, _ protocols: [TypeNumber], _ type: ResolvedType, _ expansion: Expansion
  ) -> ResolvedType? {
    for number in protocols where !isToolchain(number) {
      for named in members[number]?[name] ?? [] {
        guard case .alias(let file, let position) = named.kind, named.isActive else { continue }
        let alias = summaries[file].aliases[position]
        guard !alias.isAssociatedType, case .extension(let place) = alias.head.scope,
          let target = alias.target,
          let inner = expansion.entering(alias: named.kind),
          holds(extensionAt: firstExtensions[file] + place, of: number, for: type)
        else { continue }
        var scope = scope(of: alias.head.scope, in: file)
        scope.expansion = inner
        return concrete(resolve(target, in: scope), number, type, expansion)
      }
    }
    return nil
  }

  /// Whether a type meets the `where` clause of an extension of a protocol.
  private func holds(
    extensionAt position: Int, of owner: TypeNumber, for type: ResolvedType
  ) -> Bool {
    let scope = scope(insideExtension: position)
    return extensions[position].declaration.requirements.allSatisfy { requirement in
      let left = concrete(resolve(requirement.left, in: scope), owner, type, Expansion())
      switch requirement.relation {
      case .equals: return left == concrete(resolve(requirement.right, in: scope), owner, type, Expansion())
      case .conforms:
        return constraints(requirement.right, in: scope).allSatisfy { constraint in
          guard case .declared(let target, _) = constraint else { return true }
          return conformance(of: left, to: target).isYes
        }
      }
    }
  }

  /// Reads it off a property or method that a protocol asks for.
  private func memberWitness(
    _ name: String, _ protocols: [TypeNumber], _ number: TypeNumber, _ arguments: [ResolvedType],
    _ expansion: Expansion
  ) -> ResolvedType? {
    for owner in protocols where !isToolchain(owner) {
      for property in self[owner].declaration.members.properties {
        guard let pattern = property.type, pattern.mentions(name),
          let found = propertyType(
            property.head.name, of: number, arguments, isStatic: property.isStatic, expansion)
        else { continue }
        if let match = pattern.match(name, found, self) { return match }
      }
      for asked in functions(of: owner) where asked.generics.parameters.isEmpty {
        let patterns = asked.parameters.map(\.type) + [asked.result].compactMap(\.self)
        guard patterns.contains(where: { $0.mentions(name) }) else { continue }
        for written in functionTypes(asked, of: number, arguments, expansion) {
          for (pattern, found) in zip(patterns, written) {
            if let match = pattern.match(name, found, self) { return match }
          }
        }
      }
    }
    return nil
  }

  /// The same for the protocols of the standard library, of whose members nothing is known but this.
  private func toolchainWitness(
    _ name: String, _ number: TypeNumber, _ arguments: [ResolvedType], _ type: ResolvedType,
    _ expansion: Expansion
  ) -> ResolvedType? {
    func property(_ name: String) -> ResolvedType? {
      propertyType(name, of: number, arguments, isStatic: false, expansion)
    }
    func result(_ function: String, _ pattern: TypeExpression) -> ResolvedType? {
      let asked = FunctionDeclaration(
        head: DeclarationHead(
          name: function, scope: .file, place: self[number].declaration.head.place, access: .internal),
        generics: GenericSignature(), parameters: [], result: pattern, isStatic: false, isMethod: true)
      let written = functionTypes(asked, of: number, arguments, expansion).first?.last
      return written.flatMap { pattern.match(name, $0, self) }
    }
    switch name {
    case "RawValue": return rawType(of: number) ?? property("rawValue")
    case "ID": return property("id") ?? (self[number].kind == .class ? standard("ObjectIdentifier") : nil)
    case "AllCases": return standard("Array", [type])
    case "Index": return property("startIndex")
    case "Iterator": return result("makeIterator", .named("Iterator"))
    case "AsyncIterator": return result("makeAsyncIterator", .named("AsyncIterator"))
    case "Element": return result("next", .optional(.named("Element")))
    default: return nil
    }
  }

  /// `associatedtype Name = …`.
  private func defaultWitness(
    _ name: String, _ owner: TypeNumber, _ type: ResolvedType, _ expansion: Expansion
  ) -> ResolvedType? {
    for named in members[owner]?[name] ?? [] {
      guard case .alias(let file, let position) = named.kind,
        let target = summaries[file].aliases[position].target,
        summaries[file].aliases[position].isAssociatedType,
        let inner = expansion.entering(alias: named.kind)
      else { continue }
      var scope = scope(inside: owner)
      scope.expansion = inner
      return concrete(resolve(target, in: scope), owner, type, expansion)
    }
    return nil
  }

  /// Puts a conforming type in the place of `Self`, and of the associated types what they are of it.
  private func concrete(
    _ type: ResolvedType, _ owner: TypeNumber, _ conforming: ResolvedType, _ expansion: Expansion
  ) -> ResolvedType {
    let itself = ParameterName(owner: owner, name: "Self")
    return substitute(type.asMembersOfSelf(itself), [itself: conforming], expansion)
  }

  /// The functions that stand in a type, outside of its extensions.
  private func functions(of number: TypeNumber) -> [FunctionDeclaration] {
    let file = self[number].file
    return summaries[file].functions.filter { function in
      guard case .type(let position) = function.head.scope else { return false }
      return numbers[file][position] == number
    }
  }

  /// What the parameters and the result are of each function of a type that has the name and labels of another.
  private func functionTypes(
    _ asked: FunctionDeclaration, of number: TypeNumber, _ arguments: [ResolvedType], _ expansion: Expansion
  ) -> [[ResolvedType]] {
    let files = Set([self[number].file] + self[number].extensions.map { extensions[$0].file }).sorted()
    let known = substitutions(number, arguments)
    return files.flatMap { file in
      summaries[file].functions.compactMap { function -> [ResolvedType]? in
        guard function.head.name == asked.head.name, function.isStatic == asked.isStatic,
          function.generics.parameters.isEmpty,
          function.parameters.map(\.label) == asked.parameters.map(\.label),
          enclosingType(of: function.head.scope, in: file) == number
        else { return nil }
        var scope = scope(of: function.head.scope, in: file)
        scope.expansion = expansion
        let types = function.parameters.map(\.type) + [function.result].compactMap(\.self)
        return types.map { substitute(resolve($0.unattributed, in: scope), known, expansion) }
      }
    }
  }

  /// The spelled or inferred type of a property, wherever in the type it is declared.
  package func propertyType(
    _ name: String, of number: TypeNumber, _ arguments: [ResolvedType]
  ) -> ResolvedType? {
    propertyType(name, of: number, arguments, isStatic: false, Expansion())
  }

  private func propertyType(
    _ name: String, of number: TypeNumber, _ arguments: [ResolvedType], isStatic: Bool, _ expansion: Expansion
  ) -> ResolvedType? {
    let declared = self[number]
    func spelling(in members: MemberDeclarations) -> TypeExpression? {
      members.properties.first { property in
        property.head.name == name && property.isStatic == isStatic
          && isCompiled(property.head.conditions, declared)
      }?.type
    }
    var found: ResolvedType?
    if let spelled = spelling(in: declared.declaration.members) {
      var scope = scope(inside: number)
      scope.expansion = expansion
      found = resolve(spelled, in: scope)
    }
    for position in declared.extensions where found == nil {
      guard let spelled = spelling(in: extensions[position].declaration.members) else { continue }
      var scope = scope(insideExtension: position)
      scope.expansion = expansion
      found = resolve(spelled, in: scope)
    }
    return found.map { substitute($0, substitutions(number, arguments), expansion) }
  }
}

extension ResolvedType {
  /// `Item` in a protocol is `Self.Item`.
  fileprivate func asMembersOfSelf(_ itself: ParameterName) -> ResolvedType {
    func all(_ types: [ResolvedType]) -> [ResolvedType] { types.map { $0.asMembersOfSelf(itself) } }
    switch self {
    case .member(.declared(let number, _), let name) where number == itself.owner:
      return .member(.parameter(itself), name)
    case .member(let base, let name): return .member(base.asMembersOfSelf(itself), name)
    case .declared(let number, let arguments): return .declared(number, all(arguments))
    case .tuple(let elements): return .tuple(all(elements))
    case .metatype(let type): return .metatype(type.asMembersOfSelf(itself))
    case .existential(let parts): return .existential(all(parts))
    case .opaque(let parts): return .opaque(all(parts))
    case .pack(let type): return .pack(type.asMembersOfSelf(itself))
    case .parameter, .function, .unknown: return self
    }
  }
}

extension TypeExpression {
  /// What `name` stands for, when this type, as a protocol spells it, is another one in the conforming type.
  fileprivate func match(_ name: String, _ found: ResolvedType, _ index: DeclarationIndex) -> ResolvedType? {
    func inner(_ wanted: String) -> [ResolvedType]? {
      guard case .declared(let number, let arguments) = found, index.standardNumber(wanted) == number else {
        return nil
      }
      return arguments
    }
    switch self {
    case .named(let components):
      let names = components.map(\.name)
      return names == [name] || names == ["Self", name] ? found : nil
    case .optional(let wrapped): return inner("Optional")?.first.flatMap { wrapped.match(name, $0, index) }
    case .array(let element): return inner("Array")?.first.flatMap { element.match(name, $0, index) }
    case .dictionary(let key, let value):
      guard let arguments = inner("Dictionary"), arguments.count == 2 else { return nil }
      return key.match(name, arguments[0], index) ?? value.match(name, arguments[1], index)
    case .attributed(_, let type): return type.match(name, found, index)
    case .tuple(let elements):
      guard case .tuple(let types) = found, types.count == elements.count else { return nil }
      return zip(elements, types).lazy.compactMap { $0.type.match(name, $1, index) }.first
    default: return nil
    }
  }
}
