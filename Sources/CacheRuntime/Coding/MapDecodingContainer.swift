/// The entries of a map, found by key; asked for in the order they were written, each is found at once.
struct MapDecodingContainer<Key: CodingKey>: KeyedDecodingContainerProtocol {
  private let decoder: BinaryValueDecoder
  private let entries: Entries
  var codingPath: [any CodingKey] { decoder.codingPath }

  /// Where the next entry starts; shared by copies of the container, as it is but a guess.
  private final class Entries {
    let first: BinaryReader
    let count: Int
    var next: BinaryReader
    var nextIndex = 0

    init(first: BinaryReader, count: Int) {
      self.first = first
      self.count = count
      self.next = first
    }

    /// A reader at the value of a key; looks from the guess to the end, then from the beginning to the guess.
    func find(_ key: String) throws(BinaryCodingError) -> BinaryReader? {
      for _ in 0..<count {
        if nextIndex == count { (next, nextIndex) = (first, 0) }
        let isWanted = try next.text() == key
        let value = next
        try next.skip()
        nextIndex += 1
        if isWanted { return value }
      }
      return nil
    }

    func keys() throws(BinaryCodingError) -> [String] {
      var reader = first
      var keys: [String] = []
      for _ in 0..<count {
        keys.append(try reader.text())
        try reader.skip()
      }
      return keys
    }
  }

  init(decoder: BinaryValueDecoder) throws(BinaryCodingError) {
    self.decoder = decoder
    var reader = decoder.reader
    let inner = try reader.expect(.map, "a keyed container") { reader throws(BinaryCodingError) in
      try reader.contents()
    }
    entries = Entries(first: inner.reader, count: inner.count)
  }

  var allKeys: [Key] { ((try? entries.keys()) ?? []).compactMap(Key.init(stringValue:)) }

  func contains(_ key: Key) -> Bool { (try? entries.find(key.stringValue)) != nil }

  private func reader(at key: some CodingKey) throws -> BinaryReader {
    guard let reader = try entries.find(key.stringValue) else {
      throw DecodingError.keyNotFound(
        key, .init(codingPath: codingPath, debugDescription: "no value for key '\(key.stringValue)'"))
    }
    return reader
  }

  private func nested(_ key: some CodingKey) throws -> BinaryValueDecoder {
    var decoder = decoder
    decoder.reader = try reader(at: key)
    return decoder.nested(key)
  }

  func decodeNil(forKey key: Key) throws -> Bool { try reader(at: key).peekTag() == .null }

  func decode<Value: Decodable>(_ type: Value.Type, forKey key: Key) throws -> Value {
    try nested(key).value(type)
  }

  func decodeIfPresent<Value: Decodable>(_ type: Value.Type, forKey key: Key) throws -> Value? {
    guard let reader = try entries.find(key.stringValue) else { return nil }
    // A value that is itself an optional reads its own 'nil', so that '.some(nil)' comes back as such.
    if try reader.peekTag() == .null, !(type is any OptionalDecodable.Type) { return nil }
    var decoder = decoder
    decoder.reader = reader
    return try decoder.nested(key).value(type)
  }

  func nestedContainer<Nested: CodingKey>(
    keyedBy type: Nested.Type, forKey key: Key
  ) throws -> KeyedDecodingContainer<Nested> {
    try nested(key).container(keyedBy: type)
  }

  func nestedUnkeyedContainer(forKey key: Key) throws -> any UnkeyedDecodingContainer {
    try nested(key).unkeyedContainer()
  }

  func superDecoder() throws -> any Decoder { try nested(SuperKey()) }

  func superDecoder(forKey key: Key) throws -> any Decoder { try nested(key) }

  func decode(_ type: Bool.Type, forKey key: Key) throws -> Bool {
    var reader = try reader(at: key)
    return try reader.bool()
  }

  func decode(_ type: String.Type, forKey key: Key) throws -> String {
    var reader = try reader(at: key)
    return try reader.string()
  }

  func decode(_ type: Double.Type, forKey key: Key) throws -> Double {
    var reader = try reader(at: key)
    return try reader.double()
  }

  func decode(_ type: Float.Type, forKey key: Key) throws -> Float {
    var reader = try reader(at: key)
    return try reader.float()
  }

  func decode(_ type: Int.Type, forKey key: Key) throws -> Int {
    var reader = try reader(at: key)
    return try reader.integer(Int.self)
  }

  func decode(_ type: Int8.Type, forKey key: Key) throws -> Int8 {
    var reader = try reader(at: key)
    return try reader.integer(Int8.self)
  }

  func decode(_ type: Int16.Type, forKey key: Key) throws -> Int16 {
    var reader = try reader(at: key)
    return try reader.integer(Int16.self)
  }

  func decode(_ type: Int32.Type, forKey key: Key) throws -> Int32 {
    var reader = try reader(at: key)
    return try reader.integer(Int32.self)
  }

  func decode(_ type: Int64.Type, forKey key: Key) throws -> Int64 {
    var reader = try reader(at: key)
    return try reader.integer(Int64.self)
  }

  func decode(_ type: UInt.Type, forKey key: Key) throws -> UInt {
    var reader = try reader(at: key)
    return try reader.integer(UInt.self)
  }

  func decode(_ type: UInt8.Type, forKey key: Key) throws -> UInt8 {
    var reader = try reader(at: key)
    return try reader.integer(UInt8.self)
  }

  func decode(_ type: UInt16.Type, forKey key: Key) throws -> UInt16 {
    var reader = try reader(at: key)
    return try reader.integer(UInt16.self)
  }

  func decode(_ type: UInt32.Type, forKey key: Key) throws -> UInt32 {
    var reader = try reader(at: key)
    return try reader.integer(UInt32.self)
  }

  func decode(_ type: UInt64.Type, forKey key: Key) throws -> UInt64 {
    var reader = try reader(at: key)
    return try reader.integer(UInt64.self)
  }
}

extension BinaryReader {
  /// The inside of a container whose tag was read: bounded by its own length, its count held against it.
  mutating func contents() throws(BinaryCodingError) -> (reader: BinaryReader, count: Int) {
    let length = try count()
    var inner = BinaryReader(source, from: offset, to: offset + length)
    offset += length
    let count = try inner.count()
    return (inner, count)
  }
}
