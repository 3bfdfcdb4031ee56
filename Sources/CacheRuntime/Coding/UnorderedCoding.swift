/// Collections without an order of their own: written in the order of their elements' bytes, whatever the process.
protocol UnorderedEncodable {
  func encodeUnordered(to encoder: BinaryValueEncoder) throws
}

extension Set: UnorderedEncodable where Element: Encodable {
  func encodeUnordered(to encoder: BinaryValueEncoder) throws {
    let elements = try map { element in try encoder.nested().bytes(of: element) }.sorted {
      $0.lexicographicallyPrecedes($1)
    }
    encoder.writer.write(.sequence, count: elements.count, contents: Array(elements.joined()))
  }
}

extension Dictionary: UnorderedEncodable where Key: Encodable, Value: Encodable {
  func encodeUnordered(to encoder: BinaryValueEncoder) throws {
    let pairs = try map { key, value in
      (key: try Self.keyBytes(key, encoder), value: try encoder.nested().bytes(of: value))
    }.sorted { $0.key.lexicographicallyPrecedes($1.key) }
    // As Codable has it: text and integer keys make a map, others a sequence of keys and values in turn.
    if Self.hasTextKeys {
      encoder.writer.write(.map, count: pairs.count, contents: pairs.flatMap { $0.key + $0.value })
    } else {
      encoder.writer.write(.sequence, count: pairs.count * 2, contents: pairs.flatMap { $0.key + $0.value })
    }
  }

  private static var hasTextKeys: Bool {
    Key.self == String.self || Key.self == Int.self || Key.self is any CodingKeyRepresentable.Type
  }

  private static func keyBytes(_ key: Key, _ encoder: BinaryValueEncoder) throws -> [UInt8] {
    guard hasTextKeys else { return try encoder.nested().bytes(of: key) }
    var writer = BinaryWriter()
    switch key {
    case let text as String: writer.write(text: text)
    case let number as Int: writer.write(text: String(number))
    case let key as any CodingKeyRepresentable: writer.write(text: key.codingKey.stringValue)
    default: break
    }
    return writer.bytes
  }
}

/// Optionals of every depth: `nil`, `.some(nil)` and `.some(.some(1))` differ.
protocol OptionalEncodable {
  func encodeOptional(to encoder: BinaryValueEncoder) throws
}

extension Optional: OptionalEncodable where Wrapped: Encodable {
  func encodeOptional(to encoder: BinaryValueEncoder) throws {
    switch self {
    case nil: encoder.writer.write(.null)
    case let wrapped?:
      encoder.writer.write(.some)
      encoder.writer.append(try encoder.nested().bytes(of: wrapped))
    }
  }
}
