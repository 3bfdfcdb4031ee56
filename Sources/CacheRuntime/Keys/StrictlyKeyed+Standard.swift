extension String: StrictlyKeyed {
  /// Whether the two have the same UTF-8.
  @inlinable public func isSameKey(as other: String) -> Bool {
    let (left, right) = (utf8, other.utf8)
    return left.count == right.count
      && (left.withContiguousStorageIfAvailable { lhs in
        right.withContiguousStorageIfAvailable { rhs in
          sameBytes(UnsafeRawBufferPointer(lhs), UnsafeRawBufferPointer(rhs))
        }
      } ?? nil) ?? left.elementsEqual(right)
  }

  /// Feeds the text as `String` does: canonically equivalent texts share a hash and are told apart by comparing.
  @inlinable public func hashKey(into hasher: inout Hasher) { hash(into: &hasher) }

  /// A hash of the UTF-8.
  @inlinable public func keyHash(seed: Int) -> Int {
    let known = utf8.withContiguousStorageIfAvailable {
      KeyHash.bytes(UnsafeRawBufferPointer($0), seed: seed)
    }
    return known ?? keyHashOfCopy(seed: seed)
  }

  @usableFromInline @inline(never) func keyHashOfCopy(seed: Int) -> Int {
    var copy = self
    return copy.withUTF8 { KeyHash.bytes(UnsafeRawBufferPointer($0), seed: seed) }
  }
}

extension Character: StrictlyKeyed {
  /// Whether the two have the same UTF-8.
  public func isSameKey(as other: Character) -> Bool { String(self).isSameKey(as: String(other)) }
  /// Feeds the UTF-8.
  public func hashKey(into hasher: inout Hasher) { String(self).hashKey(into: &hasher) }
  /// A hash of the UTF-8.
  public func keyHash(seed: Int) -> Int { String(self).keyHash(seed: seed) }
}

extension Substring: StrictlyKeyed {
  /// Whether the two have the same UTF-8.
  public func isSameKey(as other: Substring) -> Bool { utf8.elementsEqual(other.utf8) }
  /// Feeds the UTF-8 and an end.
  public func hashKey(into hasher: inout Hasher) { String(self).hashKey(into: &hasher) }
  /// A hash of the UTF-8.
  public func keyHash(seed: Int) -> Int { String(self).keyHash(seed: seed) }
}

extension Optional: StrictlyKeyed where Wrapped: StrictlyKeyed {
  /// Whether both are nil or wrap one key.
  @inlinable public func isSameKey(as other: Wrapped?) -> Bool {
    switch (self, other) {
    case (nil, nil): true
    case (let lhs?, let rhs?): lhs.isSameKey(as: rhs)
    default: false
    }
  }

  /// Feeds whether there is a value, and the value.
  @inlinable public func hashKey(into hasher: inout Hasher) {
    hasher.combine(self != nil)
    self?.hashKey(into: &hasher)
  }

  /// A hash of whether there is a value, and of the value.
  @inlinable public func keyHash(seed: Int) -> Int {
    let hash = KeyHash.word(self == nil ? 0 : 1, seed: seed)
    return self?.keyHash(seed: hash) ?? hash
  }
}

extension Array: StrictlyKeyed where Element: StrictlyKeyed {
  /// Whether the two have the same elements in the same order.
  @inlinable public func isSameKey(as other: [Element]) -> Bool {
    count == other.count
      && withUnsafeBufferPointer { lhs in
        other.withUnsafeBufferPointer { rhs in Element.areSameKey(lhs, rhs) }
      }
  }

  /// Feeds the count and the elements in order.
  @inlinable public func hashKey(into hasher: inout Hasher) {
    hasher.combine(count)
    withUnsafeBufferPointer { Element.hashKey(of: $0, into: &hasher) }
  }

  /// A hash of the count and of the elements in order.
  @inlinable public func keyHash(seed: Int) -> Int {
    withUnsafeBufferPointer { Element.keyHash(of: $0, seed: seed) }
  }
}

