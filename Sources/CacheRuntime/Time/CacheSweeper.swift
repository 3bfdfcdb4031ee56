import Dispatch

/// Frees what has expired without waiting for a call: one timer for all caches of the process.
final class CacheSweeper: Sendable {
  static let shared = CacheSweeper()

  /// Caches are looked at no more often than this, in nanoseconds.
  private static let pause: Int64 = 250_000_000

  private struct State {
    var caches: [ObjectIdentifier: WeakCore] = [:]
    /// When the timer fires; nil when it is off.
    var fires: Int64?
  }

  private let state = Guarded(State())
  private let queue = DispatchQueue(label: "CacheRuntime.sweeper", qos: .utility)

  /// Sees to it that `core` is swept when `deadline` has passed on the machine's clock.
  func note(_ core: FunctionCore, deadline: Int64) {
    let now = CoarseClock.now()
    let isEarlier = state.withLock { state in
      state.caches[ObjectIdentifier(core)] = WeakCore(core)
      let time = max(deadline, now + Self.pause)
      if let fires = state.fires, fires <= time { return false }
      state.fires = time
      return true
    }
    if isEarlier { schedule(in: max(Self.pause, deadline - now)) }
  }

  private func schedule(in nanoseconds: Int64) {
    let delay = Int(clamping: min(nanoseconds, 86_400_000_000_000))
    queue.asyncAfter(deadline: .now() + .nanoseconds(delay)) { [self] in fire() }
  }

  private func fire() {
    let now = CoarseClock.now()
    let due = state.withLock { state -> [FunctionCore] in
      // An earlier timer may have been set since: the later one finds nothing to do.
      guard let fires = state.fires, fires <= now + Self.pause else { return [] }
      state.fires = nil
      // Caches of closures and of sessions come and go.
      state.caches = state.caches.filter { $0.value.core != nil }
      return state.caches.values.compactMap(\.core)
    }
    for core in due {
      let next = core.sweep()
      if let next {
        note(core, deadline: next)
      } else {
        state.withLock { $0.caches[ObjectIdentifier(core)] = nil }
      }
    }
  }
}
