#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

extension Data: StrictlyKeyed {
  /// Whether the two have the same bytes.
  public func isSameKey(as other: Data) -> Bool {
    count == other.count && withUnsafeBytes { own in other.withUnsafeBytes { sameBytes(own, $0) } }
  }

  /// Feeds every byte; `Data` itself hashes its first 80 only.
  public func hashKey(into hasher: inout Hasher) {
    hasher.combine(count)
    withUnsafeBytes { hasher.combine(bytes: $0) }
  }

  /// A hash of all bytes.
  ///
  /// - Complexity: O(*n*).
  public func keyHash(seed: Int) -> Int { withUnsafeBytes { KeyHash.bytes($0, seed: seed) } }
}
