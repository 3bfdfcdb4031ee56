import Dispatch

/// Frees what has expired without waiting for a call: one timer for all caches of the process.
final class CacheSweeper: Sendable {
  static let shared = CacheSweeper()

  /// Caches are looked at no more often than this, in nanoseconds.
  private static let pause: Int64 = 250_000_000

  /// A longer time is waited for in steps.
  private static let longestDelay: Int64 = 86_400_000_000_000

  private struct State {
    var caches: [ObjectIdentifier: WeakCore] = [:]
    /// When the caches are looked at; nil for never.
    var fires: Int64?
    /// Tells the timer that counts from those that an earlier time has replaced.
    var timer = 0
  }

  private let state = Guarded(State())
  private let now: @Sendable () -> Int64
  private let wait: @Sendable (_ nanoseconds: Int64, _ body: @escaping @Sendable () -> Void) -> Void

  /// A sweeper by the machine's clock, or by what a test gives it.
  init(
    now: @escaping @Sendable () -> Int64 = { CoarseClock.now() },
    wait: (@Sendable (_ nanoseconds: Int64, _ body: @escaping @Sendable () -> Void) -> Void)? = nil
  ) {
    let queue = DispatchQueue(label: "CacheRuntime.sweeper", qos: .utility)
    self.now = now
    self.wait =
      wait ?? { nanoseconds, body in
        queue.asyncAfter(deadline: .now() + .nanoseconds(Int(nanoseconds)), execute: body)
      }
  }

  /// Sees to it that `core` is swept when `deadline` has passed on the machine's clock.
  func note(_ core: FunctionCore, deadline: Int64) {
    let now = now()
    let time = max(deadline, now + Self.pause)
    let timer = state.withLock { state -> Int? in
      state.caches[ObjectIdentifier(core)] = WeakCore(core)
      if let fires = state.fires, fires <= time { return nil }
      state.fires = time
      state.timer += 1
      return state.timer
    }
    if let timer { schedule(timer, in: time - now) }
  }

  private func schedule(_ timer: Int, in nanoseconds: Int64) {
    wait(min(nanoseconds, Self.longestDelay)) { [self] in fire(timer) }
  }

  private func fire(_ timer: Int) {
    let now = now()
    var rest: Int64?
    let due = state.withLock { state -> [FunctionCore] in
      guard timer == state.timer, let fires = state.fires else { return [] }
      guard fires <= now else {
        rest = fires - now
        return []
      }
      state.fires = nil
      // Caches of closures and of sessions come and go.
      // Whoever holds the last reference lets it go after the lock.
      var due: [FunctionCore] = []
      state.caches = state.caches.filter {
        guard let core = $0.value.core else { return false }
        due.append(core)
        return true
      }
      return due
    }
    if let rest { return schedule(timer, in: rest) }
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
