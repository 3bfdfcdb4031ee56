#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// Reads a value back from the bytes of `BinaryFormat`, or says what is wrong with them.
///
/// No input makes it trap, hang, or allocate more than a small multiple of the input's size; what it allocates beyond
/// is the doing of the decoded type's own `init(from:)`.
struct BinaryDecoder: Sendable {
  /// - Throws: `BinaryCodingError`, or what the type's `init(from:)` throws.
  /// - Complexity: O(*n*) in the number of bytes.
  func decode<Value: Decodable>(
    _ type: Value.Type, from bytes: UnsafeRawBufferPointer, pieces: StoredBytes? = nil
  ) throws -> Value {
    var reader = BinaryReader(bytes)
    var end = reader
    try end.skip()
    guard end.isAtEnd else { throw BinaryCodingError.trailingBytes(offset: end.offset) }
    reader.offset = 0
    return try BinaryValueDecoder(
      reader: reader, plans: DecodingPlans(pieces: pieces), codingPath: [], depth: 0
    ).value(type)
  }

  func decode<Value: Decodable>(_ type: Value.Type, from bytes: [UInt8]) throws -> Value {
    try bytes.withUnsafeBytes { try decode(type, from: $0) }
  }

  /// Reads what `encodeStored` wrote; large arrays go to their storage straight from where they lie.
  ///
  /// - Throws: as `decode`, and why a piece cannot be read.
  func decode<Value: Decodable>(_ type: Value.Type, from stored: StoredBytes) throws -> Value {
    guard let first = stored.pieces.first else { throw BinaryCodingError.truncated(offset: 0) }
    return try first.withBytes { try decode(type, from: $0, pieces: stored) }
  }
}

/// How values of a type are read; asked once a type.
final class DecodingPlans {
  enum Plan {
    case raw, optional, data, checked, byItself
  }

  private var plans: [ObjectIdentifier: Plan] = [:]
  /// Where arrays lie that are not among the bytes.
  let pieces: PieceShelf?

  init(pieces: StoredBytes?) { self.pieces = pieces.map(PieceShelf.init) }

  func plan<Value>(for type: Value.Type) -> Plan {
    if let plan = plans[ObjectIdentifier(type)] { return plan }
    let plan: Plan =
      switch type {
      case is Data.Type: .data
      case is any RawArray.Type: .raw
      case is any OptionalDecodable.Type: .optional
      case is any CheckedDecodable.Type: .checked
      default: .byItself
      }
    plans[ObjectIdentifier(type)] = plan
    return plan
  }
}

/// The `Decoder` that one value sees; its reader stands at the value's tag.
struct BinaryValueDecoder: Decoder {
  var reader: BinaryReader
  let plans: DecodingPlans
  let codingPath: [any CodingKey]
  let depth: Int
  var userInfo: [CodingUserInfoKey: Any] { [:] }

  func nested(_ key: (any CodingKey)? = nil) -> BinaryValueDecoder {
    BinaryValueDecoder(
      reader: reader, plans: plans, codingPath: key.map { codingPath + [$0] } ?? codingPath, depth: depth + 1)
  }

  func value<Value: Decodable>(_ type: Value.Type) throws -> Value {
    guard depth < BinaryFormat.maximumDepth else { throw BinaryCodingError.tooDeep }
    var reader = reader
    let plan = plans.plan(for: type)
    if plan != .optional { try reader.unwrap() }
    switch plan {
    case .raw:
      if let array = try (type as? any RawArray.Type)?.read(from: &reader, plans.pieces) as? Value {
        return array
      }
    case .data:
      if let data = Data(
        try reader.expect(.bytes, "Data") { reader throws(BinaryCodingError) in
          try reader.bytes(reader.count())
        }) as? Value
      {
        return data
      }
    case .optional:
      if let optional = type as? any OptionalDecodable.Type {
        return try optional.decodeOptional(as: type, from: self)
      }
    case .checked, .byItself: break
    }
    var decoder = self
    decoder.reader = reader
    if plan == .checked, let checked = type as? any CheckedDecodable.Type,
      let value = try checked.decodeChecked(from: decoder) as? Value
    {
      return value
    }
    return try Value(from: decoder)
  }

  func container<Key: CodingKey>(keyedBy type: Key.Type) throws -> KeyedDecodingContainer<Key> {
    KeyedDecodingContainer(try MapDecodingContainer<Key>(decoder: self))
  }

  func unkeyedContainer() throws -> any UnkeyedDecodingContainer {
    try SequenceDecodingContainer(decoder: self)
  }

  func singleValueContainer() -> any SingleValueDecodingContainer { SingleDecodingContainer(decoder: self) }
}

extension BinaryReader {
  /// Passes over the marks of optionals that have a value.
  mutating func unwrap() throws(BinaryCodingError) {
    while try peekTag() == .some { _ = try tag() }
  }

  mutating func expect<Result>(
    _ wanted: BinaryTag, _ name: String,
    _ read: (inout BinaryReader) throws(BinaryCodingError) -> Result
  ) throws(BinaryCodingError) -> Result {
    try unwrap()
    let start = offset
    let tag = try tag()
    guard tag == wanted else { throw .unexpectedTag(tag, wanted: name, offset: start) }
    return try read(&self)
  }

  mutating func bool() throws(BinaryCodingError) -> Bool {
    try unwrap()
    let start = offset
    switch try tag() {
    case .yes: return true
    case .no: return false
    case let tag: throw .unexpectedTag(tag, wanted: "Bool", offset: start)
    }
  }

  mutating func string() throws(BinaryCodingError) -> String {
    try expect(.string, "String") { reader throws(BinaryCodingError) in try reader.text() }
  }

  mutating func double() throws(BinaryCodingError) -> Double {
    try expect(.double, "Double") { reader throws(BinaryCodingError) in
      Double(bitPattern: UInt64(littleEndian: try reader.bytes(8).loadUnaligned(as: UInt64.self)))
    }
  }

  mutating func float() throws(BinaryCodingError) -> Float {
    try expect(.float, "Float") { reader throws(BinaryCodingError) in
      Float(bitPattern: UInt32(littleEndian: try reader.bytes(4).loadUnaligned(as: UInt32.self)))
    }
  }

  mutating func integer<Number: FixedWidthInteger & RawScalar>(
    _ type: Number.Type
  ) throws(BinaryCodingError) -> Number {
    try expect(Number.rawTag, "\(type)") { reader throws(BinaryCodingError) in
      let start = reader.offset
      let number =
        if Number.isSigned { Number(exactly: try reader.signedNumber()) } else {
          Number(exactly: try reader.number())
        }
      guard let number else { throw .numberOutOfRange(offset: start) }
      return number
    }
  }
}
