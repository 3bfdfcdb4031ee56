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
}

extension Character: StrictlyKeyed {
  /// Whether the two have the same UTF-8.
  public func isSameKey(as other: Character) -> Bool { String(self).isSameKey(as: String(other)) }
  /// Feeds the UTF-8.
  public func hashKey(into hasher: inout Hasher) { String(self).hashKey(into: &hasher) }
}

extension Substring: StrictlyKeyed {
  /// Whether the two have the same UTF-8.
  public func isSameKey(as other: Substring) -> Bool { utf8.elementsEqual(other.utf8) }
  /// Feeds the UTF-8 and an end.
  public func hashKey(into hasher: inout Hasher) { String(self).hashKey(into: &hasher) }
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
