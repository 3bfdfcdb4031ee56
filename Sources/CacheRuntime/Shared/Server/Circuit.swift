#if SharedStore

/// Whether the server is asked at all: after failures it is left alone, longer each time, with some chance in it so that
/// the machines of a team do not all come back at once.
///
/// A pure value; its owner has the lock, the clock and the random numbers.
struct Circuit: Sendable {
  /// The first pause, in nanoseconds; each is twice the one before.
  static let shortestPause: Int64 = 100_000_000
  /// No pause is longer.
  static let longestPause: Int64 = 30_000_000_000

  enum Admission: Hashable, Sendable {
    /// Ask.
    case ask
    /// Do not.
    case refuse
    /// The pause is over: one may see whether the server is back, the others go on without it.
    case probe
  }

  private enum State {
    case closed
    case open(until: Int64)
    case probing(since: Int64)
  }

  private var state = State.closed
  private(set) var failures = 0

  var isClosed: Bool {
    if case .closed = state { true } else { false }
  }

  mutating func admit(now: Int64) -> Admission {
    switch state {
    case .closed: return .ask
    case .open(let until):
      guard now >= until else { return .refuse }
      state = .probing(since: now)
      return .probe
    case .probing(let since):
      // A probe that was never answered does not keep the circuit open for ever.
      guard now >= since &+ Self.longestPause else { return .refuse }
      state = .probing(since: now)
      return .probe
    }
  }

  mutating func succeeded() {
    state = .closed
    failures = 0
  }

  /// After a probe that has shown nothing, for or against: the next may try.
  mutating func undecided(now: Int64) {
    if case .probing = state { state = .open(until: now) }
  }

  /// - Parameter chance: From 0 up to 1.
  mutating func failed(now: Int64, chance: Double) {
    // Those that were under way when the circuit opened tell nothing new.
    if case .open = state { return }
    failures += 1
    state = .open(until: now &+ Self.pause(after: failures, chance: chance))
  }

  /// Between half the pause and all of it.
  static func pause(after failures: Int, chance: Double) -> Int64 {
    let whole = failures > 9 ? longestPause : min(longestPause, shortestPause << max(0, failures - 1))
    return whole / 2 + Int64(Double(whole / 2) * chance)
  }
}

#endif
