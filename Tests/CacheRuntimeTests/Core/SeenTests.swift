import Logging
import MetricsTestKit
import Synchronization
import Testing

@testable import CacheRuntime

@Suite(.serialized) struct SeenTests {
  @Test("G01, G02: numbers by function") func statistics() {
    let cache = NumberCache(.data, CacheOptions(maxEntries: 2))
    #expect(cache.core.statistics == CacheStatistics())
    _ = (cache(1), cache(1), cache(2), cache(3))
    var statistics = cache.core.statistics
    #expect(statistics.loadTime >= 0)
    statistics.loadTime = 0
    var expected = CacheStatistics()
    expected.hits = 1
    expected.misses = 3
    expected.entries = 2
    expected.removals = [.maxEntries: 1]
    #expect(statistics == expected)
    #expect(statistics.hitRatio == 0.25)
  }

  @Test("explain: what the cache knows of a call") func explain() {
    typealias Key = KeyPair<StrictArgument<String>, StrictArgument<Int>>
    let clock = ManualCacheClock()
    let core = KeyedCore<Key, Int>(
      identity: FunctionIdentity(fileID: "Demo/F.swift", path: "", name: "rides(in:limit:)", fingerprint: ""),
      kind: .data, options: CacheOptions(ttl: 60, clock: clock))
    func explain(_ region: String, _ limit: Int) -> CacheExplanation.Outcome {
      core.explain(Key(StrictArgument(region), StrictArgument(limit)), parameters: ["region", "limit"])
        .outcome
    }
    #expect(explain("Jura", 3) == .neverCalled)
    _ = core.call(Key(StrictArgument("Jura"), StrictArgument(3))) { 1 }
    clock.advance(by: 5)
    #expect(explain("Jura", 3) == .hit(age: 5))
    #expect(
      explain("Jura", 4) == .differs([CacheExplanation.Difference(parameter: "limit", asked: "4", held: "3")])
    )
    #expect(
      core.explain(Key(StrictArgument("Alps"), StrictArgument(3)), parameters: ["region", "limit"])
        .description
        == "'rides(in:limit:)' has no result for this call; the nearest one differs in 'region' (Alps, held: Jura)"
    )
    clock.advance(by: 60)
    #expect(explain("Jura", 3) == .removed(.expired))
    core.clear()
    #expect(explain("Jura", 3) == .removed(.cleared))
  }

  @Test("explain: values are described under no lock, and may ask the cache themselves") func describing() {
    struct Asking: Hashable, CustomStringConvertible {
      let number: Int
      let ask: WeakCore
      var description: String { "\(number) of \(ask.core?.statistics.entries ?? 0)" }
      static func == (left: Self, right: Self) -> Bool { left.number == right.number }
      func hash(into hasher: inout Hasher) { hasher.combine(number) }
    }
    let core = KeyedCore<Argument<Asking>, Int>(
      identity: FunctionIdentity(fileID: "Demo/F.swift", path: "", name: "f(_:)", fingerprint: ""),
      kind: .data, options: CacheOptions())
    let ask = WeakCore(core)
    _ = core.call(Argument(Asking(number: 1, ask: ask))) { 1 }
    let text = core.explain(Argument(Asking(number: 2, ask: ask)), parameters: ["n"]).description
    #expect(text.hasSuffix("differs in 'n' (2 of 1, held: 1 of 1)"))
  }

  @Test("prime: as if the function had returned it: refused by 'storeIf', weighed as a result is")
  func priming() throws {
    let cache = NumberCache(.data, CacheOptions(maxBytes: 100, storeIf: { $0 > 0 }))
    try cache.core.prime(StrictArgument(1), -1)
    #expect(!cache.contains(1))
    try cache.core.prime(StrictArgument(1), 5)
    #expect(cache(1) == 5)
    let called = NumberCache(.data, CacheOptions(maxBytes: 100))
    _ = called(1)
    #expect(cache.core.statistics.bytes == called.core.statistics.bytes)
  }

  @Test("G01: a computation that threw took its time too") func failedTime() throws {
    let cache = NumberCache()
    #expect(throws: Failure.self) {
      try cache.core.call(StrictArgument(1)) { () throws -> Int in
        var sum = 0
        for number in 0..<100_000 { sum &+= number }
        if sum != 0 { throw Failure() }
        return sum
      }
    }
    #expect(cache.core.statistics.loadTime > 0)
    #expect(cache.core.statistics.failures == 1)
    #expect(cache.core.statistics.misses == 1)
  }

  @Test(
    "G03: metrics have every call once, of sessions that live and have ended, and computations that throw too"
  )
  func metricsOfParts() throws {
    let recorder = TestMetrics()
    let core = KeyedCore<StrictArgument<Int>, Int>(
      identity: FunctionIdentity(fileID: "App/F.swift", path: "f", name: "f(_:)", fingerprint: ""),
      kind: .data,
      options: CacheOptions(scope: .session), metrics: recorder)
    let (one, two) = (CacheSession(), CacheSession())
    for session in [one, two] {
      session.run {
        for _ in 0..<3 { _ = core.call(StrictArgument(1)) { 1 } }
        _ = try? core.call(StrictArgument(2)) { () throws -> Int in throw Failure() }
      }
    }
    _ = core.sweep()
    one.end()
    one.end()
    _ = core.sweep()
    _ = core.sweep()
    func total(_ label: String, _ name: String, _ value: String) -> Int64 {
      // Each part has a counter of its own, which a metrics system adds up by label.
      recorder.counters.filter { $0.label == label && $0.dimensions.contains { $0 == (name, value) } }
        .reduce(0) { $0 + $1.totalValue }
    }
    #expect(total("cache_lookups", "result", "hit") == 4)
    #expect(total("cache_lookups", "result", "miss") == 4)
    #expect(total("cache_removals", "cause", "cleared") == 1)
    #expect(core.statistics.misses == 4 && core.statistics.hits == 4)
  }

  @Test("a function that depends on another in two ways is cleared once") func diamond() {
    let top = NumberCache()
    let sides = (0..<2).map { _ in NumberCache(.data, CacheOptions(dependsOn: [top.core])) }
    let bottom = NumberCache(.data, CacheOptions(dependsOn: sides.map(\.core)))
    let cleared = Guarded(0)
    bottom.core.whenCleared { cleared.withLock { $0 += 1 } }
    _ = bottom(1)
    top.core.clear()
    #expect(!bottom.contains(1))
    #expect(cleared.withLock { $0 } == 1)
    top.core.clear()
    #expect(cleared.withLock { $0 } == 2)
  }

  @Test("one budget for the process: the heaviest cache gives first") func budget() {
    let (light, heavy) = (
      cacheData(weigher: { (value: String) in value.count }) { (count: Int) in
        String(repeating: "x", count: count)
      },
      cacheData(weigher: { (value: String) in value.count }) { (count: Int) in
        String(repeating: "x", count: count)
      }
    )
    CacheBudget.limit = 1_000_000_000_000
    defer { CacheBudget.limit = nil }
    _ = (light(100), heavy(50_000), heavy(40_000))
    #expect(light.statistics.bytes == 100)
    CacheBudget.limit = 45_000
    #expect(light.statistics.bytes == 100)
    #expect(heavy.statistics.bytes <= 40_000)
    #expect(heavy.statistics.removals[.budget] ?? 0 >= 1)
    expectSound(heavy.core)
  }
}
