import Dispatch
import Testing

@testable import CacheRuntime

@Suite struct ClearTests {
  @Test("X02: clearing one function leaves others alone") func one() {
    let (first, second) = (NumberCache(), NumberCache())
    _ = (first(1), second(1))
    first.core.clear()
    _ = (first(1), second(1))
    #expect(first.computed.count == 2 && second.computed.count == 1)
    expectSound(first.core)
  }

  @Test("X03: clearing one call leaves others alone") func oneCall() {
    let cache = NumberCache()
    _ = (cache(1), cache(2))
    cache.clear(2)
    _ = cache(1)
    #expect(cache.computed == [1, 2])
    cache.clear(1)
    _ = cache(1)
    #expect(cache.computed == [1, 2, 1])
  }

  @Test("X08, X09: a clear during a computation wins", arguments: [true, false])
  func clearDuringComputation(whole: Bool) {
    let cache = NumberCache()
    let result = cache.core.call(StrictArgument(1)) {
      if whole { cache.core.clear() } else { cache.clear(1) }
      return 5
    }
    #expect(result == 5)
    #expect(!cache.contains(1))
    #expect(cache(1) == 10)
    expectSound(cache.core)
  }

  @Test("X09: clearing another call does not touch a computation") func clearOther() {
    let cache = NumberCache()
    _ = cache.core.call(StrictArgument(1)) {
      cache.clear(2)
      return 5
    }
    #expect(cache(1) == 5)
  }

  @Test("X09: after a clear, waiters compute anew instead of taking the old result", .timeLimit(.minutes(10)))
  func waitersRetry() async {
    let cache = NumberCache()
    let (started, start) = AsyncStream<Void>.makeStream()
    let (gate, open) = AsyncStream<Void>.makeStream()
    let calls = Calls()
    @Sendable func load() async -> Int {
      await cache.core.call(StrictArgument(1)) { () async -> Int in
        calls.add("")
        let number = calls.count
        if number == 1 {
          start.yield()
          for await _ in gate { break }
        }
        return number
      }
    }
    async let first = load()
    for await _ in started { break }
    cache.core.clear()
    #expect(await load() == 2)
    open.yield()
    #expect(await first == 1)
    #expect(cache(1) == 2)
    expectSound(cache.core)
  }

  @Test("X09: who waits while a clear comes computes anew", .timeLimit(.minutes(10))) func waiterDuringClear()
    async
  {
    let cache = NumberCache()
    let (gate, open) = AsyncStream<Void>.makeStream()
    let calls = Calls()
    @Sendable func load() async -> Int {
      await cache.core.call(StrictArgument(1)) { () async -> Int in
        calls.add("")
        let number = calls.count
        if number == 1 { for await _ in gate { break } }
        return number
      }
    }
    async let first = load()
    while cache.core.statistics.misses == 0 { await Task.yield() }
    async let waiter = load()
    while cache.core.statistics.waits == 0 { await Task.yield() }
    cache.core.clear()
    open.yield()
    #expect(await first == 1)
    #expect(await waiter == 2)
    #expect(cache(1) == 2)
    expectSound(cache.core)
  }

  @Test("X07: clearing from 50 threads is safe") func threads() {
    let cache = NumberCache()
    DispatchQueue.concurrentPerform(iterations: 50) { index in
      for round in 0..<50 {
        #expect(cache(round % 7) == round % 7 * 10)
        if index.isMultiple(of: 2) { cache.core.clear() } else { cache.clear(round % 7) }
      }
    }
    expectSound(cache.core)
  }

  @Test("K04: clearing a function clears those that depend on it, circles included") func dependencies() {
    let rates = NumberCache()
    let prices = NumberCache(.data, CacheOptions(dependsOn: [rates.core]))
    rates.core.whenCleared { [core = prices.core] in core.clear() }
    prices.core.whenCleared { [core = rates.core] in core.clear() }
    _ = (rates(1), prices(1))
    rates.core.clear()
    #expect(!rates.contains(1) && !prices.contains(1))
  }
}
