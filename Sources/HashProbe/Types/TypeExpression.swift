/// A type as it is spelled, free of syntax trees: what decisions and verdicts are made on.
package indirect enum TypeExpression: Hashable, Codable, Sendable {
  /// `Module.Outer<A>.Inner<B>`: its components from the left, `Int?` and `[Int]` excepted, which have cases of their own.
  case named([Component])
  case optional(TypeExpression)
  case array(TypeExpression)
  case dictionary(key: TypeExpression, value: TypeExpression)
  case tuple([TupleElement])
  case function(parameters: [TypeExpression], result: TypeExpression)
  case metatype(TypeExpression)
  case existential(TypeExpression)
  case opaque(TypeExpression)
  case composition([TypeExpression])
  /// `inout`, `sending`, `@escaping`, `each`, … in front of a type, `async` and `throws` of a function, `...` behind a parameter.
  case attributed([String], TypeExpression)
  /// `repeat each T`.
  case packExpansion(TypeExpression)
  case suppressed(TypeExpression)
  /// Nothing that could be read as a type.
  case unreadable(String)

  package struct Component: Hashable, Codable, Sendable {
    package var name: String
    package var arguments: [TypeExpression]

    package init(_ name: String, _ arguments: [TypeExpression] = []) {
      self.name = name
      self.arguments = arguments
    }
  }

  package struct TupleElement: Hashable, Codable, Sendable {
    package var label: String?
    package var type: TypeExpression

    package init(_ label: String? = nil, _ type: TypeExpression) {
      self.label = label
      self.type = type
    }
  }
}
