extension DeclarationIndex {
  /// Whether a type conforms to a protocol of the standard library or of the project.
  package func conformance(
    of type: ResolvedType, to target: TypeNumber, _ query: ConformanceQuery = ConformanceQuery()
  ) -> Conformance {
    let name = self[target].name
    if query.assumptions.contains(Assumption(type: type, protocol: target)) {
      return .yes(Explanation("'\(spell(type))' is taken to be \(name)", origin: .constraint))
    }
    switch type {
    case .declared(let number, _):
      return self[number].kind == .protocol
        ? conformance(ofExistential: [type], to: target, query)
        : conformance(ofDeclared: number, type, to: target, query)
    case .parameter(let parameter): return conformance(ofParameter: parameter, to: target, query)
    case .member: return conformance(ofMember: type, to: target, query)
    case .tuple(let elements):
      guard Self.structural.contains(name) else { return .no(cannotConform("a tuple", type, name)) }
      return all(elements, type, target, query)
    case .function(let isSendable, _):
      guard name == "Sendable" || name == "SendableMetatype" else {
        return .no(cannotConform("a function", type, name))
      }
      return isSendable
        ? .yes(Explanation("the function is marked '@Sendable'", origin: .declared))
        : .no(Explanation("'\(spell(type))' is a function that is not marked '@Sendable'"))
    case .metatype:
      return name == "Sendable" || name == "SendableMetatype"
        ? .yes(Explanation("a metatype is Sendable", origin: .implicit))
        : .no(cannotConform("a metatype", type, name))
    case .existential(let parts): return conformance(ofExistential: parts, to: target, query)
    case .opaque(let parts): return conformance(ofOpaque: parts, to: target, query)
    case .pack: return .no(cannotConform("a parameter pack", type, name))
    case .unknown(let missing, _):
      return ruled(missing, name, query)
        ?? .unknown(.undeclared(missing))
    }
  }

  /// What the rules in force say of a type that is not at hand.
  private func ruled(_ missing: String, _ name: String, _ query: ConformanceQuery) -> Conformance? {
    guard name == "Hashable" || name == "Equatable", let known = query.known[missing] else { return nil }
    let reason = known.because.map { ", \($0)" } ?? ""
    return known.isHashable
      ? .yes(Explanation("the rules say that '\(missing)' is Hashable\(reason)", origin: .rules))
      : .no(Explanation("the rules say that '\(missing)' is not Hashable\(reason)", origin: .rules))
  }

  /// The protocols that a tuple has when all its elements have them.
  private static let structural: Set<String> = ["Sendable", "BitwiseCopyable", "Copyable", "Escapable"]

  private func cannotConform(_ what: String, _ type: ResolvedType, _ name: String) -> Explanation {
    Explanation("'\(spell(type))' is \(what), which cannot be \(name)")
  }

  private func all(
    _ types: [ResolvedType], _ whole: ResolvedType, _ target: TypeNumber, _ query: ConformanceQuery
  ) -> Conformance {
    var doubt: Explanation?
    for type in types {
      switch conformance(of: type, to: target, query) {
      case .yes: continue
      case .no(let reason):
        return .no(Explanation("'\(spell(whole))' is not \(self[target].name)", causes: [reason]))
      case .unknown(let reason): doubt = doubt ?? reason
      }
    }
    return doubt.map { .unknown($0) }
      ?? .yes(Explanation("'\(spell(whole))' is \(self[target].name)", origin: .implicit))
  }

  private func conformance(
    ofExistential parts: [ResolvedType], to target: TypeNumber, _ query: ConformanceQuery
  ) -> Conformance {
    let name = self[target].name
    let whole = spell(.existential(parts))
    for part in parts {
      guard case .declared(let number, _) = part else {
        if case .unknown(let missing, _) = part {
          return .unknown(.undeclared(missing))
        }
        continue
      }
      if self[number].kind != .protocol, case .yes(let reason) = conformance(of: part, to: target, query) {
        return .yes(reason)
      }
      // Of all protocols only these conform to themselves.
      let isSelf = name == "Sendable" || (name == "Error" && parts.count == 1 && number == target)
      if isSelf, ancestries[number]?.protocols.contains(target) == true {
        return .yes(Explanation("'\(whole)' is \(name)", origin: .implicit))
      }
    }
    return .no(Explanation("'\(whole)' can hold values of any type, and does not conform to \(name) itself"))
  }

