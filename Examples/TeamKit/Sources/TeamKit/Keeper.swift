import Foundation

/// Keeps results by what they were asked for with.
public final class Keeper: @unchecked Sendable {
  /// The results of all functions with an attribute.
  public static let shared = Keeper()

  // The lock guards `results`; it is recursive, because one kept function may call another.
  private let lock = NSRecursiveLock()
  private var results: [[AnyHashable]: (value: Any, end: Date)] = [:]

  /// A keeper of nothing yet.
  public init() {}

  /// The result for this key: the kept one, or else the one that `compute` makes now.
  public func value<Value>(for key: [AnyHashable], lifetime: Int?, _ compute: () throws -> Value) rethrows
    -> Value
  {
    try lock.withLock {
      if let (value, end) = results[key], end > Date(), let value = value as? Value { return value }
      let value = try compute()
      let end = lifetime.map { Date().addingTimeInterval(TimeInterval($0)) } ?? .distantFuture
      results[key] = (value, end)
      return value
    }
  }
}
