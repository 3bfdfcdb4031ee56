extension DeclarationIndex {
  /// A struct, enum, class or actor: what its declaration and extensions say, then what comes by itself.
  func conformance(
    ofDeclared number: TypeNumber, _ type: ResolvedType, to target: TypeNumber, _ query: ConformanceQuery
  ) -> Conformance {
    query.inquiry.answer(
      Assumption(type: type, protocol: target), on: number,
      assumed: {
        .yes(
          Explanation("'\(spell(type))' is \(self[target].name) if its other parts are", origin: .implicit))
      },
      tooDeep: {
        .unknown(
          Explanation(
            "whether '\(self[number].name)' is \(self[target].name) was not followed further than through "
              + "\(Inquiry.limit) types"))
      }
    ) { isBeingLookedAt in
      conformance(ofDeclared: number, type, to: target, query, isBeingLookedAt)
    }
  }

  private func conformance(
    ofDeclared number: TypeNumber, _ type: ResolvedType, to target: TypeNumber, _ query: ConformanceQuery,
    _ isBeingLookedAt: Bool
  ) -> Conformance {
    var refusal: Explanation?
    var doubt: Explanation?
    for clause in clauses(of: type) where isInSight(clause, of: number, query) {
      switch answer(clause, of: number, type, to: target, query, isBeingLookedAt) {
      case .yes(let reason): return .yes(reason)
      case .no(let reason)?: refusal = refusal ?? reason
      case .unknown(let reason)?: doubt = doubt ?? reason
      case nil: continue
      }
    }
    if let implicit = implicitConformance(of: number, type, to: target, query, isBeingLookedAt) {
      return implicit
    }
    if let doubt { return .unknown(doubt) }
    if let macro = unknownMacro(on: number) {
      return .unknown(
        .undeclared(macro, "what the macro '@\(macro)' adds to '\(self[number].name)' is not known"))
    }
    return .no(refusal ?? missing(number, target))
  }

  private func missing(_ number: TypeNumber, _ target: TypeNumber) -> Explanation {
    let declared = self[number]
    return Explanation(
      "\(declared.kind.rawValue) '\(declared.name)' does not conform to \(self[target].name)",
      at: isToolchain(number) ? nil : declared.declaration.head.place)
  }

  /// An extension in another module counts where that module is in sight.
  private func isInSight(
    _ clause: InheritanceClause, of number: TypeNumber, _ query: ConformanceQuery
  ) -> Bool {
    guard let position = clause.extension else { return true }
    let module = summaries[extensions[position].file].module
    let home = summaries[self[number].file].module
    if module == home || module == query.module { return true }
    if extensions[position].file < toolchainCount { return true }
    guard let asking = query.module ?? home, let module else { return true }
    return modulesBehind[asking]?.contains(module) ?? false
  }

  /// What a module imports, and what that imports in turn.
  func closure(importedBy module: String) -> Set<String> {
    var all: Set<String> = []
    var rest = [module]
    while let next = rest.popLast() {
      for item in imports[next, default: []] where all.insert(item).inserted { rest.append(item) }
    }
    return all
  }

  /// What one entry behind the colon says; `nil`: nothing on this protocol.
  private func answer(
    _ clause: InheritanceClause, of number: TypeNumber, _ type: ResolvedType, to target: TypeNumber,
    _ query: ConformanceQuery, _ isBeingLookedAt: Bool
  ) -> Conformance? {
    switch clause.type {
    case .unknown(let name, _):
      return .unknown(
        .undeclared(name, "'\(self[number].name)' inherits '\(name)', of which no declaration was found"))
    case .declared(let parent, _):
      guard let ancestry = ancestries[parent] else {
        guard self[parent].kind == .class, self[number].kind == .class else { return nil }
        return inherited(from: clause.type, parent, number, target, query)
      }
      guard ancestry.protocols.contains(target) else {
        guard let name = ancestry.unresolved.min() else { return nil }
        return .unknown(
          .undeclared(name, "'\(self[parent].name)' refines '\(name)', of which no declaration was found"))
      }
      return declared(clause, parent, number, type, target, query, isBeingLookedAt)
    default: return nil
    }
  }

  private func inherited(
    from superclass: ResolvedType, _ parent: TypeNumber, _ number: TypeNumber, _ target: TypeNumber,
    _ query: ConformanceQuery
  ) -> Conformance? {
    // A class that inherits from itself does not compile, and has nothing from there.
    guard !query.inquiry.isOpen(Assumption(type: superclass, protocol: target)) else { return nil }
    switch conformance(of: superclass, to: target, query) {
    case .yes(var reason):
      reason.origin = reason.origin == .toolchain ? .toolchain : .inherited
      return .yes(
        Explanation(
          "'\(self[number].name)' inherits \(self[target].name) from '\(self[parent].name)'",
          origin: .inherited, causes: [reason]))
    case .no: return nil
    case .unknown(let reason): return .unknown(reason)
    }
  }

  private func declared(
    _ clause: InheritanceClause, _ parent: TypeNumber, _ number: TypeNumber, _ type: ResolvedType,
    _ target: TypeNumber, _ query: ConformanceQuery, _ isBeingLookedAt: Bool
  ) -> Conformance {
    if let position = clause.extension {
      let conditions = conditions(of: position, for: type, query)
      if !conditions.isYes {
        let reason = Explanation(
          "'\(spell(type))' is \(self[target].name) only under conditions that do not hold",
          causes: [conditions.explanation])
        return conditions.isNo ? .no(reason) : .unknown(conditions.explanation)
      }
    }
    let name = self[number].name
    if isToolchain(number), clause.extension.map({ extensions[$0].file < toolchainCount }) ?? true {
      return .yes(Explanation("'\(name)' is \(self[target].name) by the toolchain", origin: .toolchain))
    }
    if let macro = clause.macro {
      return .yes(Explanation("the macro '@\(macro)' makes '\(name)' \(self[target].name)", origin: .macro))
    }
    if !isBeingLookedAt, let obstacle = obstacle(to: target, number, type, clause, query) {
      return .no(obstacle)
    }
    let place = clause.extension.map { extensions[$0].declaration.head.place }
    return .yes(
      Explanation(
        "\(self[number].kind.rawValue) '\(name)' conforms to \(self[parent].name)",
        at: place ?? self[number].declaration.head.place, origin: .declared))
  }

  /// Whether the `where` clause of an extension holds for a type.
  func conditions(of position: Int, for type: ResolvedType, _ query: ConformanceQuery) -> Conformance {
    guard case .declared(let number, let arguments) = type else { return .yes(Explanation("")) }
    let scope = scope(insideExtension: position)
    let known = substitutions(number, arguments)
    var doubt: Explanation?
    for requirement in extensions[position].declaration.requirements {
      let left = substitute(resolve(requirement.left, in: scope), known)
      switch requirement.relation {
      case .conforms:
        for constraint in constraints(requirement.right, in: scope) {
          guard case .declared(let target, _) = constraint, self[target].kind == .protocol else { continue }
          switch conformance(of: left, to: target, query) {
          case .yes: continue
          case .no(let reason): return .no(reason)
          case .unknown(let reason): doubt = doubt ?? reason
          }
        }
      case .equals:
        let right = substitute(resolve(requirement.right, in: scope), known)
        if left == right { continue }
        let reason = Explanation("'\(spell(left))' is not '\(spell(right))'")
        if left.isConcrete, right.isConcrete { return .no(reason) }
        doubt = doubt ?? reason
      }
    }
    return doubt.map { .unknown($0) } ?? .yes(Explanation(""))
  }

  /// An attribute that may be a macro of a module that is not at hand.
  private func unknownMacro(on number: TypeNumber) -> String? {
    let type = self[number]
    guard !isToolchain(number) else { return nil }
    for attribute in type.declaration.head.attributes {
      let name = attribute.name
      if Self.plainAttributes.contains(name) || name.hasPrefix("_") || macroConformances[name] != nil {
        continue
      }
      // A global actor, property wrapper or result builder is a type.
      if case .unknown = resolve(attribute.type, in: scope(of: type.declaration.head.scope, in: type.file)) {
        return name
      }
    }
    return nil
  }

  /// Attributes of the language, and macros of the toolchain that add none of the conformances in question.
  private static let plainAttributes: Set<String> = [
    "available", "backDeployed", "discardableResult", "dynamicCallable", "dynamicMemberLookup", "frozen",
    "globalActor", "inlinable", "main", "nonobjc", "objc", "objcMembers", "preconcurrency", "propertyWrapper",
    "resultBuilder", "requires_stored_property_inits", "retroactive", "testable", "unchecked",
    "usableFromInline",
    "warn_unqualified_access", "NSApplicationMain", "UIApplicationMain", "Observable", "Suite", "Test", "Tag",
    "safe", "unsafe", "abi", "specialized", "c", "export", "implementation", "diagnose", "attached",
    "freestanding", "MainActor", "UnsafeBitwiseCopyable", "nonexhaustive",
  ]
}

extension ResolvedType {
  /// Without generic parameters or unknown names in it.
  var isConcrete: Bool {
    switch self {
    case .declared(_, let arguments): arguments.allSatisfy(\.isConcrete)
    case .parameter, .member, .unknown, .opaque: false
    case .pack(let type): type.isConcrete
    case .tuple(let elements): elements.allSatisfy(\.isConcrete)
    case .function: true
    case .metatype(let type): type.isConcrete
    case .existential(let parts): parts.allSatisfy(\.isConcrete)
    }
  }
}
