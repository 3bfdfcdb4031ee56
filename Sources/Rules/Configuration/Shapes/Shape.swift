/// What a value in a rules file looks like: it decodes the value and describes it as JSON Schema.
///
/// Both come from one description, so that `recache rules --schema` says what the loader accepts.
struct Shape<Value: Sendable>: Sendable {
  var schema: JSONText
  var decode: @Sendable (Node) throws(LocatedFault) -> Value

  init(schema: JSONText, decode: @escaping @Sendable (Node) throws(LocatedFault) -> Value) {
    self.schema = schema
    self.decode = decode
  }

  /// The shape of what `change` makes of the value; `change` may refuse it, at its place.
  func map<Other>(
    _ change: @escaping @Sendable (Value, Node) throws(LocatedFault) -> Other
  ) -> Shape<Other> {
    Shape<Other>(schema: schema) { [decode] node throws(LocatedFault) in try change(try decode(node), node) }
  }

  /// The shape with more said about it to a JSON Schema.
  func describing(_ more: KeyValuePairs<String, JSONText?>) -> Shape {
    Shape(schema: schema.adding(more), decode: decode)
  }
}

extension Node {
  /// The fault that something else was expected here.
  func unexpected(_ expected: String) -> LocatedFault {
    LocatedFault(.wrongType(expected: expected, found: found), at: range)
  }

  private var found: String {
    switch content {
    case .mapping: return "a mapping"
    case .sequence: return "a list"
    case .scalar(let text, isPlain: false): return "the text '\(text)'"
    case .scalar(let text, isPlain: true):
      return switch PlainMeaning(of: text) {
      case .null: text.isEmpty ? "nothing" : "'\(text)', which is nothing"
      case .boolean: "the boolean '\(text)'"
      case .integer, .number: "the number '\(text)'"
      case .ambiguous: "'\(text)', which some readers take for a boolean"
      case .string: "the text '\(text)'"
      }
    }
  }
}
