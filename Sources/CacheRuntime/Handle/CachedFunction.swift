/// The handle of a cached function, `$f`: what can be asked of its cache beside calling it.
///
/// Arguments are those that count for the key, in order, without labels.
public struct CachedFunction<Value, each Argument> {
  private let core: FunctionCore
  private let site: (repeat each Argument) throws -> CallSite

  init<Key: Hashable>(_ core: KeyedCore<Key, Value>, key: @escaping (repeat each Argument) throws -> Key) {
    self.core = core
    site = { (arguments: repeat each Argument) throws -> CallSite in
      KeyedCallSite(core, try key(repeat each arguments))
    }
  }

  /// Forgets every result.
  public func clear() { core.clear() }

  /// Forgets the result of the call with these arguments; one that cannot be hashed has none.
  public func clear(_ arguments: repeat each Argument) { try? site(repeat each arguments).clear() }

  /// Whether a call with these arguments would find a result.
  public func contains(_ arguments: repeat each Argument) -> Bool {
    (try? site(repeat each arguments).isHeld) ?? false
  }

  /// What the cache did so far.
  public var statistics: CacheStatistics { core.statistics }
}

/// The handle of a generic function: all its specializations at once.
public struct CachedFunctionFamily: Sendable {
  let identity: FunctionIdentity

  /// Forgets every result of every specialization.
  public func clear() {
    for core in CacheRegistry.shared.cores(of: identity) { core.clear() }
  }

  /// What the caches of all specializations did so far.
  public var statistics: CacheStatistics {
    CacheRegistry.shared.cores(of: identity).reduce(into: CacheStatistics()) { sum, core in
      let statistics = core.statistics
      sum.hits += statistics.hits
      sum.misses += statistics.misses
      sum.entries += statistics.entries
    }
  }
}

/// One call of a cached function, with the type of its key out of sight.
class CallSite {
  func clear() {}
  var isHeld: Bool { false }
}

/// One call of a cached function.
final class KeyedCallSite<Key: Hashable, Value>: CallSite {
  private let core: KeyedCore<Key, Value>
  private let key: Key

  init(_ core: KeyedCore<Key, Value>, _ key: Key) {
    self.core = core
    self.key = key
  }

  override func clear() { core.clear(key) }
  override var isHeld: Bool { core.contains(key) }
}
