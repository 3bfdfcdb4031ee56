import Crypto
import Testing

@testable import CacheRuntime

/// The digest of contents, by leaves.
@Suite struct ContentDigestTests {
  private static let leaf = ContentDigest.leaf

  private static func bytes(_ count: Int) -> [UInt8] {
    (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 0x9E37 &>> 7) }
  }

  /// What the digest is, said in the plainest way.
  private static func plain(_ bytes: [UInt8]) -> StoreDigest {
    guard bytes.count > leaf else { return StoreDigest(of: bytes) }
    let leaves = stride(from: 0, to: bytes.count, by: leaf).map { start in
      SHA256.hash(data: bytes[start..<min(start + leaf, bytes.count)])
    }
    return StoreDigest(of: leaves.flatMap { Array($0) })
  }

  @Test(
    "of up to a leaf it is SHA-256, of more SHA-256 of the leaves' digests, on one core or on several",
    arguments: [0, 1, leaf - 1, leaf, leaf + 1, 3 * leaf, 7 * leaf + 5, 33 * leaf - 1])
  func tree(count: Int) {
    let bytes = Self.bytes(count)
    #expect(bytes.withUnsafeBytes { ContentDigest.of($0) } == Self.plain(bytes))
  }

  @Test("every leaf is asked for once, and all together are the whole") func leaves() {
    let count = 40 * Self.leaf + 17
    let seen = Guarded<[Range<Int>]>([])
    _ = ContentDigest.of(count) { leaf in
      seen.withLock { $0.append(leaf) }
      return StoreDigest(of: [1])
    }
    let ranges = seen.withLock { $0 }.sorted { $0.lowerBound < $1.lowerBound }
    #expect(ranges.first?.lowerBound == 0 && ranges.last?.upperBound == count)
    #expect(zip(ranges, ranges.dropFirst()).allSatisfy { $0.upperBound == $1.lowerBound })
  }

  @Test("what goes wrong with one leaf is thrown, and the others are left") func failure() {
    struct Failure: Error, Equatable {}
    let calls = Guarded(0)
    #expect(throws: Failure()) {
      try ContentDigest.of(1_000 * Self.leaf) { _ throws(Failure) in
        calls.withLock { $0 += 1 }
        throw Failure()
      }
    }
    #expect(calls.withLock { $0 } <= 4)
  }
}
