// An entry as one run of bytes, for stores that keep such:
//
//   "RCE1"                      what this is, and of which version
//   function, key   32 + 32     where it belongs: an entry under another key is foreign
//   shape           32          of the value's type
//   created, expires 8 + 8      lowest byte first; `Int64.max` for never
//   value, elements 8 + 8       their lengths; all ones for no elements
//   …               value, elements
//   digest          32          SHA-256 over everything before
//
// A reader trusts nothing: lengths are held against what there is, then the digest is verified.

/// What can be wrong with bytes that should be an entry.
public enum StoredEntryFault: Error, Hashable, Sendable, CustomStringConvertible {
  /// There are fewer bytes than an entry has, or more than it says.
  case wrongLength
  /// It is no entry, or one of another format.
  case unknownFormat
  /// It belongs to another key.
  case foreign
  /// Its digest is not that of its bytes.
  case damaged

  /// What is wrong, in a few words.
  public var description: String {
    switch self {
    case .wrongLength: "the entry is truncated"
    case .unknownFormat: "the entry is of another format"
    case .foreign: "the entry belongs to another key"
    case .damaged: "the entry does not match its digest"
    }
  }
}

extension StoredEntry {
  private static let mark = Array("RCE1".utf8)
  private static let headerSize = 4 + 3 * StoreDigest.size + 4 * 8

  /// The entry as one run of bytes, with its digest.
  ///
  /// - Throws: why the value cannot be read, where it still lies in a store.
  /// - Complexity: O(*n*) in the number of bytes.
  public func envelope(for key: StoreKey) throws -> [UInt8] {
    let value = try value.bytes()
    var bytes: [UInt8] = []
    bytes.reserveCapacity(Self.headerSize + count + StoreDigest.size)
    bytes += Self.mark
    bytes += key.function.digest.bytes
    bytes += key.digest.bytes
    bytes += shape.bytes
    let lengths: (value: Int64, elements: Int64) = (
      Int64(value.count), elements.map { Int64($0.count) } ?? -1
    )
    for number: Int64 in [created, expires ?? Int64.max, lengths.value, lengths.elements] {
      withUnsafeBytes(of: number.littleEndian) { bytes.append(contentsOf: $0) }
    }
    bytes += value
    bytes += elements ?? []
    bytes += bytes.withUnsafeBytes { StoreDigest(of: $0) }.bytes
    return bytes
  }

  /// The entry that `envelope` wrote for this key.
  ///
  /// - Throws: `StoredEntryFault`.
  /// - Complexity: O(*n*) in the number of bytes.
  public init(envelope bytes: [UInt8], for key: StoreKey) throws(StoredEntryFault) {
    let size = StoreDigest.size
    guard bytes.count >= Self.headerSize + size else { throw .wrongLength }
    guard bytes.starts(with: Self.mark) else { throw .unknownFormat }
    func digest(at offset: Int) throws(StoredEntryFault) -> StoreDigest {
      guard let digest = StoreDigest(bytes: bytes[offset..<offset + size]) else { throw .wrongLength }
      return digest
    }
    func number(_ index: Int) -> Int64 {
      bytes.withUnsafeBytes {
        Int64(littleEndian: $0.loadUnaligned(fromByteOffset: 4 + 3 * size + index * 8, as: Int64.self))
      }
    }
    let (valueCount, elementCount) = (number(2), number(3))
    let contents = bytes.count - Self.headerSize - size
    guard valueCount >= 0, elementCount >= -1, valueCount <= contents,
      Int64(contents) - valueCount == max(0, elementCount)
    else { throw .wrongLength }
    let end = bytes.count - size
    let sum = bytes.withUnsafeBytes { StoreDigest(of: UnsafeRawBufferPointer(rebasing: $0[..<end])) }
    guard try sum == digest(at: end) else { throw .damaged }
    guard try digest(at: 4) == key.function.digest, try digest(at: 4 + size) == key.digest else {
      throw .foreign
    }
    let split = Self.headerSize + Int(valueCount)
    self.init(
      value: StoredBytes(Array(bytes[Self.headerSize..<split])),
      elements: elementCount < 0 ? nil : Array(bytes[split..<end]),
      shape: try digest(at: 4 + 2 * size), created: number(0),
      expires: number(1) == .max ? nil : number(1))
  }
}
