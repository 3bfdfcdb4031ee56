/// A value that can be part of a key outside of the process: its parts are the same wherever and whenever it is equal.
///
/// What is `Codable` need not conform. For others:
///
/// ```swift
/// struct Region: CacheHashable {
///   var code: String
///   func cacheHash(into hasher: inout CacheHasher) { hasher.combine(code) }
/// }
/// ```
///
/// A part that is left out does not count: calls that differ in it alone share a result.
public protocol CacheHashable {
  /// Takes in every part that counts, always in the same order.
  func cacheHash(into hasher: inout CacheHasher)
}

extension CacheHashable where Self: RawRepresentable, RawValue: CacheHashable {
  /// Takes in the raw value.
  public func cacheHash(into hasher: inout CacheHasher) { hasher.combine(rawValue) }
}
