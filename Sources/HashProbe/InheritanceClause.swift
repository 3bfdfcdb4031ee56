/// One entry of what stands after the colon of a type or of one of its extensions.
package struct InheritanceClause: Hashable, Sendable {
  /// The protocol, superclass or raw type, in terms of the type's own parameters.
  package var type: ResolvedType
  package var spelling: TypeExpression
  /// The extension it stands in, as a position in the index; `nil`: the declaration itself.
  package var `extension`: Int?
  /// A macro's name, where it was the macro that added it.
  package var macro: String?
}

extension DeclarationIndex {
  /// The clauses of a type, its parameters replaced by the arguments given.
  func clauses(of type: ResolvedType, _ expansion: Expansion = Expansion()) -> [InheritanceClause] {
    guard case .declared(let number, let arguments) = type else { return [] }
    let own = clauses[number, default: []]
    guard !arguments.isEmpty else { return own }
    let known = substitutions(number, arguments)
    return own.map { clause in
      var clause = clause
      clause.type = substitute(clause.type, known, expansion)
      return clause
    }
  }

  /// Looks the clauses of a type up; an extension that is not compiled counts only if the type is not either.
  func resolvedClauses(of type: DeclaredType) -> [InheritanceClause] {
    let head = type.declaration.head
    var outside = scope(of: head.scope, in: type.file)
    outside.levels.insert(.parameters(type.number), at: 0)
    var all = type.declaration.inherited.flatMap { clauses($0, in: outside, nil) }
    for attribute in head.attributes {
      for conformance in macroConformances[attribute.name, default: []] {
        for var clause in clauses(conformance, in: outside, nil) {
          clause.macro = attribute.name
          all.append(clause)
        }
      }
    }
    for position in type.extensions where extensions[position].isActive || !type.isActive {
      let item = extensions[position]
      var scope = scope(of: item.declaration.head.scope, in: item.file)
      scope.levels.insert(.parameters(type.number), at: 0)
      all += item.declaration.inherited.flatMap { clauses($0, in: scope, position) }
    }
    return all
  }

  /// The protocols that a protocol refines, itself among them, and the names that could not be looked up.
  func ancestry(of number: TypeNumber) -> Ancestry {
    var found = Ancestry(protocols: [number])
    var rest = [number]
    while let next = rest.popLast() {
      var refined = clauses[next, default: []].map(\.type)
      for requirement in self[next].declaration.generics.requirements
      where requirement.left == .named("Self") && requirement.relation == .conforms {
        refined += constraints(
          requirement.right, in: scope(of: self[next].declaration.head.scope, in: self[next].file))
      }
      for type in refined {
        switch type {
        case .declared(let parent, _):
          if self[parent].kind != .protocol { continue }
          if found.protocols.insert(parent).inserted { rest.append(parent) }
        case .unknown(let name, _): found.unresolved.insert(name)
        default: continue
        }
      }
    }
    return found
  }

  private func clauses(
    _ type: TypeExpression, in scope: NameScope, _ position: Int?
  ) -> [InheritanceClause] {
    constraints(type, in: scope).map {
      InheritanceClause(type: $0, spelling: type.unattributed, extension: position)
    }
  }
}

/// What a protocol refines, directly or not.
package struct Ancestry: Hashable, Sendable {
  package var protocols: Set<TypeNumber> = []
  package var unresolved: Set<String> = []
}
