import Synchronization

/// How many bytes all caches of the process may hold together.
///
/// Without a limit, nothing is weighed but where `maxBytes` asks for it.
public enum CacheBudget {
  private struct State {
    var limit: Int?
    var used = 0
  }

  private static let state = Guarded(State())
  /// Whether there is a limit, for every miss to ask without the lock.
  private static let hasLimit = Atomic(false)

  /// The limit in bytes; nil for none. Lowering it takes effect at once.
  public static var limit: Int? {
    get { state.withLock { $0.limit } }
    set {
      precondition(newValue ?? 1 >= 1, "the budget must be at least 1 byte, and it is \(newValue ?? 0)")
      state.withLock {
        $0.limit = newValue
        hasLimit.store(newValue != nil, ordering: .relaxed)
      }
      enforce()
    }
  }

  /// What the results that were weighed hold now.
  ///
  /// - Complexity: O(1).
  public static var used: Int { state.withLock { $0.used } }

  static var isLimited: Bool { hasLimit.load(ordering: .relaxed) }

  static func add(_ bytes: Int) {
    guard bytes != 0 else { return }
    state.withLock { $0.used += bytes }
  }

  /// Takes results from the cache that holds most, until all fit.
  static func enforce() {
    while state.withLock({ $0.used > $0.limit ?? .max }) {
      let heaviest = CacheRegistry.shared.all.max { $0.heldBytes < $1.heldBytes }
      guard let heaviest, heaviest.heldBytes > 0, heaviest.evictForBudget() else { return }
    }
  }
}
