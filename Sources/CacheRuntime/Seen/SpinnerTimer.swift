import Dispatch

/// Calls back after a while, and says how much time has passed; injected, so that tests wait for nothing.
public protocol SpinnerTimer: CacheClock {
  /// Calls `action` once, when so much time has passed.
  func after(_ delay: CacheDuration, _ action: @escaping @Sendable () -> Void)
}

/// The machine's own time.
struct DispatchSpinnerTimer: SpinnerTimer {
  func now() -> Int64 { Int64(clamping: DispatchTime.now().uptimeNanoseconds) }

  func after(_ delay: CacheDuration, _ action: @escaping @Sendable () -> Void) {
    DispatchQueue.global(qos: .utility).asyncAfter(
      deadline: .now() + .nanoseconds(Int(clamping: delay.nanoseconds)), execute: action)
  }
}

/// A timer that stands still until it is told to go on, for tests.
public final class ManualSpinnerTimer: SpinnerTimer {
  private struct State {
    var time: Int64 = 0
    var pending: [(time: Int64, action: @Sendable () -> Void)] = []
  }

  private let state = Guarded(State())

  /// A timer at zero.
  public init() {}

  /// The time that it was told.
  public func now() -> Int64 { state.withLock { $0.time } }

  /// Keeps the action until its time has come.
  public func after(_ delay: CacheDuration, _ action: @escaping @Sendable () -> Void) {
    state.withLock { $0.pending.append((time: $0.time + delay.nanoseconds, action: action)) }
  }

  /// Lets time pass, and runs what falls into it, in its order.
  public func advance(by duration: CacheDuration) {
    let end = now() + duration.nanoseconds
    while let action = nextAction(until: end) { action() }
    state.withLock { $0.time = end }
  }

  private func nextAction(until end: Int64) -> (@Sendable () -> Void)? {
    state.withLock { state in
      let due = state.pending.indices.filter { state.pending[$0].time <= end }
      guard let first = due.min(by: { state.pending[$0].time < state.pending[$1].time }) else { return nil }
      let next = state.pending.remove(at: first)
      state.time = max(state.time, next.time)
      return next.action
    }
  }

  /// How many actions wait for their time.
  public var pendingCount: Int { state.withLock { $0.pending.count } }
}
