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
  static func read(from reader: inout BinaryReader, _ pieces: PieceShelf?) throws -> Self?
  /// The elements where they lie, for an array that is worth it.
  var largePiece: (any StoredPiece)? { get }
  var rawTag: BinaryTag { get }
  var scalarSize: Int { get }
}

extension RawArray where Self: Collection & Sendable, Element: RawScalar {
  var rawTag: BinaryTag { Element.rawTag }
  var scalarSize: Int { MemoryLayout<Element>.stride }
  var largePiece: (any StoredPiece)? {
    count * scalarSize < BinaryFormat.smallestPiece ? nil : ArrayPiece(elements: self)
  }
}

/// The raw elements of an array that is being read: bytes at hand, or a piece beside them.
enum RawElements {
  case bytes(UnsafeRawBufferPointer)
  case piece(any StoredPiece)

  var count: Int {
    switch self {
    case .bytes(let bytes): bytes.count
    case .piece(let piece): piece.count
    }
  }

  func copy(to target: UnsafeMutableRawBufferPointer) throws {
    switch self {
    case .bytes(let bytes): target.copyMemory(from: bytes)
    case .piece(let piece): try piece.read(into: target)
    }
  }
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
    of type: Element.Type, _ pieces: PieceShelf?
  ) throws(BinaryCodingError) -> RawElements? {
    let start = offset
    let form = try tag()
    guard form == .raw || form == .piece else {
      offset = start
      return nil
    }
    let scalar = try tag()
    guard scalar == Element.rawTag else {
      throw .unexpectedTag(scalar, wanted: "[\(Element.self)]", offset: start)
    }
    if form == .piece {
      let (count, place) = (try number(), try number())
      let stride = MemoryLayout<Element>.stride
      guard let piece = pieces?.take(place, elements: count, of: stride) else {
        throw .truncated(offset: start)
      }
      return .piece(piece)
    }
    let (size, overflows) = try count().multipliedReportingOverflow(by: MemoryLayout<Element>.stride)
    guard !overflows else { throw .truncated(offset: start) }
    return .bytes(try bytes(size))
  }
}

extension Array: RawArray where Element: RawScalar {
  func write(to writer: inout BinaryWriter) { writeRaw(to: &writer) }

  static func read(from reader: inout BinaryReader, _ pieces: PieceShelf?) throws -> [Element]? {
    guard let raw = try reader.rawElements(of: Element.self, pieces) else { return nil }
    let count = raw.count / MemoryLayout<Element>.stride
    return try [Element](unsafeUninitializedCapacity: count) { buffer, initialized in
      try raw.copy(
        to: UnsafeMutableRawBufferPointer(rebasing: UnsafeMutableRawBufferPointer(buffer)[..<raw.count]))
      initialized = count
    }
  }
}

extension ContiguousArray: RawArray where Element: RawScalar {
  func write(to writer: inout BinaryWriter) { writeRaw(to: &writer) }

  static func read(from reader: inout BinaryReader, _ pieces: PieceShelf?) throws -> ContiguousArray<
    Element
  >? {
    guard let raw = try reader.rawElements(of: Element.self, pieces) else { return nil }
    let count = raw.count / MemoryLayout<Element>.stride
    return try ContiguousArray<Element>(unsafeUninitializedCapacity: count) { buffer, initialized in
      try raw.copy(
        to: UnsafeMutableRawBufferPointer(rebasing: UnsafeMutableRawBufferPointer(buffer)[..<raw.count]))
      initialized = count
    }
  }
}
