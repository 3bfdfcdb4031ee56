#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// What a result weighs where no weigher says so.
enum Weight {
  /// More parts than this are not looked at one by one.
  private static let mostParts = 10_000
  /// Parts that lie deeper are not looked at, so that a long chain of objects does not use up the stack.
  private static let mostDepth = 100
  /// No result counts for more, so that sums of weights stay numbers.
  private static let mostBytes = 1 << 48

  /// A weight that somebody gave, within what can be added up.
  static func bounded(_ weight: Int) -> Int { min(max(0, weight), mostBytes) }

  /// An estimate in bytes: the value and what it owns on the heap.
  ///
  /// - Parameter isShared: Whether others may have the objects in it, and change them meanwhile: then an object weighs by what
  ///   its class says, and nothing in it is looked at.
  /// - Complexity: O(1) for texts and arrays of numbers, O(*n*) in the number of parts for others.
  static func estimate(_ value: Any, isShared: Bool = false) -> Int {
    var look = Look(isShared: isShared)
    return bounded(look.weigh(value, depth: 0))
  }

  /// One look at a value and its parts.
  private struct Look {
    let isShared: Bool
    var parts = 0
    /// The objects that were weighed: one that is reached twice, or from itself, weighs once.
    var objects: Set<ObjectIdentifier> = []

    mutating func weigh(_ value: Any, depth: Int) -> Int {
      parts += 1
      guard parts < mostParts, depth < mostDepth else { return 0 }
      if let weight = (value as? any MeasuredWeight)?.weight { return weight }
      func size<T>(_ value: T) -> Int { MemoryLayout<T>.size }
      var sum = _openExistential(value, do: size)
      let type = type(of: value)
      if type is AnyClass, isShared || ObjectLook.guardsItself(type) {
        guard objects.insert(ObjectIdentifier(value as AnyObject)).inserted else { return sum }
        return sum + ObjectLook.size(of: type)
      }
      let mirror = Mirror(reflecting: value)
      if mirror.displayStyle == .class {
        guard objects.insert(ObjectIdentifier(value as AnyObject)).inserted else { return sum }
        sum += 16
      }
      var seen = 0
      for child in mirror.children {
        sum = sum.addingClamped(weigh(child.value, depth: depth + 1))
        seen += 1
        guard parts >= mostParts else { continue }
        // The rest of a collection counts as the average of what was seen; an object has no average.
        if [.collection, .dictionary, .set].contains(mirror.displayStyle) {
          sum = sum.addingClamped((sum / seen).multipliedClamped(by: mirror.children.count - seen))
        }
        break
      }
      return sum
    }
  }
}

extension Int {
  fileprivate func addingClamped(_ other: Int) -> Int {
    let (sum, overflow) = addingReportingOverflow(other)
    return overflow ? .max : sum
  }

  fileprivate func multipliedClamped(by other: Int) -> Int {
    let (product, overflow) = multipliedReportingOverflow(by: other)
    return overflow ? .max : product
  }
}

/// A value that knows its weight without a look at its parts.
private protocol MeasuredWeight {
  /// Nil where the parts have to be looked at after all.
  var weight: Int? { get }
}

extension String: MeasuredWeight {
  fileprivate var weight: Int? { 16 + (utf8.count > 15 ? utf8.count + 32 : 0) }
}
extension Data: MeasuredWeight { fileprivate var weight: Int? { 16 + count } }
extension Array: MeasuredWeight {
  fileprivate var weight: Int? {
    _isPOD(Element.self) ? 40 + count * MemoryLayout<Element>.stride : nil
  }
}
extension ContiguousArray: MeasuredWeight {
  fileprivate var weight: Int? {
    _isPOD(Element.self) ? 40 + count * MemoryLayout<Element>.stride : nil
  }
}
