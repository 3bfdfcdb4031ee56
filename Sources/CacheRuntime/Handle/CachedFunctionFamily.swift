/// The handle of all specializations of a generic function, or of a method on all instances.
public struct CachedFunctionFamily: CacheDependency, Sendable {
  let identity: FunctionIdentity

  private var cores: [FunctionCore] { CacheRegistry.shared.cores(of: identity) }

  /// Forgets every result of every specialization, or of every instance.
  ///
  /// - Complexity: O(*n*) in the number of results, and of those that depend on them.
  public func clear() {
    ClearChain.run { chain in
      for core in cores { core.clear() }
      chain.note(CacheRegistry.shared.observers(ofAll: identity), tag: identity.storeTag)
    }
  }

  /// Calls `body` at each `clear()` of a specialization, whenever that is first called, as long as `owner` lives.
  public func whenCleared(for owner: (any AnyObject & Sendable)?, _ body: @escaping @Sendable () -> Void) {
    CacheRegistry.shared.observers(ofAll: identity).add(for: owner, body)
  }

  /// What the function is called in stores.
  public var storeTag: String? { identity.storeTag }

  /// What the caches of all specializations did so far.
  ///
  /// - Complexity: O(*n*) in the number of specializations.
  public var statistics: CacheStatistics {
    cores.reduce(into: CacheStatistics()) { $0.add($1.statistics) }
  }
}
