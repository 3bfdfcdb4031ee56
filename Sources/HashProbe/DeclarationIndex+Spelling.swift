extension DeclarationIndex {
  /// `Module.Outer.Inner`; where a file belongs to no module, the name stands without it.
  package func fullName(_ number: TypeNumber) -> String {
    let type = self[number]
    if let owner = type.owner { return fullName(owner) + "." + type.name }
    return (summaries[type.file].module.map { $0 + "." } ?? "") + type.name
  }

  /// A type as a person would write it.
  package func spell(_ type: ResolvedType) -> String { expression(type).description }

  /// A type with its names looked up, in the form that a table of types is matched against.
  package func expression(_ type: ResolvedType, qualified: Bool = false) -> TypeExpression {
    switch type {
    case .declared(let number, let arguments):
      return expression(number, arguments, qualified)
    case .parameter(let parameter): return .named(parameter.name)
    case .member(let base, let name):
      guard case .named(let components) = expression(base, qualified: qualified) else { return .named(name) }
      return .named(components + [.init(name)])
    case .tuple(let elements):
      return .tuple(elements.map { .init(nil, expression($0, qualified: qualified)) })
    case .function(_, let spelling): return spelling
    case .metatype(let type): return .metatype(expression(type, qualified: qualified))
    case .existential(let parts):
      return parts.isEmpty ? .named("Any") : .existential(composition(parts, qualified))
    case .opaque(let parts):
      return parts.isEmpty ? .opaque(.named("Any")) : .opaque(composition(parts, qualified))
    case .pack(let type): return .packExpansion(expression(type, qualified: qualified))
    case .unknown(let name, let arguments):
      var components = name.split(separator: ".").map { TypeExpression.Component(String($0)) }
      guard let last = components.popLast() else { return .named(name) }
      return .named(components + [.init(last.name, arguments.map { expression($0, qualified: qualified) })])
    }
  }

  private func composition(_ parts: [ResolvedType], _ qualified: Bool) -> TypeExpression {
    let all = parts.map { expression($0, qualified: qualified) }
    return all.count == 1 ? all[0] : .composition(all)
  }

  private func expression(
    _ number: TypeNumber, _ arguments: [ResolvedType], _ qualified: Bool
  ) -> TypeExpression {
    let all = arguments.map { expression($0, qualified: qualified) }
    if isToolchain(number), self[number].owner == nil, summaries[self[number].file].module == "Swift" {
      switch (self[number].name, all.count) {
      case ("Optional", 1): return .optional(all[0])
      case ("Array", 1): return .array(all[0])
      case ("Dictionary", 2): return .dictionary(key: all[0], value: all[1])
      default: break
      }
    }
    var components: [TypeExpression.Component] = []
    var next: TypeNumber? = number
    var rest = all[...]
    while let number = next {
      let count = min(self[number].declaration.generics.parameters.count, rest.count)
      components.insert(.init(self[number].name, Array(rest.suffix(count))), at: 0)
      rest = rest.dropLast(count)
      next = self[number].owner
      if next == nil, qualified, let module = summaries[self[number].file].module {
        components.insert(.init(module), at: 0)
      }
    }
    return .named(components)
  }
}
