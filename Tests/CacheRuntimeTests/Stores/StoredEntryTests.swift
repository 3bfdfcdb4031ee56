import Testing

@testable import CacheRuntime

/// An entry as bytes, and what becomes of it when they are no longer those.
@Suite struct StoredEntryTests {
  private static let key = StoreFunction.example().call(1)
  private static let entry = StoredEntry(
    value: StoredBytes(pieces: [HeldPiece([1, 2, 3]), ArrayPiece(elements: [1.5, 2.5, -0.0])]),
    elements: [7, 7], shape: StoreDigest(of: "shape".utf8), created: 5, expires: 9)

  @Test("D09: every flipped bit of an entry is noticed") func flips() throws {
    let bytes = try Self.entry.envelope(for: Self.key)
    #expect(try StoredEntry(envelope: bytes, for: Self.key).seen == Self.entry.seen)
    for index in bytes.indices {
      for bit in 0..<8 {
        var flipped = bytes
        flipped[index] ^= 1 << bit
        #expect(throws: StoredEntryFault.self) { try StoredEntry(envelope: flipped, for: Self.key) }
      }
    }
  }

  @Test("D09: every shortened or lengthened entry is noticed") func lengths() throws {
    let bytes = try Self.entry.envelope(for: Self.key)
    for count in bytes.indices {
      #expect(throws: StoredEntryFault.self) {
        try StoredEntry(envelope: Array(bytes[..<count]), for: Self.key)
      }
    }
    #expect(throws: StoredEntryFault.wrongLength) { try StoredEntry(envelope: bytes + [0], for: Self.key) }
  }

  @Test("D09: an entry under another key is foreign") func foreign() throws {
    let bytes = try Self.entry.envelope(for: Self.key)
    for other in [StoreFunction.example().call(2), StoreFunction.example("other()").call(1)] {
      #expect(throws: StoredEntryFault.foreign) { try StoredEntry(envelope: bytes, for: other) }
    }
  }

  @Test("digests are told apart and read back") func digests() throws {
    let digest = StoreDigest(of: "abc".utf8)
    #expect(digest.description == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    #expect(StoreDigest(hexadecimal: digest.description) == digest)
    #expect(StoreDigest(bytes: digest.bytes) == digest)
    #expect(StoreDigest(bytes: [1]) == nil && StoreDigest(hexadecimal: "zz") == nil)
    #expect(StoreDigest(hexadecimal: String(repeating: "g", count: 64)) == nil)
  }
}
