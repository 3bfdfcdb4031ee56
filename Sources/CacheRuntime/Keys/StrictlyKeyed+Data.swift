#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

extension Data: StrictlyKeyed {
  /// Whether the two have the same bytes.
  public func isSameKey(as other: Data) -> Bool {
    // The same part of the same storage, which is found without a look into it.
    if Swift.withUnsafeBytes(of: self, { own in Swift.withUnsafeBytes(of: other) { sameBytes(own, $0) } }) {
      return true
    }
    return count == other.count && withUnsafeBytes { own in other.withUnsafeBytes { sameBytes(own, $0) } }
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
