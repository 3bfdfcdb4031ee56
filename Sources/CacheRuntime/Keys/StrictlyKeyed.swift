#if canImport(Darwin)
import Darwin
#else
import Glibc
#endif

/// A standard type whose values make a key more strictly than by `==`.
///
/// `-0.0` and `0.0` are two keys, since a function can tell them apart; every `nan` is one key, since a function that was
/// called with it should hit. In arrays, NaNs with other bits are other keys. Canonically equivalent strings with other
/// code points are two keys. Values behind `AnyHashable` meet only with their own type.
public protocol StrictlyKeyed {
  /// Whether the two are one key.
  func isSameKey(as other: Self) -> Bool
  /// Feeds what `isSameKey` compares.
  func hashKey(into hasher: inout Hasher)
  /// A hash of what `isSameKey` compares, for a table in memory; every byte counts.
  func keyHash(seed: Int) -> Int
  /// Whether the two runs of as many elements are one key.
  static func areSameKey(_ lhs: UnsafeBufferPointer<Self>, _ rhs: UnsafeBufferPointer<Self>) -> Bool
  /// Feeds what `areSameKey` compares.
  static func hashKey(of elements: UnsafeBufferPointer<Self>, into hasher: inout Hasher)
  /// A hash of what `areSameKey` compares.
  static func keyHash(of elements: UnsafeBufferPointer<Self>, seed: Int) -> Int
}

extension StrictlyKeyed {
  /// A hash of what `hashKey` feeds.
  @inlinable public func keyHash(seed: Int) -> Int {
    var hasher = Hasher()
    hasher.combine(seed)
    hashKey(into: &hasher)
    return hasher.finalize()
  }

  /// Whether the two runs are one key, element by element.
  @inlinable public static func areSameKey(
    _ lhs: UnsafeBufferPointer<Self>, _ rhs: UnsafeBufferPointer<Self>
  ) -> Bool {
    lhs.count == rhs.count && zip(lhs, rhs).allSatisfy { $0.isSameKey(as: $1) }
  }

  /// Feeds every element.
  @inlinable public static func hashKey(of elements: UnsafeBufferPointer<Self>, into hasher: inout Hasher) {
    for element in elements { element.hashKey(into: &hasher) }
  }

  /// A hash of every element, each seeding the next.
  @inlinable public static func keyHash(of elements: UnsafeBufferPointer<Self>, seed: Int) -> Int {
    var hash = KeyHash.word(UInt64(elements.count), seed: seed)
    for element in elements { hash = element.keyHash(seed: hash) }
    return hash
  }
}

/// A standard type all of whose bits count, so that runs of it are hashed and compared as bytes.
public protocol BitwiseKeyed: StrictlyKeyed, BitwiseCopyable {}

extension BitwiseKeyed {
  /// Whether the two runs have the same bytes.
  @inlinable public static func areSameKey(
    _ lhs: UnsafeBufferPointer<Self>, _ rhs: UnsafeBufferPointer<Self>
  ) -> Bool {
    sameBytes(UnsafeRawBufferPointer(lhs), UnsafeRawBufferPointer(rhs))
  }

  /// Feeds the bytes at once.
  @inlinable public static func hashKey(of elements: UnsafeBufferPointer<Self>, into hasher: inout Hasher) {
    hasher.combine(bytes: UnsafeRawBufferPointer(elements))
  }

  /// A hash of all bytes.
  @inlinable public static func keyHash(of elements: UnsafeBufferPointer<Self>, seed: Int) -> Int {
    KeyHash.bytes(UnsafeRawBufferPointer(elements), seed: seed)
  }
}

extension StrictlyKeyed where Self: Hashable {
  /// Whether the two are equal.
  @inlinable public func isSameKey(as other: Self) -> Bool { self == other }
  /// Feeds the value as its type does.
  @inlinable public func hashKey(into hasher: inout Hasher) { hash(into: &hasher) }
}

extension StrictlyKeyed where Self: FixedWidthInteger {
  /// A hash in one step.
  @inlinable public func keyHash(seed: Int) -> Int {
    KeyHash.word(UInt64(truncatingIfNeeded: self), seed: seed)
  }
}

extension StrictlyKeyed where Self: BinaryFloatingPoint & Hashable {
  /// Whether the two have one sign and are equal, or are both not a number.
  @inlinable public func isSameKey(as other: Self) -> Bool {
    self == other ? sign == other.sign : isNaN && other.isNaN
  }
  /// Feeds the value, every `nan` as one.
  @inlinable public func hashKey(into hasher: inout Hasher) { (isNaN ? Self.nan : self).hash(into: &hasher) }
  /// A hash in one step; what differs in the bits beyond 64 meets, and `isSameKey` tells it apart.
  @inlinable public func keyHash(seed: Int) -> Int {
    KeyHash.word(isNaN ? Double.nan.bitPattern : Double(self).bitPattern, seed: seed)
  }
}

extension Int: BitwiseKeyed {}
extension Int8: BitwiseKeyed {}
extension Int16: BitwiseKeyed {}
extension Int32: BitwiseKeyed {}
extension Int64: BitwiseKeyed {}
extension UInt: BitwiseKeyed {}
extension UInt8: BitwiseKeyed {}
extension UInt16: BitwiseKeyed {}
extension UInt32: BitwiseKeyed {}
extension UInt64: BitwiseKeyed {}
extension Bool: BitwiseKeyed {
  /// A hash in one step.
  @inlinable public func keyHash(seed: Int) -> Int { KeyHash.word(self ? 1 : 0, seed: seed) }
}
extension Float: BitwiseKeyed {}
extension Double: BitwiseKeyed {}

/// Whether the two runs have the same length and the same bytes.
@usableFromInline func sameBytes(_ lhs: UnsafeRawBufferPointer, _ rhs: UnsafeRawBufferPointer) -> Bool {
  guard lhs.count == rhs.count else { return false }
  guard let left = lhs.baseAddress, let right = rhs.baseAddress else { return true }
  return left == right || memcmp(left, right, lhs.count) == 0
}
