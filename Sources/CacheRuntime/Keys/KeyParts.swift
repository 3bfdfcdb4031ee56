// A call's key in memory is a nest of pairs, `KeyPair(a, KeyPair(b, c))`, of typed parts compared by `==`. No bytes are
// made and nothing is allocated. Which part a parameter gets is decided where its type is known, by overloads:
//
//   StrictArgument   standard types at any depth: floats by their bits, strings by their UTF-8, `AnyHashable` by its type
//   Argument         any other `Hashable`, by its own `==`
//   DynamicArgument  a generic parameter: decided at run time between the two

/// The key of a call without arguments.
public struct EmptyKey: Hashable, Sendable {
  /// The only such key.
  @inlinable public init() {}

  /// A hash for a table in memory.
  @inlinable public func _rawHashValue(seed: Int) -> Int { seed }
}

/// Two parts of a key.
public struct KeyPair<First: Hashable, Second: Hashable>: Hashable {
  @usableFromInline let first: First
  @usableFromInline let second: Second

  /// A key of these parts, in this order.
  @inlinable public init(_ first: First, _ second: Second) {
    self.first = first
    self.second = second
  }

  /// Whether both parts are equal.
  @inlinable public static func == (lhs: Self, rhs: Self) -> Bool {
    lhs.first == rhs.first && lhs.second == rhs.second
  }

  /// Feeds both parts, in order.
  @inlinable public func hash(into hasher: inout Hasher) {
    first.hash(into: &hasher)
    second.hash(into: &hasher)
  }

  /// A hash for a table in memory: the first part's seeds the second's.
  @inlinable public func _rawHashValue(seed: Int) -> Int {
    second._rawHashValue(seed: first._rawHashValue(seed: seed))
  }
}

/// An argument compared by the `==` of its own type.
public struct Argument<Value: Hashable>: Hashable {
  @usableFromInline let value: Value

  /// The part of the key that this argument makes.
  @inlinable public init(_ value: Value) { self.value = value }

  /// A hash for a table in memory, the argument's own.
  @inlinable public func _rawHashValue(seed: Int) -> Int { value._rawHashValue(seed: seed) }
}

/// An argument of a standard type, compared so that nothing meets that the function could tell apart.
public struct StrictArgument<Value: StrictlyKeyed>: Hashable {
  @usableFromInline let value: Value

  /// The part of the key that this argument makes.
  @inlinable public init(_ value: Value) { self.value = value }

  /// Whether the function could not tell the two apart.
  @inlinable public static func == (lhs: Self, rhs: Self) -> Bool { lhs.value.isSameKey(as: rhs.value) }

  /// Feeds what `==` compares.
  @inlinable public func hash(into hasher: inout Hasher) { value.hashKey(into: &hasher) }

  /// A hash for a table in memory, at a tenth of the cost of a `Hasher`.
  @inlinable public func _rawHashValue(seed: Int) -> Int { value.keyHash(seed: seed) }
}

/// An argument of a generic parameter's type: strict where that turns out to be a standard one.
///
/// The types that most keys are of are asked for first: where the caller is compiled for one, nothing of the question is left.
public struct DynamicArgument<Value: Hashable>: Hashable {
  @usableFromInline let value: Value

  /// The part of the key that this argument makes.
  @inlinable public init(_ value: Value) { self.value = value }

  /// Whether the two are one key.
  @inlinable public static func == (lhs: Self, rhs: Self) -> Bool {
    if Value.self == Int.self {
      return unsafeBitCast(lhs.value, to: Int.self) == unsafeBitCast(rhs.value, to: Int.self)
    }
    if Value.self == String.self {
      return unsafeBitCast(lhs.value, to: String.self).isSameKey(
        as: unsafeBitCast(rhs.value, to: String.self))
    }
    guard let strict = lhs.value as? any StrictlyKeyed else { return lhs.value == rhs.value }
    return strict.isSameKey(asAny: rhs.value)
  }

  /// Feeds what `==` compares.
  @inlinable public func hash(into hasher: inout Hasher) {
    if let strict = value as? any StrictlyKeyed {
      strict.hashKey(into: &hasher)
    } else {
      value.hash(into: &hasher)
    }
  }

  /// A hash for a table in memory.
  @inlinable public func _rawHashValue(seed: Int) -> Int {
    if Value.self == Int.self { return unsafeBitCast(value, to: Int.self).keyHash(seed: seed) }
    if Value.self == String.self { return unsafeBitCast(value, to: String.self).keyHash(seed: seed) }
    return (value as? any StrictlyKeyed)?.keyHash(seed: seed) ?? value._rawHashValue(seed: seed)
  }
}

extension StrictlyKeyed {
  @usableFromInline func isSameKey(asAny other: Any) -> Bool {
    guard let other = other as? Self else { return false }
    return isSameKey(as: other)
  }
}

/// Identity of an object that stands in a key for itself, and lives as long as the key does.
public struct IdentityArgument<Object: AnyObject>: Hashable {
  @usableFromInline let object: Object

  /// The part of the key that this object makes.
  @inlinable public init(_ object: Object) { self.object = object }

  /// Whether the two are one object.
  @inlinable public static func == (lhs: Self, rhs: Self) -> Bool { lhs.object === rhs.object }

  /// Feeds the object's identity.
  @inlinable public func hash(into hasher: inout Hasher) { hasher.combine(ObjectIdentifier(object)) }

  /// A hash for a table in memory.
  @inlinable public func _rawHashValue(seed: Int) -> Int {
    KeyHash.word(UInt64(UInt(bitPattern: ObjectIdentifier(object))), seed: seed)
  }
}

/// A value behind `any Hashable`, equal only to an equal value of exactly the same type.
public struct ExactHashable: Hashable {
  let value: any Hashable

  /// The part of the key that this value makes.
  public init(_ value: any Hashable) {
    // What `AnyHashable` wraps is what counts; it equates `Int` 1 with `Double` 1.0. A cast alone would wrap any value.
    if type(of: value) == AnyHashable.self, let wrapped = (value as? AnyHashable)?.base as? any Hashable {
      self.value = wrapped
    } else {
      self.value = value
    }
  }

  /// Whether both have the same type and are one key.
  public static func == (lhs: Self, rhs: Self) -> Bool {
    func compare<T: Hashable>(_ value: T) -> Bool {
      guard type(of: rhs.value) == T.self, let other = rhs.value as? T else { return false }
      return DynamicArgument(value) == DynamicArgument(other)
    }
    return compare(lhs.value)
  }

  /// Feeds the type and what `==` compares.
  public func hash(into hasher: inout Hasher) {
    func feed<T: Hashable>(_ value: T, _ hasher: inout Hasher) { DynamicArgument(value).hash(into: &hasher) }
    hasher.combine(ObjectIdentifier(type(of: value)))
    feed(value, &hasher)
  }
}
