/// Who is to be told when something is cleared.
final class ClearObservers: Sendable {
  /// One who is to be told.
  final class Observer: @unchecked Sendable {
    let body: @Sendable () -> Void
    fileprivate let isOwned: Bool
    // Set once, before the reference is shared.
    fileprivate weak var owner: AnyObject?

    fileprivate init(_ owner: AnyObject?, _ body: @escaping @Sendable () -> Void) {
      (self.owner, isOwned, self.body) = (owner, owner != nil, body)
    }
  }

  private struct State {
    var all: [Observer] = []
    /// With so many, it is looked who of them has gone.
    var limit = 16
  }

  private let state = Guarded(State())

  /// Tells `body`, as long as `owner` lives; for ever without one.
  ///
  /// - Complexity: O(1), amortized.
  func add(for owner: AnyObject?, _ body: @escaping @Sendable () -> Void) {
    // This may be the last reference to an owner, which is let go after the lock: its `deinit` may call anything.
    let living = state.withLock { state -> [AnyObject] in
      state.all.append(Observer(owner, body))
      guard state.all.count >= state.limit else { return [] }
      var living: [AnyObject] = []
      state.all.removeAll { observer in
        guard observer.isOwned else { return false }
        guard let owner = observer.owner else { return true }
        living.append(owner)
        return false
      }
      state.limit = max(16, 2 * state.all.count)
      return living
    }
    withExtendedLifetime(living) {}
  }

  /// All of them; some may have gone.
  var all: [Observer] { state.withLock { $0.all } }
}