extension ContiguousArray: StrictlyKeyed where Element: StrictlyKeyed {
  /// Whether the two have the same elements in the same order.
  @inlinable public func isSameKey(as other: ContiguousArray<Element>) -> Bool {
    count == other.count
      && withUnsafeBufferPointer { lhs in
        other.withUnsafeBufferPointer { rhs in Element.areSameKey(lhs, rhs) }
      }
  }

  /// Feeds the count and the elements in order.
  @inlinable public func hashKey(into hasher: inout Hasher) {
    hasher.combine(count)
    withUnsafeBufferPointer { Element.hashKey(of: $0, into: &hasher) }
  }

  /// A hash of the count and of the elements in order.
  @inlinable public func keyHash(seed: Int) -> Int {
    withUnsafeBufferPointer { Element.keyHash(of: $0, seed: seed) }
  }
}

extension ArraySlice: StrictlyKeyed where Element: StrictlyKeyed {
  /// Whether the two have the same elements in the same order, wherever they begin.
  @inlinable public func isSameKey(as other: ArraySlice<Element>) -> Bool {
    count == other.count
      && withUnsafeBufferPointer { lhs in
        other.withUnsafeBufferPointer { rhs in Element.areSameKey(lhs, rhs) }
      }
  }

  /// Feeds the count and the elements in order.
  @inlinable public func hashKey(into hasher: inout Hasher) {
    hasher.combine(count)
    withUnsafeBufferPointer { Element.hashKey(of: $0, into: &hasher) }
  }

  /// A hash of the count and of the elements in order.
  @inlinable public func keyHash(seed: Int) -> Int {
    withUnsafeBufferPointer { Element.keyHash(of: $0, seed: seed) }
  }
}

extension Set: StrictlyKeyed where Element: StrictlyKeyed {
  /// Whether the two have the same elements, in whatever order.
  public func isSameKey(as other: Set<Element>) -> Bool {
    count == other.count
      && Dictionary(map { (StrictArgument($0), 1) }, uniquingKeysWith: +)
        == Dictionary(other.map { (StrictArgument($0), 1) }, uniquingKeysWith: +)
  }

  /// Feeds the elements so that their order does not count.
  public func hashKey(into hasher: inout Hasher) {
    hasher.combine(unordered(count: count, map { StrictArgument($0) }))
  }

  /// A hash of the elements in which their order does not count.
  public func keyHash(seed: Int) -> Int {
    KeyHash.word(UInt64(count), seed: reduce(seed) { $0 &+ $1.keyHash(seed: seed) })
  }
}

extension Dictionary: StrictlyKeyed where Key: StrictlyKeyed, Value: StrictlyKeyed {
  /// Whether the two map the same keys to the same values.
  public func isSameKey(as other: [Key: Value]) -> Bool {
    func counted(_ pairs: Self) -> [KeyPair<StrictArgument<Key>, StrictArgument<Value>>: Int] {
      Dictionary<KeyPair<StrictArgument<Key>, StrictArgument<Value>>, Int>(
        pairs.map { (KeyPair(StrictArgument($0.key), StrictArgument($0.value)), 1) }, uniquingKeysWith: +)
    }
    return count == other.count && counted(self) == counted(other)
  }

  /// Feeds the pairs so that their order does not count.
  public func hashKey(into hasher: inout Hasher) {
    hasher.combine(
      unordered(count: count, map { KeyPair(StrictArgument($0.key), StrictArgument($0.value)) }))
  }

  /// A hash of the pairs in which their order does not count.
  public func keyHash(seed: Int) -> Int {
    KeyHash.word(
      UInt64(count), seed: reduce(seed) { $0 &+ $1.value.keyHash(seed: $1.key.keyHash(seed: seed)) })
  }
}

/// A hash in which the order of the elements does not count.
private func unordered(count: Int, _ elements: [some Hashable]) -> Int {
  elements.reduce(count) { $0 &+ $1.hashValue }
}

extension AnyHashable: StrictlyKeyed {
  /// Whether both wrap one key of one type.
  public func isSameKey(as other: AnyHashable) -> Bool { ExactHashable(self) == ExactHashable(other) }
  /// Feeds the type and the value.
  public func hashKey(into hasher: inout Hasher) { ExactHashable(self).hash(into: &hasher) }
}
