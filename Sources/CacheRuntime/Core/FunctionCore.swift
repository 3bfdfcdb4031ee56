/// The cache of one function, whatever its keys and values are.
public class FunctionCore: CacheDependency, @unchecked Sendable {
  /// Which function it is.
  public let identity: FunctionIdentity
  /// What it holds.
  public let kind: CacheKind

  private let observers: ClearObservers

  init(
    identity: FunctionIdentity, kind: CacheKind, observers: ClearObservers = ClearObservers()
  ) {
    self.identity = identity
    self.kind = kind
    self.observers = observers
  }

  /// Forgets every result, here and in the functions that depend on this one.
  ///
  /// Of a function with `scope: .session`, within a session, that session's results; outside of any, those of all.
  ///
  /// - Complexity: O(*n*) in the number of results, and of those that depend on them.
  public final func clear() { clear(everywhere: false) }

  final func clear(everywhere: Bool) {
    ClearChain.run { chain in
      guard chain.enters(self) else { return }
      ClearChain.apart { removeAll(everywhere: everywhere) }
      chain.note(observers, tag: identity.storeTag)
      if let family = CacheRegistry.shared.knownObservers(ofAll: identity) { chain.note(family) }
    }
  }

  /// What the function is called in stores.
  public final var storeTag: String? { identity.storeTag }

  /// Calls `body` at each `clear()`, as long as `owner` lives.
  public final func whenCleared(
    for owner: (any AnyObject & Sendable)?, _ body: @escaping @Sendable () -> Void
  ) {
    observers.add(for: owner, body)
  }

  /// The numbers so far.
  public var statistics: CacheStatistics { CacheStatistics() }

  /// Forgets every result, here only; in all sessions or in the current one.
  func removeAll(everywhere: Bool) {}

  /// Forgets every result, and keeps none from now on.
  func close() {}

  /// Takes note that a session and its part of this cache have ended.
  func retire(_ part: FunctionCore) {}

  /// Frees what has expired.
  ///
  /// - Returns: when to come again, by the machine's clock; nil when nothing will expire.
  func sweep() -> Int64? { nil }

  /// What the results weigh.
  var heldBytes: Int { 0 }

  /// Lets one result go.
  ///
  /// - Returns: whether there was one.
  func evictForBudget() -> Bool { false }

  /// What is wrong with the inner state, if something is; for tests.
  func faults() -> [String] { [] }
}

/// A cache that something knows without keeping it.
final class WeakCore: @unchecked Sendable {
  // Set once, before the reference is shared.
  weak var core: FunctionCore?
  init(_ core: FunctionCore) { self.core = core }
}
