#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// What a result weighs where no weigher says so.
enum Weight {
  /// More parts than this are not looked at one by one.
  private static let limit = 10_000

  /// An estimate in bytes: the value and what it owns on the heap.
  ///
  /// - Complexity: O(1) for texts and arrays of numbers, O(*n*) in the number of parts for others.
  static func estimate(_ value: Any) -> Int {
    var parts = 0
    return estimate(value, &parts)
  }

  private static func estimate(_ value: Any, _ parts: inout Int) -> Int {
    parts += 1
    guard parts < limit else { return 0 }
    if let weight = (value as? any MeasuredWeight)?.weight { return weight }
    func size<T>(_ value: T) -> Int { MemoryLayout<T>.size }
    var sum = _openExistential(value, do: size)
    let mirror = Mirror(reflecting: value)
    if mirror.displayStyle == .class { sum += 16 }
    var seen = 0
    for child in mirror.children {
      sum += estimate(child.value, &parts)
      seen += 1
      if parts >= limit {
        // The rest counts as the average of what was seen.
        sum += sum / seen * max(0, mirror.children.count - seen)
        break
      }
    }
    return sum
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
