import Synchronization
import Testing

@testable import CacheRuntime

final class Connection: Sendable, Equatable {
  let number: Int
  private let open = Mutex(true)
  var isOpen: Bool { open.withLock { $0 } }

  init(_ number: Int) { self.number = number }
  func close() { open.withLock { $0 = false } }
  static func == (lhs: Connection, rhs: Connection) -> Bool { lhs === rhs }
}

@Suite struct ReleaseTests {
  @Test("V01: validate is asked once a hit and not when computing") func validates() {
    let asked = Calls()
    let cached = cacheResource(validate: { (value: Connection) in
      asked.add("\(value.number)")
      return value.isOpen
    }) { (number: Int) in Connection(number) }
    let first = cached(1)
    #expect(asked.count == 0)
    #expect(cached(1) === first)
    #expect(asked.all == ["1"])
  }

  @Test("V02: what validate refuses is computed anew") func invalid() {
    let released = Calls()
    let cached = cacheResource(
      validate: { (value: Connection) in value.isOpen }, onRelease: { released.add("\($0.number)") }
    ) { (number: Int) in Connection(number) }
    let first = cached(1)
    first.close()
    let second = cached(1)
    #expect(second !== first)
    #expect(cached(1) === second)
    #expect(released.all == ["1"])
    #expect(cached.statistics.removals == [.invalid: 1])
    expectSound(cached.core)
  }

  @Test("V03: released on eviction, expiry, clear and replacement, once each") func releases() throws {
    let (released, clock) = (Calls(), ManualCacheClock())
    let cache = NumberCache(
      .data, CacheOptions(ttl: 10, maxEntries: 2, onRelease: { released.add("\($0)") }, clock: clock))
    _ = (cache(1), cache(2), cache(3))
    #expect(released.all == ["10"])
    cache.clear(2)
    #expect(released.all == ["10", "20"])
    try cache.core.prime(StrictArgument(3), 33)
    #expect(released.all == ["10", "20", "30"])
    clock.advance(by: 10)
    _ = cache.contains(3)
    #expect(released.count == 3)
    _ = cache.core.sweep()
    #expect(released.all == ["10", "20", "30", "33"])
    _ = cache(4)
    cache.core.clear()
    #expect(released.all == ["10", "20", "30", "33", "40"])
  }

  @Test("V04: a result that a clear kept out belongs to its caller and is not released") func notStored() {
    let released = Calls()
    let cache = NumberCache(.resource, CacheOptions(onRelease: { released.add("\($0)") }))
    let value = cache.core.call(StrictArgument(1)) {
      cache.core.clear()
      return 5
    }
    #expect(value == 5)
    #expect(released.count == 0)
  }

  @Test("V03: a cache that goes tells of what it still held, session by session") func cacheGoes() {
    let (released, session) = (Calls(), CacheSession())
    func use() {
      let all = cacheResource(onRelease: { released.add("\($0)") }) { (number: Int) in number }
      _ = (all(1), all(2))
      all.clear(2)
      let own = cacheResource(onRelease: { released.add("session \($0)") }, scope: .session) {
        (number: Int) in number
      }
      _ = session.run { own(3) }
    }
    use()
    #expect(released.all == ["2", "1"])
    session.end()
    #expect(released.all == ["2", "1", "session 3"])
  }

  @Test("V04: a result too heavy to be kept belongs to its caller and is not released") func tooHeavy() throws
  {
    let released = Calls()
    let cache = NumberCache(
      .resource, CacheOptions(maxBytes: 15, weigher: { $0 }, onRelease: { released.add("\($0)") }))
    #expect(cache(2) == 20)
    #expect(cache(1) == 10)
    #expect(released.count == 0)
    try cache.core.prime(StrictArgument(1), 30)
    #expect(released.all == ["10"])
    #expect(cache.core.statistics.removals == [.maxBytes: 2, .replaced: 1])
    expectSound(cache.core)
  }

  @Test("a result that 'storeIf' refuses goes to its caller only") func storeIf() {
    let cache = NumberCache(.data, CacheOptions(storeIf: { $0 > 10 }))
    _ = (cache(1), cache(1), cache(2), cache(2))
    #expect(cache.computed == [1, 1, 2])
    expectSound(cache.core)
  }
}
