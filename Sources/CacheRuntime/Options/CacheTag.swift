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
/// what another has added. `cacheData(dependsOn: [$prices]) { … }` can.
public final class CacheTag: CacheDependency {
  private let dependents = Guarded<[@Sendable () -> Void]>([])

  /// What this is called in stores.
  public let storeTag: String?

  /// A tag on which nothing depends yet.
  ///
  /// - Parameter name: What the tag is called in stores: `clear()` then empties there too what depends on it and was not
  ///   called yet in this process. The same in every process, and no other tag's.
  public init(_ name: String? = nil) { storeTag = name.map { "tag \($0)" } }

  /// Empties every cache that depends on this, and their results in the stores of this process.
  public func clear() {
    for clear in dependents.withLock({ $0 }) { clear() }
    if let storeTag { CacheStores.remove(.tag(storeTag)) }
  }

  /// Calls `body` at each `clear()`.
  public func whenCleared(_ body: @escaping @Sendable () -> Void) { dependents.withLock { $0.append(body) } }

  /// How many caches depend on this; for tests.
  var dependentCount: Int { dependents.withLock { $0.count } }
}
