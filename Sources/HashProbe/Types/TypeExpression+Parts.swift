extension TypeExpression {
  /// A type of this name, without arguments.
  package static func named(_ name: String) -> TypeExpression {
    .named(name.split(separator: ".").map { Component(String($0)) })
  }

  /// The types directly inside, from the left.
  package var parts: [TypeExpression] {
    switch self {
    case .named(let components): components.flatMap(\.arguments)
    case .optional(let type), .array(let type), .metatype(let type), .existential(let type),
      .opaque(let type), .attributed(_, let type), .packExpansion(let type), .suppressed(let type):
      [type]
    case .dictionary(let key, let value): [key, value]
    case .tuple(let elements): elements.map(\.type)
    case .function(let parameters, let result): parameters + [result]
    case .composition(let types): types
    case .unreadable: []
    }
  }

  /// Whether no part of it is `unreadable`.
  package var isReadable: Bool {
    if case .unreadable = self { return false }
    return parts.allSatisfy(\.isReadable)
  }

  /// The type without specifiers and attributes in front of it.
  package var unattributed: TypeExpression {
    if case .attributed(_, let type) = self { return type.unattributed }
    return self
  }

  /// The type with `change` applied to each of the types directly inside.
  package func mapParts(_ change: (TypeExpression) -> TypeExpression) -> TypeExpression {
    switch self {
    case .named(let components):
      .named(components.map { Component($0.name, $0.arguments.map(change)) })
    case .optional(let type): .optional(change(type))
    case .array(let type): .array(change(type))
    case .dictionary(let key, let value): .dictionary(key: change(key), value: change(value))
    case .tuple(let elements): .tuple(elements.map { TupleElement($0.label, change($0.type)) })
    case .function(let parameters, let result):
      .function(parameters: parameters.map(change), result: change(result))
    case .metatype(let type): .metatype(change(type))
    case .existential(let type): .existential(change(type))
    case .opaque(let type): .opaque(change(type))
    case .composition(let types): .composition(types.map(change))
    case .attributed(let words, let type): .attributed(words, change(type))
    case .packExpansion(let type): .packExpansion(change(type))
    case .suppressed(let type): .suppressed(change(type))
    case .unreadable: self
    }
  }
}
