extension StoredEntry {
  /// The contents in the order in which they are written.
  var contents: [any StoredPiece] { value.pieces + (elements.map { [HeldPiece($0)] } ?? []) }

  /// The entry as one run of bytes, for a store that keeps such.
  ///
  /// - Throws: why the value cannot be read, where it still lies in a store.
  /// - Complexity: O(*n*) in the number of bytes.
  public func envelope(for key: StoreKey) throws -> [UInt8] {
    let contents = contents
    let pieces = try contents.map { piece in
      StoredEntryHeader.Piece(count: piece.count, digest: try piece.withBytes { ContentDigest.of($0) })
    }
    var bytes = StoredEntryHeader(self, for: key, pieces: pieces).bytes
    bytes.reserveCapacity(bytes.count + count)
    for piece in contents { try piece.withBytes { bytes.append(contentsOf: $0) } }
    return bytes
  }

  /// The entry that `envelope` wrote for this key, verified whole.
  ///
  /// - Throws: `StoredEntryFault`.
  /// - Complexity: O(*n*) in the number of bytes.
  public init(envelope bytes: [UInt8], for key: StoreKey) throws {
    let (header, start) = try bytes.withUnsafeBytes { try StoredEntryHeader.read($0) }
    try header.requireKey(key)
    guard header.contentCount == bytes.count - start else { throw StoredEntryFault.wrongLength }
    var offset = start
    let contents = try header.pieces.map { piece in
      let slice = SlicePiece(bytes[offset..<offset + piece.count])
      offset += piece.count
      guard slice.withBytes({ ContentDigest.of($0) }) == piece.digest else { throw StoredEntryFault.damaged }
      return slice
    }
    self = try header.entry(contents)
  }
}
