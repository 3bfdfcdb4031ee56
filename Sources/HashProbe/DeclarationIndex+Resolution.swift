extension DeclarationIndex {
  /// Looks up every name of a type; what cannot be found becomes `unknown` where it stands.
  package func resolve(_ type: TypeExpression, in scope: NameScope) -> ResolvedType {
    switch type {
    case .named(let components): return resolve(components, in: scope)
    case .optional(let wrapped): return standard("Optional", [resolve(wrapped, in: scope)])
    case .array(let element): return standard("Array", [resolve(element, in: scope)])
    case .dictionary(let key, let value):
      return standard("Dictionary", [resolve(key, in: scope), resolve(value, in: scope)])
    case .tuple(let elements): return .tuple(elements.map { resolve($0.type, in: scope) })
    case .function: return .function(isSendable: false, type)
    case .metatype(let type): return .metatype(resolve(type, in: scope))
    case .existential(let type): return .existential(constraints(type, in: scope))
    case .opaque(let type): return .opaque(constraints(type, in: scope))
    case .composition: return .existential(constraints(type, in: scope))
    case .attributed(let words, let type):
      if case .function = type {
        return .function(isSendable: words.contains("@Sendable"), type)
      }
      return words == ["..."] ? standard("Array", [resolve(type, in: scope)]) : resolve(type, in: scope)
    case .packExpansion(let type): return .pack(resolve(type, in: scope))
    case .suppressed: return .existential([])
    case .unreadable(let text): return .unknown(text)
    }
  }

  /// A type of the standard library by its name.
  package func standard(_ name: String, _ arguments: [ResolvedType] = []) -> ResolvedType {
    guard let number = standardNumber(name) else { return .unknown(name) }
    return .declared(number, arguments)
  }

  package func standardNumber(_ name: String) -> TypeNumber? {
    for module in Self.implicitModules {
      for named in topLevel[name]?[module] ?? [] {
        if case .type(let number) = named.kind { return number }
      }
    }
    return nil
  }

  /// The parts of `P & Q`, or of an alias of it; suppressed ones (`~Copyable`) left out.
  func constraints(_ type: TypeExpression, in scope: NameScope) -> [ResolvedType] {
    switch type {
    case .composition(let parts): return parts.flatMap { constraints($0, in: scope) }
    case .attributed(_, let type): return constraints(type, in: scope)
    case .suppressed: return []
    case .existential(let type), .opaque(let type): return constraints(type, in: scope)
    default:
      switch resolve(type, in: scope) {
      case .existential(let parts), .opaque(let parts): return parts
      case let other: return [other]
      }
    }
  }

  private func resolve(_ components: [TypeExpression.Component], in scope: NameScope) -> ResolvedType {
    guard let first = components.first else { return .unknown("") }
    let whole = ResolvedType.unknown(
      components.map(\.name).joined(separator: "."), arguments(components.last ?? first, scope))
    var rest = components.dropFirst()
    var type: ResolvedType
    if components.count == 1, ["Any", "AnyObject"].contains(first.name) { return .existential([]) }
    if let found = lookUp(first.name, arguments(first, scope), in: scope) {
      type = found
    } else if let second = rest.first,
      let found = lookUp(second.name, arguments(second, scope), inModule: first.name, scope)
    {
      type = found
      rest = rest.dropFirst()
    } else {
      return whole
    }
    for component in rest {
      switch type {
      case .declared:
        guard let found = member(component.name, arguments(component, scope), of: type, in: scope) else {
          return whole
        }
        type = found
      case .parameter, .member: type = .member(type, component.name)
      default: return whole
      }
    }
    if case .declared(let number, _) = type, self[number].kind == .protocol, !scope.isForExtension {
      // A protocol's bare name, as in an inheritance clause or in the language mode before `any`.
      return .existential([type])
    }
    return type
  }

  private func arguments(_ component: TypeExpression.Component, _ scope: NameScope) -> [ResolvedType] {
    component.arguments.map { resolve($0, in: scope) }
  }

  /// The parameters of a type and of those around it, outermost first.
  func parameters(of number: TypeNumber) -> [ParameterName] {
    let outer = self[number].owner.map { parameters(of: $0) } ?? []
    return outer
      + self[number].declaration.generics.parameters.map { ParameterName(owner: number, name: $0.name) }
  }

  /// A type with its own parameters as its arguments.
  package func selfType(_ number: TypeNumber) -> ResolvedType {
    .declared(number, parameters(of: number).map { .parameter($0) })
  }

  func substitutions(_ number: TypeNumber, _ arguments: [ResolvedType]) -> [ParameterName: ResolvedType] {
    Dictionary(zip(parameters(of: number), arguments)) { first, _ in first }
  }

  /// Puts arguments in the place of generic parameters; `T.Element` is then looked up in what `T` became.
  package func substitute(
    _ type: ResolvedType, _ known: [ParameterName: ResolvedType]
  ) -> ResolvedType {
    substitute(type, known, Expansion())
  }

  func substitute(
    _ type: ResolvedType, _ known: [ParameterName: ResolvedType], _ expansion: Expansion
  ) -> ResolvedType {
    guard !known.isEmpty else { return type }
    func all(_ types: [ResolvedType]) -> [ResolvedType] { types.map { substitute($0, known, expansion) } }
    switch type {
    case .declared(let number, let arguments): return .declared(number, all(arguments))
    case .parameter(let name): return known[name] ?? type
    case .member(let base, let name):
      let base = substitute(base, known, expansion)
      guard case .declared(let number, _) = base,
        let expansion = expansion.entering(.substituted(base, name))
      else { return .member(base, name) }
      var scope = NameScope(file: self[number].file, module: summaries[self[number].file].module)
      scope.expansion = expansion
      return member(name, of: base, in: scope) ?? .member(base, name)
    case .tuple(let elements): return .tuple(all(elements))
    case .metatype(let type): return .metatype(substitute(type, known, expansion))
    case .existential(let parts): return .existential(all(parts))
    case .opaque(let parts): return .opaque(all(parts))
    case .pack(let type): return .pack(substitute(type, known, expansion))
    case .function, .unknown: return type
    }
  }
}
