/// Something outside of the program's functions on which results depend, such as a table or a file that may change.
///
/// ```swift
/// let priceTable = CacheTag()
///
/// @CacheData(dependsOn: [priceTable])
/// func prices(in city: String) -> [Double] { … }
///
/// priceTable.clear()  // the table was written: every result that depends on it goes
/// ```
///
/// The handle of a function is a dependency too, but an attribute cannot name it: the compiler does not show one macro
/// what another has added. A declaration can, and the attribute names that: `var pricesHandle: any CacheDependency { $prices }`.
public final class CacheTag: CacheDependency {
  private let observers = ClearObservers()

  /// What this is called in stores.
  public let storeTag: String?

  /// A tag on which nothing depends yet.
  ///
  /// - Parameter name: What the tag is called in stores: `clear()` then empties there too what depends on it and was not
  ///   called yet in this process. The same in every process, and no other tag's.
  public init(_ name: String? = nil) { storeTag = name.map { "tag \($0)" } }

  /// Empties every cache that depends on this, and their results in the stores of this process.
  ///
  /// - Complexity: O(*n*) in the number of caches that depend on it, and of their results.
  public func clear() { ClearChain.run { $0.note(observers, tag: storeTag) } }

  /// Calls `body` at each `clear()`, as long as `owner` lives.
  public func whenCleared(for owner: (any AnyObject & Sendable)?, _ body: @escaping @Sendable () -> Void) {
    observers.add(for: owner, body)
  }

  /// How many are told of a clear, some of whom may have gone; for tests.
  var dependentCount: Int { observers.all.count }
}
