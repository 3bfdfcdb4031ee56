/// A number whose arrays are written as they lie in memory: no padding, every bit pattern valid.
protocol RawScalar: BitwiseCopyable, Codable, Sendable {
  static var rawTag: BinaryTag { get }
}

extension Int: RawScalar { static var rawTag: BinaryTag { .int } }
extension Int8: RawScalar { static var rawTag: BinaryTag { .int8 } }
extension Int16: RawScalar { static var rawTag: BinaryTag { .int16 } }
extension Int32: RawScalar { static var rawTag: BinaryTag { .int32 } }
extension Int64: RawScalar { static var rawTag: BinaryTag { .int64 } }
extension UInt: RawScalar { static var rawTag: BinaryTag { .uint } }
extension UInt8: RawScalar { static var rawTag: BinaryTag { .uint8 } }
extension UInt16: RawScalar { static var rawTag: BinaryTag { .uint16 } }
extension UInt32: RawScalar { static var rawTag: BinaryTag { .uint32 } }
extension UInt64: RawScalar { static var rawTag: BinaryTag { .uint64 } }
extension Float: RawScalar { static var rawTag: BinaryTag { .float } }
extension Double: RawScalar { static var rawTag: BinaryTag { .double } }

/// An array of such numbers: one copy of memory instead of a call an element.
protocol RawArray {
  func write(to writer: inout BinaryWriter)
  /// `nil` where the bytes are not such an array but may be a sequence of values.
  static func read(from reader: inout BinaryReader) throws(BinaryCodingError) -> Self?
}

extension RawArray where Self: Collection, Element: RawScalar {
  fileprivate func writeRaw(to writer: inout BinaryWriter) {
    writer.write(.raw)
    writer.write(Element.rawTag)
    writer.write(number: UInt64(count))
    guard (withContiguousStorageIfAvailable { writer.write(raw: UnsafeRawBufferPointer($0)) }) != nil else {
      for element in self { withUnsafeBytes(of: element) { writer.write(raw: $0) } }
      return
    }
  }
}

extension BinaryReader {
  fileprivate mutating func rawElements<Element: RawScalar>(
    of type: Element.Type
  ) throws(BinaryCodingError) -> UnsafeRawBufferPointer? {
    let start = offset
    guard try tag() == .raw else {
      offset = start
      return nil
    }
    let scalar = try tag()
    guard scalar == Element.rawTag else {
      throw .unexpectedTag(scalar, wanted: "[\(Element.self)]", offset: start)
    }
    let (size, overflows) = try count().multipliedReportingOverflow(by: MemoryLayout<Element>.stride)
    guard !overflows else { throw .truncated(offset: start) }
    return try bytes(size)
  }
}

extension Array: RawArray where Element: RawScalar {
  func write(to writer: inout BinaryWriter) { writeRaw(to: &writer) }

  static func read(from reader: inout BinaryReader) throws(BinaryCodingError) -> [Element]? {
    guard let bytes = try reader.rawElements(of: Element.self) else { return nil }
    let count = bytes.count / MemoryLayout<Element>.stride
    return [Element](unsafeUninitializedCapacity: count) { buffer, initialized in
      UnsafeMutableRawBufferPointer(buffer).copyMemory(from: bytes)
      initialized = count
    }
  }
}

extension ContiguousArray: RawArray where Element: RawScalar {
  func write(to writer: inout BinaryWriter) { writeRaw(to: &writer) }

  static func read(from reader: inout BinaryReader) throws(BinaryCodingError) -> ContiguousArray<Element>? {
    guard let bytes = try reader.rawElements(of: Element.self) else { return nil }
    let count = bytes.count / MemoryLayout<Element>.stride
    return ContiguousArray<Element>(unsafeUninitializedCapacity: count) { buffer, initialized in
      UnsafeMutableRawBufferPointer(buffer).copyMemory(from: bytes)
      initialized = count
    }
  }
}
