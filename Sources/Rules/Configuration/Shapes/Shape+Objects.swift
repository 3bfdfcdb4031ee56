/// A key of a mapping, with what stands behind it and what it is for.
struct Key<Field: Sendable>: Sendable {
  let name: String
  let isRequired: Bool
  let schema: JSONText
  let decode: @Sendable (Fields) throws(LocatedFault) -> Field

  /// A key that must be there.
  static func required(_ name: String, _ shape: Shape<Field>, _ help: String) -> Key {
    Key(name, isRequired: true, shape, help) { fields throws(LocatedFault) in
      guard let node = fields.values[name] else { throw LocatedFault(.missingKey(name), at: fields.range) }
      return try shape.decode(node)
    }
  }

  /// A key that may be left out, and what it then means.
  static func optional(_ name: String, _ shape: Shape<Field>, else absent: Field, _ help: String) -> Key {
    Key(name, isRequired: false, shape, help) { fields throws(LocatedFault) in
      guard let node = fields.values[name] else { return absent }
      return try shape.decode(node)
    }
  }

  /// A key that may be left out.
  static func optional<Wrapped>(_ name: String, _ shape: Shape<Wrapped>, _ help: String) -> Key
  where Field == Wrapped? {
    Key(name, isRequired: false, shape, help) { fields throws(LocatedFault) in
      guard let node = fields.values[name] else { return nil }
      return try shape.decode(node)
    }
  }

  private init<Behind>(
    _ name: String, isRequired: Bool, _ shape: Shape<Behind>, _ help: String,
    decode: @escaping @Sendable (Fields) throws(LocatedFault) -> Field
  ) {
    self.name = name
    self.isRequired = isRequired
    self.decode = decode
    schema = JSONText.object(["description": .string(help)]).adding(shape.schema)
  }
}

/// The values of a mapping by their keys.
struct Fields {
  var values: [String: Node]
  var range: Range<Int>
}

/// What holds between the keys of a mapping.
struct KeyConstraints: Sendable {
  /// Exactly one of these is there.
  var oneOf: [String] = []
  /// At least one of these is there.
  var anyOf: [String] = []
  /// The first is there only with the second.
  var needs: [(key: String, other: String)] = []

  var schema: KeyValuePairs<String, JSONText?> {
    [
      "oneOf": alternatives(oneOf), "anyOf": alternatives(anyOf),
      "dependentRequired": needs.isEmpty
        ? nil
        : .object(needs.map { JSONText.Member(key: $0.key, value: .array([.string($0.other)])) }),
    ]
  }

  private func alternatives(_ keys: [String]) -> JSONText? {
    keys.isEmpty ? nil : .array(keys.map { .object(["required": .array([.string($0)])]) })
  }

  func check(_ entries: [Node.Entry], at range: Range<Int>) throws(LocatedFault) {
    let alternatives = entries.filter { oneOf.contains($0.key) }
    if let first = alternatives.first, alternatives.count > 1 {
      throw LocatedFault(.conflict(first.key, alternatives[1].key), at: alternatives[1].keyRange)
    }
    if alternatives.isEmpty, !oneOf.isEmpty { throw LocatedFault(.needsOneOf(oneOf), at: range) }
    if !anyOf.isEmpty, !entries.contains(where: { anyOf.contains($0.key) }) {
      throw LocatedFault(.needsOneOf(anyOf), at: range)
    }
    for (key, other) in needs {
      guard let entry = entries.first(where: { $0.key == key }) else { continue }
      if !entries.contains(where: { $0.key == other }) {
        throw LocatedFault(.needsKey(key, other: other), at: entry.keyRange)
      }
    }
  }
}

extension Shape {
  /// A mapping with these keys and no others.
  static func object<each Field: Sendable>(
    _ keys: repeat Key<each Field>, constraints: KeyConstraints = KeyConstraints(),
    make: @escaping @Sendable (repeat each Field) -> Value
  ) -> Shape {
    var names: [String] = []
    var required: [JSONText] = []
    var properties: [JSONText.Member] = []
    for key in repeat each keys {
      names.append(key.name)
      properties.append(JSONText.Member(key: key.name, value: key.schema))
      if key.isRequired { required.append(.string(key.name)) }
    }
    let known = names
    let schema = JSONText.object([
      "type": .string("object"), "properties": .object(properties),
      "required": required.isEmpty ? nil : .array(required), "additionalProperties": .boolean(false),
    ])
    return Shape(schema: schema.adding(constraints.schema)) { node throws(LocatedFault) in
      guard case .mapping(let entries) = node.content else { throw node.unexpected("a mapping") }
      for entry in entries where !known.contains(entry.key) {
        let near = Spelling.nearest(to: entry.key, among: known)
        throw LocatedFault(.unknownKey(entry.key, near: near), at: entry.keyRange)
      }
      let values = Dictionary(entries.map { ($0.key, $0.value) }) { first, _ in first }
      let fields = Fields(values: values, range: node.range)
      let made = try make(repeat (each keys).decode(fields))
      try constraints.check(entries, at: node.range)
      return made
    }
  }
}
