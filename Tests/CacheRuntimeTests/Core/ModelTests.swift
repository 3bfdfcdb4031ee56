import SeededRandom
import Testing

@testable import CacheRuntime

/// What the cache should do, written so that it can be seen: a list in the order of writing.
private struct NaiveCache {
  var entries: [(key: Int, value: Int, stored: Int64)] = []
  let ttl: Int64
  let limit: Int

  mutating func expire(_ now: Int64) { entries.removeAll { now >= $0.stored + ttl } }

  func value(_ key: Int, _ now: Int64) -> Int? {
    entries.first { $0.key == key && now < $0.stored + ttl }?.value
  }

  mutating func store(_ key: Int, _ value: Int, _ now: Int64) {
    entries.removeAll { $0.key == key }
    entries.append((key, value, now))
    expire(now)
    while entries.count > limit { entries.removeFirst() }
  }
}

@Suite struct ModelTests {
  @Test(
    "random calls, clears, expiry, eviction, failures and clears during computations agree with a naive model",
    arguments: 1...200)
  func agreesWithNaiveCache(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let clock = ManualCacheClock()
    let limit = Int.random(in: 1...12, using: &generator)
    var model = NaiveCache(ttl: 100, limit: limit)
    let core = KeyedCore<StrictArgument<Int>, Int>(
      identity: FunctionIdentity(fileID: "Demo/F.swift", path: "", name: "f", fingerprint: ""), kind: .data,
      options: CacheOptions(ttl: .nanoseconds(100), maxEntries: limit, clock: clock))
    var next = 0
    for step in 0..<400 {
      let key = Int.random(in: 0..<16, using: &generator)
      let now = clock.now()
      switch Int.random(in: 0..<20, using: &generator) {
      case 0:
        core.clear()
        model.entries = []
      case 1:
        core.clear(StrictArgument(key))
        model.entries.removeAll { $0.key == key }
      case 2, 3: clock.advance(by: .nanoseconds(Int.random(in: 0...60, using: &generator)))
      case 4: _ = core.sweep()
      case 5:
        let expected = model.value(key, now)
        #expect(core.contains(StrictArgument(key)) == (expected != nil), "seed \(seed), step \(step)")
      case 6:
        // A computation that fails stores nothing.
        let value = try? core.call(StrictArgument(key)) { () throws -> Int in throw Failure() }
        #expect(value == model.value(key, now), "seed \(seed), step \(step)")
        model.expire(now)
      case 7:
        // A clear in the middle wins.
        let held = model.value(key, now)
        next += 1
        let value = core.call(StrictArgument(key)) {
          core.clear()
          return next
        }
        #expect(value == held ?? next, "seed \(seed), step \(step)")
        if held == nil { model.entries = [] }
      case 8:
        next += 1
        try? core.prime(StrictArgument(key), next)
        model.store(key, next, now)
      default:
        let held = model.value(key, now)
        next += 1
        let value = core.call(StrictArgument(key)) { next }
        #expect(value == held ?? next, "seed \(seed), step \(step)")
        if held == nil { model.store(key, next, now) }
      }
      #expect(core.faults() == [], "seed \(seed), step \(step)")
    }
  }
}
