import HashProbe

extension Decider {
  /// The type with its aliases replaced and the project's own types spelled with their module, as the table is asked.
  func expanded(_ type: TypeExpression, in scope: NameScope) -> TypeExpression {
    guard case .named(let components) = type, let last = components.last else {
      return type.mapParts { expanded($0, in: scope) }
    }
    let arguments = last.arguments.map { expanded($0, in: scope) }
    let resolved = index.resolve(type, in: scope)
    if case .declared(let number, _) = resolved, index[number].name == last.name {
      guard case .named(let full) = index.tableExpression(resolved), let name = full.last?.name else {
        return index.tableExpression(resolved).mapParts { expanded($0, in: scope) }
      }
      return .named(full.dropLast() + [.init(name, arguments)])
    }
    return index.tableExpression(resolved)
  }
}

extension DeclarationIndex {
  /// A type for the table: the toolchain's own by their plain names, the project's with their module in front.
  func tableExpression(_ type: ResolvedType) -> TypeExpression {
    switch type {
    case .declared(let number, _) where !isToolchain(number): expression(type, qualified: true)
    case .existential(let parts):
      parts.isEmpty
        ? .named("Any") : .existential(parts.count == 1 ? bare(parts[0]) : .composition(parts.map(bare)))
    case .opaque(let parts):
      parts.isEmpty
        ? .named("Any") : .opaque(parts.count == 1 ? bare(parts[0]) : .composition(parts.map(bare)))
    case .tuple(let elements): .tuple(elements.map { .init(nil, tableExpression($0)) })
    default: expression(type)
    }
  }

  private func bare(_ type: ResolvedType) -> TypeExpression { tableExpression(type) }
}
