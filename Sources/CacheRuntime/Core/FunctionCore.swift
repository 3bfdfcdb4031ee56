/// The cache of one function, whatever its keys and values are.
public class FunctionCore: CacheDependency, @unchecked Sendable {
  /// Which function it is.
  public let identity: FunctionIdentity
  /// What it holds.
  public let kind: CacheKind

  private let dependents = Guarded<[@Sendable () -> Void]>([])

  init(identity: FunctionIdentity, kind: CacheKind) {
    self.identity = identity
    self.kind = kind
  }

  /// Forgets every result, here and in the functions that depend on this one.
  ///
  /// Of a function with `scope: .session`, within a session, that session's results; outside of any, those of all.
  public final func clear() { clear(everywhere: false) }

  final func clear(everywhere: Bool) {
    // A circle of functions that depend on each other ends where it began, and one that depends on several is cleared once.
    let chain = ClearChain.current ?? ClearChain()
    guard chain.enters(self) else { return }
    ClearChain.$current.withValue(chain) {
      removeAll(everywhere: everywhere)
      for clear in dependents.withLock({ $0 }) { clear() }
      CacheStores.remove(.tag(identity.storeTag))
    }
  }

  /// What the function is called in stores.
  public final var storeTag: String? { identity.storeTag }

  /// Calls `body` at each `clear()`.
  public final func whenCleared(_ body: @escaping @Sendable () -> Void) {
    dependents.withLock { $0.append(body) }
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

/// The functions that are being cleared one through the other.
private final class ClearChain: Sendable {
  @TaskLocal static var current: ClearChain?

  private let cleared = Guarded<Set<ObjectIdentifier>>([])

  /// Whether a function has not been cleared in this chain yet.
  func enters(_ core: FunctionCore) -> Bool {
    cleared.withLock { $0.insert(ObjectIdentifier(core)).inserted }
  }
}
