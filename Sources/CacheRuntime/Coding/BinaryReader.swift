/// Bytes from anywhere, read with every bound checked.
///
/// The memory belongs to the caller of `BinaryDecoder.decode`, which outlives the reader.
struct BinaryReader {
  let source: UnsafeRawBufferPointer
  var offset: Int
  let end: Int

  init(_ source: UnsafeRawBufferPointer, from offset: Int = 0, to end: Int? = nil) {
    self.source = source
    self.offset = offset
    self.end = end ?? source.count
  }

  var isAtEnd: Bool { offset >= end }

  mutating func byte() throws(BinaryCodingError) -> UInt8 {
    guard offset < end else { throw .truncated(offset: offset) }
    defer { offset += 1 }
    return source[offset]
  }

  mutating func tag() throws(BinaryCodingError) -> BinaryTag {
    let byte = try byte()
    guard let tag = BinaryTag(rawValue: byte) else { throw .unknownTag(byte, offset: offset - 1) }
    return tag
  }

  func peekTag() throws(BinaryCodingError) -> BinaryTag {
    var copy = self
    return try copy.tag()
  }

  mutating func number() throws(BinaryCodingError) -> UInt64 {
    let start = offset
    var value: UInt64 = 0
    var shift: UInt64 = 0
    while true {
      let byte = try byte()
      let bits = UInt64(byte & 0x7F)
      guard shift < 63 || (shift == 63 && bits <= 1) else { throw .numberOutOfRange(offset: start) }
      value |= bits << shift
      if byte & 0x80 == 0 { return value }
      shift += 7
    }
  }

  mutating func signedNumber() throws(BinaryCodingError) -> Int64 {
    let number = try number()
    return Int64(bitPattern: (number >> 1) ^ (0 &- (number & 1)))
  }

  /// A length or a count: never more than the bytes that are left.
  mutating func count() throws(BinaryCodingError) -> Int {
    let start = offset
    guard let count = Int(exactly: try number()), count <= end - offset else {
      throw .truncated(offset: start)
    }
    return count
  }

  mutating func bytes(_ count: Int) throws(BinaryCodingError) -> UnsafeRawBufferPointer {
    guard count >= 0, count <= end - offset else { throw .truncated(offset: offset) }
    defer { offset += count }
    return UnsafeRawBufferPointer(rebasing: source[offset..<(offset + count)])
  }

  mutating func text() throws(BinaryCodingError) -> String {
    let start = offset
    let bytes = try bytes(count())
    guard let text = String(validating: bytes, as: UTF8.self) else { throw .notUTF8(offset: start) }
    return text
  }

  /// Leaves out the value at hand; containers are passed over whole.
  mutating func skip() throws(BinaryCodingError) {
    while true {
      switch try tag() {
      case .some: continue
      case .null, .no, .yes: return
      case .int, .int8, .int16, .int32, .int64, .uint, .uint8, .uint16, .uint32, .uint64: _ = try number()
      case .float: _ = try bytes(4)
      case .double: _ = try bytes(8)
      case .string, .bytes, .sequence, .map: _ = try bytes(count())
      case .piece:
        _ = try scalarSize()
        _ = try number()
        _ = try number()
      case .raw:
        let start = offset
        let stride = try scalarSize()
        let (size, overflows) = try count().multipliedReportingOverflow(by: stride)
        guard !overflows else { throw .truncated(offset: start) }
        _ = try bytes(size)
      }
      return
    }
  }

  private mutating func scalarSize() throws(BinaryCodingError) -> Int {
    let start = offset
    switch try tag() {
    case .int8, .uint8: return 1
    case .int16, .uint16: return 2
    case .int32, .uint32, .float: return 4
    case .int, .int64, .uint, .uint64, .double: return 8
    case let other: throw .unexpectedTag(other, wanted: "a number type", offset: start)
    }
  }
}
