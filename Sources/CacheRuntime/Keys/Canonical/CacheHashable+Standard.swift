extension Bool: CacheHashable {
  /// Takes in the value.
  public func cacheHash(into hasher: inout CacheHasher) { hasher.write(self ? .yes : .no) }
}

extension Int: CacheHashable {
  /// Takes in the number and its type.
  public func cacheHash(into hasher: inout CacheHasher) { hasher.combine(number: self, bits: self) }
}
extension Int8: CacheHashable {
  /// Takes in the number and its type.
  public func cacheHash(into hasher: inout CacheHasher) { hasher.combine(number: self, bits: self) }
}
extension Int16: CacheHashable {
  /// Takes in the number and its type.
  public func cacheHash(into hasher: inout CacheHasher) { hasher.combine(number: self, bits: self) }
}
extension Int32: CacheHashable {
  /// Takes in the number and its type.
  public func cacheHash(into hasher: inout CacheHasher) { hasher.combine(number: self, bits: self) }
}
extension Int64: CacheHashable {
  /// Takes in the number and its type.
  public func cacheHash(into hasher: inout CacheHasher) { hasher.combine(number: self, bits: self) }
}
extension UInt: CacheHashable {
  /// Takes in the number and its type.
  public func cacheHash(into hasher: inout CacheHasher) { hasher.combine(number: self, bits: self) }
}
extension UInt8: CacheHashable {
  /// Takes in the number and its type.
  public func cacheHash(into hasher: inout CacheHasher) { hasher.combine(number: self, bits: self) }
}
extension UInt16: CacheHashable {
  /// Takes in the number and its type.
  public func cacheHash(into hasher: inout CacheHasher) { hasher.combine(number: self, bits: self) }
}
extension UInt32: CacheHashable {
  /// Takes in the number and its type.
  public func cacheHash(into hasher: inout CacheHasher) { hasher.combine(number: self, bits: self) }
}
extension UInt64: CacheHashable {
  /// Takes in the number and its type.
  public func cacheHash(into hasher: inout CacheHasher) { hasher.combine(number: self, bits: self) }
}
@available(macOS 15, iOS 18, tvOS 18, watchOS 11, visionOS 2, *)
extension Int128: CacheHashable {
  /// Takes in both halves of the number.
  public func cacheHash(into hasher: inout CacheHasher) {
    hasher.combine(Int64(truncatingIfNeeded: self >> 64))
    hasher.combine(UInt64(truncatingIfNeeded: self))
  }
}
@available(macOS 15, iOS 18, tvOS 18, watchOS 11, visionOS 2, *)
extension UInt128: CacheHashable {
  /// Takes in both halves of the number.
  public func cacheHash(into hasher: inout CacheHasher) {
    hasher.combine(UInt64(truncatingIfNeeded: self >> 64))
    hasher.combine(UInt64(truncatingIfNeeded: self))
  }
}

extension Float: CacheHashable {
  /// Takes in the bits; every `nan` is one.
  public func cacheHash(into hasher: inout CacheHasher) {
    hasher.combine(number: self, bits: (isNaN ? Self.nan : self).bitPattern)
  }
}
extension Double: CacheHashable {
  /// Takes in the bits; every `nan` is one.
  public func cacheHash(into hasher: inout CacheHasher) {
    hasher.combine(number: self, bits: (isNaN ? Self.nan : self).bitPattern)
  }
}

extension String: CacheHashable {
  /// Takes in the UTF-8.
  public func cacheHash(into hasher: inout CacheHasher) {
    hasher.write(.text)
    hasher.write(text: self)
  }
}
extension Substring: CacheHashable {
  /// Takes in the UTF-8.
  public func cacheHash(into hasher: inout CacheHasher) { hasher.combine(String(self)) }
}
extension Character: CacheHashable {
  /// Takes in the UTF-8.
  public func cacheHash(into hasher: inout CacheHasher) { hasher.combine(String(self)) }
}

extension Optional: CacheHashable where Wrapped: CacheHashable {
  /// Takes in whether there is a value, and the value.
  public func cacheHash(into hasher: inout CacheHasher) {
    switch self {
    case nil: hasher.write(.none)
    case let value?:
      hasher.write(.some)
      hasher.combine(value)
    }
  }
}

extension CacheHasher {
  fileprivate mutating func combine<Number: RawScalar>(number: Number, bits: some FixedWidthInteger) {
    write(.number)
    write(number: Number.rawTag.rawValue)
    write(number: bits)
  }

  fileprivate mutating func combine<Element: CacheHashable>(list: some Collection<Element>) {
    if let type = Element.self as? any RawScalar.Type {
      let isWritten: Void? = list.withContiguousStorageIfAvailable { elements in
        write(.raw)
        write(number: type.rawTag.rawValue)
        write(count: elements.count)
        write(raw: UnsafeRawBufferPointer(elements))
      }
      if isWritten != nil { return }
    }
    write(.list)
    write(count: list.count)
    for element in list { combine(element) }
  }
}

extension Array: CacheHashable where Element: CacheHashable {
  /// Takes in the elements, numbers as they lie in memory.
  public func cacheHash(into hasher: inout CacheHasher) { hasher.combine(list: self) }
}
extension ContiguousArray: CacheHashable where Element: CacheHashable {
  /// Takes in the elements, numbers as they lie in memory.
  public func cacheHash(into hasher: inout CacheHasher) { hasher.combine(list: self) }
}
extension ArraySlice: CacheHashable where Element: CacheHashable {
  /// Takes in the elements, numbers as they lie in memory.
  public func cacheHash(into hasher: inout CacheHasher) { hasher.combine(list: self) }
}

extension Set: CacheHashable where Element: CacheHashable {
  /// Takes in the elements so that their order does not count.
  public func cacheHash(into hasher: inout CacheHasher) {
    hasher.combine(unordered: self) { $1.combine($0) }
  }
}
extension Dictionary: CacheHashable where Key: CacheHashable, Value: CacheHashable {
  /// Takes in the pairs so that their order does not count.
  public func cacheHash(into hasher: inout CacheHasher) {
    hasher.combine(unordered: self) {
      $1.combine($0.key)
      $1.combine($0.value)
    }
  }
}

extension Range: CacheHashable where Bound: CacheHashable {
  /// Takes in both bounds.
  public func cacheHash(into hasher: inout CacheHasher) {
    hasher.write(.range)
    hasher.combine(lowerBound)
    hasher.combine(upperBound)
  }
}
extension ClosedRange: CacheHashable where Bound: CacheHashable {
  /// Takes in both bounds.
  public func cacheHash(into hasher: inout CacheHasher) {
    hasher.write(.closedRange)
    hasher.combine(lowerBound)
    hasher.combine(upperBound)
  }
}

extension AnyHashable: CacheHashable {
  /// Takes in the value and its type; one that is neither `Codable` nor `CacheHashable` makes no key.
  public func cacheHash(into hasher: inout CacheHasher) { hasher.combine(any: self) }
}
