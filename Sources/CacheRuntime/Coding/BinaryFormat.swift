/// The encoding of cached values, and of whatever of a key leaves the process.
///
/// ```
/// value     tag, then by tag:
/// integer   zigzag (signed) or plain (unsigned) variable-length number, 7 bits a byte, lowest first
/// float     4 or 8 bytes, lowest first
/// string    length, UTF-8              bytes   length, bytes
/// sequence  length, count, values      map     length, count, (length, key in UTF-8, value) …
/// raw       scalar's tag, count, elements as they lie in memory, lowest byte first
/// piece     scalar's tag, count, place: the elements of a large array lie beside the bytes, in the pieces of an entry
/// some      a value: an optional that has one, so that `.some(nil)` is not `nil`
/// ```
///
/// - Equal values have equal bytes: sets and dictionaries stand in the order of their elements' bytes.
/// - Every number type has its own tag, so a changed type is noticed and not converted.
/// - Containers carry their length in bytes: a reader passes over what it does not ask for without looking inside.
/// - A reader trusts nothing: lengths and counts are held against the bytes that are left before anything is
///   allocated, and nesting against `maximumDepth`.
enum BinaryTag: UInt8, Sendable {
  case null = 0
  case no, yes
  case int, int8, int16, int32, int64
  case uint, uint8, uint16, uint32, uint64
  case float, double
  case string, bytes, sequence, map, raw, some, piece
}

enum BinaryFormat {
  /// Raised whenever the same value would get other bytes.
  static let version: UInt8 = 1

  /// Values nested deeper are refused on both sides, so that no input can exhaust a thread's stack.
  static let maximumDepth = 192

  /// Arrays of numbers of so many bytes or more lie beside the bytes of a stored value, so that nobody copies them.
  static let smallestPiece = 1 << 16
}

/// What can be wrong with bytes that should be a value; the offset says where.
enum BinaryCodingError: Error, Hashable, Sendable {
  case truncated(offset: Int)
  case unknownTag(UInt8, offset: Int)
  case unexpectedTag(BinaryTag, wanted: String, offset: Int)
  case numberOutOfRange(offset: Int)
  case notUTF8(offset: Int)
  case tooDeep
  case trailingBytes(offset: Int)
}
