/// What results depend on: a function by its handle, or a ``CacheTag``.
public protocol CacheDependency: Sendable {
  /// Calls `body` at each `clear()`, as long as `owner` lives; for ever without one.
  func whenCleared(for owner: (any AnyObject & Sendable)?, _ body: @escaping @Sendable () -> Void)

  /// What this is called in stores, where results that depend on it are found by that; nil for nothing.
  var storeTag: String? { get }
}

extension CacheDependency {
  /// Calls `body` at each `clear()` from now on.
  public func whenCleared(_ body: @escaping @Sendable () -> Void) { whenCleared(for: nil, body) }

  /// Nothing.
  public var storeTag: String? { nil }
}
