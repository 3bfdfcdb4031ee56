// An entry as bytes: a head that says what it is, and the pieces that it describes.
//
//   "RCE2"                      what this is, and of which version
//   function, key   32 + 32     where it belongs: an entry under another key is foreign
//   shape           32          of the value's type
//   created, expires 8 + 8      lowest byte first; `Int64.max` for never
//   elements        8           1 where the last piece is what the call showed, 0 where nothing is
//   pieces          8           how many
//   …               8 + 32      length and digest of each piece (`ContentDigest`)
//   digest          32          SHA-256 over the head before it
//
// A reader trusts nothing: the digest of the head is verified first, then lengths are held against what there is, and every
// piece against its own digest as it is read.

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

/// The head of an entry: everything but its contents.
struct StoredEntryHeader {
  struct Piece {
    var count: Int
    var digest: StoreDigest
  }

  var function: StoreDigest
  var key: StoreDigest
  var shape: StoreDigest
  var created: Int64
  var expires: Int64?
  var hasElements: Bool
  var pieces: [Piece]

  private static let mark = Array("RCE2".utf8)
  private static let fixedSize = 4 + 3 * StoreDigest.size + 4 * 8
  private static let pieceSize = 8 + StoreDigest.size

  /// What the contents weigh together; nil where that is more than a number can say.
  var contentCount: Int? {
    var sum = 0
    for piece in pieces {
      let (next, overflows) = sum.addingReportingOverflow(piece.count)
      if overflows { return nil }
      sum = next
    }
    return sum
  }

  init(_ entry: StoredEntry, for key: StoreKey, pieces: [Piece]) {
    function = key.function.digest
    self.key = key.digest
    shape = entry.shape
    created = entry.created
    expires = entry.expires
    hasElements = entry.elements != nil
    self.pieces = pieces
  }

  var bytes: [UInt8] {
    var bytes = Self.mark
    bytes.reserveCapacity(Self.fixedSize + pieces.count * Self.pieceSize + StoreDigest.size)
    bytes += function.bytes
    bytes += key.bytes
    bytes += shape.bytes
    func append(_ number: Int64) { withUnsafeBytes(of: number.littleEndian) { bytes.append(contentsOf: $0) } }
    append(created)
    append(expires ?? .max)
    append(hasElements ? 1 : 0)
    append(Int64(pieces.count))
    for piece in pieces {
      append(Int64(piece.count))
      bytes += piece.digest.bytes
    }
    bytes += bytes.withUnsafeBytes { StoreDigest(of: $0) }.bytes
    return bytes
  }

  /// Reads the head that stands at the beginning of the bytes.
  ///
  /// - Returns: the head, and where it ends.
  static func read(_ bytes: UnsafeRawBufferPointer) throws(StoredEntryFault) -> (StoredEntryHeader, end: Int)
  {
    guard bytes.count >= fixedSize + StoreDigest.size else { throw .wrongLength }
    guard bytes.starts(with: mark) else { throw .unknownFormat }
    func number(_ offset: Int) -> Int64 {
      Int64(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: Int64.self))
    }
    func digest(_ offset: Int) throws(StoredEntryFault) -> StoreDigest {
      guard let digest = StoreDigest(bytes: bytes[offset..<offset + StoreDigest.size]) else {
        throw .wrongLength
      }
      return digest
    }
    let numbers = 4 + 3 * StoreDigest.size
    guard let count = Int(exactly: number(numbers + 24)), count >= 1,
      count <= (bytes.count - fixedSize - StoreDigest.size) / pieceSize
    else { throw .wrongLength }
    let end = fixedSize + count * pieceSize
    guard try StoreDigest(of: UnsafeRawBufferPointer(rebasing: bytes[..<end])) == digest(end) else {
      throw .damaged
    }
    var pieces: [Piece] = []
    for index in 0..<count {
      let offset = fixedSize + index * pieceSize
      guard let length = Int(exactly: number(offset)), length >= 0 else { throw .wrongLength }
      pieces.append(Piece(count: length, digest: try digest(offset + 8)))
    }
    let expires = number(numbers + 8)
    let header = StoredEntryHeader(
      function: try digest(4), key: try digest(4 + StoreDigest.size),
      shape: try digest(4 + 2 * StoreDigest.size),
      created: number(numbers), expires: expires == .max ? nil : expires,
      hasElements: number(numbers + 16) != 0, pieces: pieces)
    guard !header.hasElements || count >= 2, header.contentCount != nil else { throw .wrongLength }
    return (header, end + StoreDigest.size)
  }

  private init(
    function: StoreDigest, key: StoreDigest, shape: StoreDigest, created: Int64, expires: Int64?,
    hasElements: Bool, pieces: [Piece]
  ) {
    self.function = function
    self.key = key
    self.shape = shape
    self.created = created
    self.expires = expires
    self.hasElements = hasElements
    self.pieces = pieces
  }

  /// - Throws: `.foreign` unless the head is that of this key's entry.
  func requireKey(_ key: StoreKey) throws(StoredEntryFault) {
    guard function == key.function.digest, self.key == key.digest else { throw .foreign }
  }

  /// The entry whose contents are these pieces, as many as the head has.
  func entry(_ contents: [any StoredPiece]) throws -> StoredEntry {
    let values = hasElements ? Array(contents.dropLast()) : contents
    let elements = hasElements ? try contents.last?.withBytes { Array($0) } : nil
    return StoredEntry(
      value: StoredBytes(pieces: values), elements: elements, shape: shape, created: created, expires: expires
    )
  }
}
