import Logging
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
