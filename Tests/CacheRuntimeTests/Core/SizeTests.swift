import SeededRandom
import Testing

@testable import CacheRuntime

@Suite struct SizeTests {
  @Test("M01: with two entries the oldest goes, and a neighbour is not affected") func two() {
    let (bounded, neighbour) = (
      NumberCache(.data, CacheOptions(maxEntries: 2)), NumberCache(.data, CacheOptions(maxEntries: 3))
    )
    for number in [0, 1, 0, 1, 2, 1, 0] {
      _ = bounded(number)
      _ = neighbour(number)
    }
    #expect(bounded.computed == [0, 1, 2, 0])
    #expect(neighbour.computed == [0, 1, 2])
    expectSound(bounded.core)
  }

  @Test("M02: without a bound everything stays") func unbounded() {
    let cache = NumberCache()
    for _ in 0..<2 { for number in 0..<5_000 { _ = cache(number) } }
    #expect(cache.computed.count == 5_000)
    #expect(cache.core.statistics.entries == 5_000)
    expectSound(cache.core)
  }

  @Test("M03, Z04: who goes is the policy's choice; 'contains' is no use", arguments: CacheEviction.allCases)
  func policies(_ eviction: CacheEviction) {
    let cache = NumberCache(.data, CacheOptions(maxEntries: 2, eviction: eviction))
    _ = (cache(0), cache(1), cache(0), cache(0), cache(0))
    _ = cache.contains(1)
    _ = cache(2)
    let kept = [0, 1].filter { cache.contains($0) }
    #expect(kept == (eviction == .oldest ? [1] : [0]))
    #expect(cache.core.statistics.entries == 2)
    expectSound(cache.core)
  }

  @Test("M04: writing again evicts nobody and starts a new life; expired entries go before live ones")
  func overwrite() throws {
    let clock = ManualCacheClock()
    let cache = NumberCache(.data, CacheOptions(ttl: 10, maxEntries: 2, clock: clock))
    _ = (cache(0), cache(1))
    clock.advance(by: 6)
    try cache.core.prime(StrictArgument(0), 5)
    #expect(cache.contains(0) && cache.contains(1))
    clock.advance(by: 6)
    #expect(cache.contains(0) && !cache.contains(1))
    _ = cache(2)
    #expect(cache.contains(0) && cache.contains(2))
    #expect(cache.core.statistics.removals == [.replaced: 1, .expired: 1])
    expectSound(cache.core)
  }

  @Test("M06: bytes are bounded by the weigher; a result too large for all goes at once, alone") func bytes()
  {
    let cached = cacheData(maxBytes: 100, weigher: { (value: String) in value.count }) { (count: Int) in
      String(repeating: "x", count: count)
    }
    _ = (cached(40), cached(50))
    #expect(cached.statistics.bytes == 90)
    _ = cached(30)
    #expect(cached.statistics.bytes == 80)
    #expect(cached(200).count == 200)
    #expect(cached.statistics.bytes == 80)
    #expect(cached.statistics.removals == [.maxBytes: 2])
    expectSound(cached.core)
  }

  @Test("M06: without a weigher, weights are estimated")
  func estimates() {
    #expect(Weight.estimate([Double](repeating: 0, count: 1_000)) == 8_040)
    #expect(Weight.estimate(String(repeating: "x", count: 1_000)) > 1_000)
    #expect(Weight.estimate(["a": [1, 2, 3]]) > 64)
    let many = (0..<100_000).map { "a text of more than fifteen bytes, \($0)" }
    #expect(Weight.estimate(many) > 3_000_000)
  }

  @Test("objects that reach themselves or one another weigh once, however many there are") func objectGraphs()
  {
    let nodes = (0..<20_000).map { Node($0) }
    for (number, node) in nodes.enumerated() {
      node.next = nodes[(number + 1) % nodes.count]
      node.others = [nodes[(number * 7) % nodes.count], nodes[(number * 13) % nodes.count]]
    }
    let weight = Weight.estimate(nodes[0])
    #expect(weight > 100 && weight < 100_000_000)
    for node in nodes { (node.next, node.others) = (nil, []) }
    let shared = Node(1)
    #expect(Weight.estimate([shared, shared]) < 2 * Weight.estimate(shared) + 64)
  }

  @Test("a weigher may say anything") func anyWeight() {
    for weight in [Int.max, Int.min, -1] {
      let cached = cacheData(maxBytes: 100, weigher: { (_: Int) in weight }) { (number: Int) in number }
      for number in 0..<10 { #expect(cached(number) == number) }
      #expect(cached.statistics.bytes >= 0)
    }
  }

  @Test("M08: nothing is left behind by many keys") func idleTables() {
    let cache = NumberCache(.data, CacheOptions(maxEntries: 10))
    for number in 0..<20_000 { _ = cache(number) }
    #expect(cache.core.statistics.entries == 10)
    expectSound(cache.core)
  }

  @Test("the slots of a table survive any order of insertion and removal", arguments: 1...10)
  func table(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let cache = NumberCache(.data, CacheOptions(maxEntries: 64, eviction: .lru))
    for _ in 0..<5_000 {
      let number = Int.random(in: 0..<200, using: &generator)
      if Int.random(in: 0..<4, using: &generator) == 0 { cache.clear(number) } else { _ = cache(number) }
    }
    expectSound(cache.core)
  }
}

private final class Node {
  let number: Int
  var next: Node?
  var others: [Node] = []

  init(_ number: Int) { self.number = number }
}
