import Testing

@testable import CacheRuntime

@Suite struct TimeTests {
  private let clock = ManualCacheClock()

  private func cache(ttl: CacheDuration? = nil, idle: CacheDuration? = nil, maxEntries: Int? = nil)
    -> NumberCache
  {
    NumberCache(.data, CacheOptions(ttl: ttl, idle: idle, maxEntries: maxEntries, clock: clock))
  }

  @Test("T01, T02, T04: functions with one and two days do not interfere; a day counts from writing")
  func days() {
    let (one, two) = (cache(ttl: .days(1)), cache(ttl: .init(.seconds(2 * 86_400))))
    _ = (one(0), two(0))
    clock.advance(by: .hours(12))
    _ = (one(0), two(0))
    #expect(one.computed.count == 1 && two.computed.count == 1)
    clock.advance(by: .days(1))
    _ = (one(0), two(0))
    #expect(one.computed.count == 2 && two.computed.count == 1)
    clock.advance(by: "12h1s")
    _ = (one(0), two(0))
    #expect(one.computed.count == 2 && two.computed.count == 2)
    clock.advance(by: "11h59m58s")
    _ = one(0)
    #expect(one.computed.count == 2)
    clock.advance(by: 1)
    _ = one(0)
    #expect(one.computed.count == 3)
    expectSound(one.core)
  }

  @Test("T03, T05: at exactly the end a result has expired") func boundary() {
    let cache = cache(ttl: 1)
    _ = cache(0)
    clock.advance(by: .milliseconds(999))
    _ = cache(0)
    #expect(cache.computed.count == 1)
    clock.advance(by: .milliseconds(1))
    #expect(!cache.contains(0))
    _ = cache(0)
    #expect(cache.computed.count == 2)
  }

  @Test("T09: without a ttl nothing expires") func endless() {
    let cache = cache()
    _ = cache(0)
    clock.advance(by: .days(100_000))
    _ = cache(0)
    #expect(cache.computed.count == 1)
  }

  @Test("T10: with zero every call computes and nothing is held") func zero() {
    let cache = cache(ttl: 0)
    _ = (cache(0), cache(0))
    #expect(cache.computed.count == 2)
    #expect(cache.core.statistics.entries == 0)
    expectSound(cache.core)
  }

  @Test("T12: what has expired is freed without a call") func sweeping() {
    let released = Calls()
    let core = KeyedCore<StrictArgument<Int>, Int>(
      identity: FunctionIdentity(fileID: "Demo/F.swift", path: "", name: "f", fingerprint: ""), kind: .data,
      options: CacheOptions(
        ttl: 10, maxBytes: 1_000_000, weigher: { _ in 100 }, onRelease: { released.add("\($0)") },
        clock: clock))
    for number in 0..<5 { _ = core.call(StrictArgument(number)) { number } }
    clock.advance(by: 5)
    for number in 5..<8 { _ = core.call(StrictArgument(number)) { number } }
    #expect(core.heldBytes == 800)
    clock.advance(by: 5)
    _ = core.sweep()
    #expect(core.heldBytes == 300)
    #expect(released.all.sorted() == ["0", "1", "2", "3", "4"])
    clock.advance(by: 5)
    _ = core.sweep()
    #expect(core.heldBytes == 0)
    #expect(core.statistics.removals == [.expired: 8])
    expectSound(core)
  }

  @Test("T12: the timer of the process comes by itself", .timeLimit(.minutes(10))) func timer() async {
    let (stream, continuation) = AsyncStream<Int>.makeStream()
    let cached = cacheData(ttl: .milliseconds(20), onRelease: { (value: Int) in continuation.yield(value) }) {
      42
    }
    _ = cached()
    for await value in stream {
      #expect(value == 42)
      break
    }
    #expect(cached.statistics.entries == 0)
  }

  @Test("an idle result goes, one in use stays") func idle() {
    let cache = cache(idle: 10)
    _ = (cache(1), cache(2))
    for _ in 0..<3 {
      clock.advance(by: 6)
      _ = cache(1)
    }
    _ = cache.core.sweep()
    #expect(cache.contains(1) && !cache.contains(2))
    #expect(cache.core.statistics.removals == [.idle: 1])
    _ = cache(2)
    #expect(cache.computed == [1, 2, 2])
    expectSound(cache.core)
  }
}
