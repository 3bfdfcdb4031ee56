import Testing

@testable import CacheRuntime

/// A timer that fires when the test says so.
private final class ManualTimer: Sendable {
  private struct State {
    var now: Int64 = 0
    var waiting: [(time: Int64, body: @Sendable () -> Void)] = []
    var delays: [Int64] = []
  }

  private let state = Guarded(State())
  var now: Int64 { state.withLock { $0.now } }
  var delays: [Int64] { state.withLock { $0.delays } }
  var waitingCount: Int { state.withLock { $0.waiting.count } }

  func wait(_ nanoseconds: Int64, _ body: @escaping @Sendable () -> Void) {
    state.withLock {
      $0.delays.append(nanoseconds)
      $0.waiting.append(($0.now + nanoseconds, body))
    }
  }

  /// Goes to this time, and fires what comes on the way.
  func go(to time: Int64) {
    while true {
      let next = state.withLock { state -> (@Sendable () -> Void)? in
        guard
          let index = state.waiting.indices.min(by: { state.waiting[$0].time < state.waiting[$1].time }),
          state.waiting[index].time <= time
        else { return nil }
        state.now = state.waiting[index].time
        return state.waiting.remove(at: index).body
      }
      guard let next else { break }
      next()
    }
    state.withLock { $0.now = time }
  }
}

/// A cache that notes when it is swept.
private final class Swept: FunctionCore, @unchecked Sendable {
  let times = Guarded<[Int64]>([])
  let timer: ManualTimer
  let next: Guarded<[Int64]>

  init(_ timer: ManualTimer, then next: [Int64] = []) {
    self.timer = timer
    self.next = Guarded(next)
    super.init(identity: FunctionIdentity(fileID: "", path: "", name: "", fingerprint: ""), kind: .data)
  }

  override func sweep() -> Int64? {
    times.withLock { $0.append(timer.now) }
    return next.withLock { $0.isEmpty ? nil : $0.removeFirst() }
  }
}

@Suite struct SweeperTests {
  private let day: Int64 = 86_400_000_000_000

  private func sweeper(_ timer: ManualTimer) -> CacheSweeper {
    CacheSweeper(now: { timer.now }, wait: { timer.wait($0, $1) })
  }

  @Test("what lives for longer than a day is swept at its end, in steps of a day") func longDelays() {
    let timer = ManualTimer()
    let sweeper = sweeper(timer)
    let core = Swept(timer)
    sweeper.note(core, deadline: 5 * day / 2)
    timer.go(to: 3 * day)
    #expect(core.times.withLock { $0 } == [5 * day / 2])
    #expect(timer.delays == [day, day, day / 2])
    #expect(timer.waitingCount == 0)
  }

  @Test("an earlier deadline comes first, a later one is not forgotten, and no timer is left behind")
  func severalDeadlines() {
    let timer = ManualTimer()
    let sweeper = sweeper(timer)
    let (late, early) = (Swept(timer), Swept(timer, then: [4 * day, 4 * day]))
    sweeper.note(late, deadline: 3 * day)
    sweeper.note(early, deadline: 1_000_000_000)
    timer.go(to: 2_000_000_000)
    #expect(early.times.withLock { $0 } == [1_000_000_000])
    sweeper.note(late, deadline: 3 * day)
    timer.go(to: 5 * day)
    #expect(late.times.withLock { $0 }.contains(3 * day))
    #expect(early.times.withLock { $0 }.last == 4 * day)
    #expect(timer.waitingCount == 0)
  }

  @Test("the end of time is no time at all") func endOfTime() {
    let timer = ManualTimer()
    let sweeper = sweeper(timer)
    let core = Swept(timer)
    sweeper.note(core, deadline: .max)
    timer.go(to: 10 * day)
    #expect(core.times.withLock { $0.isEmpty })
    let clock = ManualCacheClock()
    clock.advance(by: .nanoseconds(Int64.max))
    clock.advance(by: .days(1))
    #expect(clock.now() == .max)
    let cache = NumberCache(.data, CacheOptions(clock: clock))
    _ = (cache(1), cache(1))
    #expect(cache.computed == [1])
    let aging = NumberCache(.data, CacheOptions(ttl: .days(100_000), idle: .days(100_000), clock: clock))
    _ = (aging(1), aging(1))
    #expect(aging.computed == [1])
    #expect(aging.core.sweep() == nil)
  }
}