  private func conformance(
    ofOpaque parts: [ResolvedType], to target: TypeNumber, _ query: ConformanceQuery
  ) -> Conformance {
    constrained(spell(.opaque(parts)), by: parts, to: target, query)
  }

  /// Something of which only its constraints are known.
  private func constrained(
    _ subject: String, by constraints: [ResolvedType], to target: TypeNumber, _ query: ConformanceQuery
  ) -> Conformance {
    let name = self[target].name
    var doubt: Explanation?
    for constraint in constraints {
      switch constraint {
      case .declared(let number, _):
        if let ancestry = ancestries[number] {
          if ancestry.protocols.contains(target) {
            return .yes(
              Explanation("'\(subject)' is constrained to \(self[number].name)", origin: .constraint))
          }
          if let missing = ancestry.unresolved.min() {
            doubt = .undeclared(missing)
          }
        } else {
          switch conformance(of: constraint, to: target, query) {
          case .yes(let reason): return .yes(reason)
          case .unknown(let reason): doubt = reason
          case .no: continue
          }
        }
      case .unknown(let missing, _): doubt = .undeclared(missing)
      default: continue
      }
    }
    return doubt.map { .unknown($0) } ?? .no(Explanation("'\(subject)' is not constrained to be \(name)"))
  }

  private func conformance(
    ofParameter parameter: ParameterName, to target: TypeNumber, _ query: ConformanceQuery
  ) -> Conformance {
    let type = ResolvedType.parameter(parameter)
    let assumed = query.assumptions.filter { $0.type == type }.map { ResolvedType.declared($0.protocol, []) }
    return constrained(parameter.name, by: assumed + constraints(on: parameter), to: target, query)
  }

  /// What a type's generic parameter must conform to, `Self` of a protocol included.
  package func constraints(on parameter: ParameterName) -> [ResolvedType] {
    guard let owner = parameter.owner else { return [] }
    let declaration = self[owner].declaration
    if declaration.kind == .protocol { return [.declared(owner, [])] }
    var outside = scope(of: declaration.head.scope, in: self[owner].file)
    outside.levels.insert(.parameters(owner), at: 0)
    var all: [ResolvedType] = []
    for generic in declaration.generics.parameters where generic.name == parameter.name {
      if let constraint = generic.constraint { all += constraints(constraint, in: outside) }
    }
    for requirement in declaration.generics.requirements
    where requirement.relation == .conforms && requirement.left == .named(parameter.name) {
      all += constraints(requirement.right, in: outside)
    }
    return all
  }

  private func conformance(
    ofMember type: ResolvedType, to target: TypeNumber, _ query: ConformanceQuery
  ) -> Conformance {
    guard case .member(let base, let name) = type else { return .no(Explanation("")) }
    let assumed = query.assumptions.filter { $0.type == type }.map { ResolvedType.declared($0.protocol, []) }
    let found = constrained(
      spell(type), by: assumed + constraints(onMember: name, of: base), to: target, query)
    if case .no = found, case .declared = base {
      return .unknown(Explanation("what '\(spell(type))' stands for is inferred by the compiler"))
    }
    return found
  }

  /// What the protocols of `base` ask of their associated type.
  private func constraints(onMember name: String, of base: ResolvedType) -> [ResolvedType] {
    var protocols: [TypeNumber] = []
    switch base {
    case .parameter(let parameter):
      protocols = constraints(on: parameter).compactMap(number)
    case .declared(let number, _):
      protocols = clauses[number, default: []].map(\.type).compactMap(self.number)
    case .opaque(let parts), .existential(let parts): protocols = parts.compactMap(number)
    default: break
    }
    var all: [ResolvedType] = []
    for ancestor in Set(protocols.flatMap { ancestries[$0]?.protocols ?? [] }) {
      let file = self[ancestor].file
      for named in members[ancestor]?[name] ?? [] {
        guard case .alias(_, let position) = named.kind else { continue }
        let scope = scope(inside: ancestor)
        all += summaries[file].aliases[position].inherited.flatMap { constraints($0, in: scope) }
      }
    }
    return all
  }

  private func number(_ type: ResolvedType) -> TypeNumber? {
    if case .declared(let number, _) = type { return number }
    return nil
  }
}
