/// The handle of all specializations of a generic function, or of a method on all instances.
public struct CachedFunctionFamily: CacheDependency, Sendable {
  let identity: FunctionIdentity

  private var cores: [FunctionCore] { CacheRegistry.shared.cores(of: identity) }

  /// Forgets every result of every specialization.
  public func clear() {
    for core in cores { core.clear() }
    CacheStores.remove(.tag(identity.storeTag))
  }

  /// Calls `body` at each `clear()` of a specialization that was called by now.
  public func whenCleared(_ body: @escaping @Sendable () -> Void) {
    for core in cores { core.whenCleared(body) }
  }

  /// What the function is called in stores.
  public var storeTag: String? { identity.storeTag }

  /// What the caches of all specializations did so far.
  public var statistics: CacheStatistics {
    cores.reduce(into: CacheStatistics()) { $0.add($1.statistics) }
  }
}
