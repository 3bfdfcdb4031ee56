/// The values of a sequence, one behind the other; an array of numbers is read so too.
struct SequenceDecodingContainer: UnkeyedDecodingContainer {
  private var decoder: BinaryValueDecoder
  private let total: Int
  private(set) var currentIndex = 0
  var codingPath: [any CodingKey] { decoder.codingPath }
  var count: Int? { total }
  var isAtEnd: Bool { currentIndex >= total }

  init(decoder: BinaryValueDecoder) throws(BinaryCodingError) {
    self.decoder = decoder
    try self.decoder.reader.unwrap()
    let inner = try self.decoder.reader.expect(.sequence, "a sequence") { reader throws(BinaryCodingError) in
      try reader.contents()
    }
    self.decoder.reader = inner.reader
    total = inner.count
  }

  private mutating func next() throws -> BinaryValueDecoder {
    guard !isAtEnd else {
      throw DecodingError.valueNotFound(
        Any.self,
        .init(codingPath: codingPath, debugDescription: "the sequence has no more than \(total) values"))
    }
    let element = decoder.nested()
    try decoder.reader.skip()
    currentIndex += 1
    return element
  }

  mutating func decodeNil() throws -> Bool {
    guard !isAtEnd, try decoder.reader.peekTag() == .null else { return false }
    _ = try next()
    return true
  }

  mutating func decode<Value: Decodable>(_ type: Value.Type) throws -> Value { try next().value(type) }

  mutating func nestedContainer<Nested: CodingKey>(
    keyedBy type: Nested.Type
  ) throws -> KeyedDecodingContainer<Nested> {
    try next().container(keyedBy: type)
  }

  mutating func nestedUnkeyedContainer() throws -> any UnkeyedDecodingContainer {
    try next().unkeyedContainer()
  }

  mutating func superDecoder() throws -> any Decoder { try next() }

  mutating func decode(_ type: Bool.Type) throws -> Bool {
    var reader = try next().reader
    return try reader.bool()
  }

  mutating func decode(_ type: String.Type) throws -> String {
    var reader = try next().reader
    return try reader.string()
  }

  mutating func decode(_ type: Double.Type) throws -> Double {
    var reader = try next().reader
    return try reader.double()
  }

  mutating func decode(_ type: Float.Type) throws -> Float {
    var reader = try next().reader
    return try reader.float()
  }

  mutating func decode(_ type: Int.Type) throws -> Int {
    var reader = try next().reader
    return try reader.integer(Int.self)
  }

  mutating func decode(_ type: Int8.Type) throws -> Int8 {
    var reader = try next().reader
    return try reader.integer(Int8.self)
  }

  mutating func decode(_ type: Int16.Type) throws -> Int16 {
    var reader = try next().reader
    return try reader.integer(Int16.self)
  }

  mutating func decode(_ type: Int32.Type) throws -> Int32 {
    var reader = try next().reader
    return try reader.integer(Int32.self)
  }

  mutating func decode(_ type: Int64.Type) throws -> Int64 {
    var reader = try next().reader
    return try reader.integer(Int64.self)
  }

  mutating func decode(_ type: UInt.Type) throws -> UInt {
    var reader = try next().reader
    return try reader.integer(UInt.self)
  }

  mutating func decode(_ type: UInt8.Type) throws -> UInt8 {
    var reader = try next().reader
    return try reader.integer(UInt8.self)
  }

  mutating func decode(_ type: UInt16.Type) throws -> UInt16 {
    var reader = try next().reader
    return try reader.integer(UInt16.self)
  }

  mutating func decode(_ type: UInt32.Type) throws -> UInt32 {
    var reader = try next().reader
    return try reader.integer(UInt32.self)
  }

  mutating func decode(_ type: UInt64.Type) throws -> UInt64 {
    var reader = try next().reader
    return try reader.integer(UInt64.self)
  }
}

/// A single value.
struct SingleDecodingContainer: SingleValueDecodingContainer {
  let decoder: BinaryValueDecoder
  var codingPath: [any CodingKey] { decoder.codingPath }

  func decodeNil() -> Bool { (try? decoder.reader.peekTag()) == .null }

  func decode<Value: Decodable>(_ type: Value.Type) throws -> Value { try decoder.nested().value(type) }

  func decode(_ type: Bool.Type) throws -> Bool {
    var reader = decoder.reader
    return try reader.bool()
  }

  func decode(_ type: String.Type) throws -> String {
    var reader = decoder.reader
    return try reader.string()
  }

  func decode(_ type: Double.Type) throws -> Double {
    var reader = decoder.reader
    return try reader.double()
  }

  func decode(_ type: Float.Type) throws -> Float {
    var reader = decoder.reader
    return try reader.float()
  }

  func decode(_ type: Int.Type) throws -> Int {
    var reader = decoder.reader
    return try reader.integer(Int.self)
  }

  func decode(_ type: Int8.Type) throws -> Int8 {
    var reader = decoder.reader
    return try reader.integer(Int8.self)
  }

  func decode(_ type: Int16.Type) throws -> Int16 {
    var reader = decoder.reader
    return try reader.integer(Int16.self)
  }

  func decode(_ type: Int32.Type) throws -> Int32 {
    var reader = decoder.reader
    return try reader.integer(Int32.self)
  }

  func decode(_ type: Int64.Type) throws -> Int64 {
    var reader = decoder.reader
    return try reader.integer(Int64.self)
  }

  func decode(_ type: UInt.Type) throws -> UInt {
    var reader = decoder.reader
    return try reader.integer(UInt.self)
  }

  func decode(_ type: UInt8.Type) throws -> UInt8 {
    var reader = decoder.reader
    return try reader.integer(UInt8.self)
  }

  func decode(_ type: UInt16.Type) throws -> UInt16 {
    var reader = decoder.reader
    return try reader.integer(UInt16.self)
  }

  func decode(_ type: UInt32.Type) throws -> UInt32 {
    var reader = decoder.reader
    return try reader.integer(UInt32.self)
  }

  func decode(_ type: UInt64.Type) throws -> UInt64 {
    var reader = decoder.reader
    return try reader.integer(UInt64.self)
  }
}
