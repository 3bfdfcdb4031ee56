import Testing

@testable import CacheRuntime

/// What a cached function does with a store below memory.
@Suite struct PersistenceTests {
  /// One process' cache of the same function: what it computes is noted.
  private func cache(_ store: WatchedStore, _ options: CacheOptions<Int>? = nil) -> NumberCache {
    NumberCache(.data, options ?? CacheOptions(persist: .watched(store)))
  }

  @Test("D01: nothing is persisted unless asked") func unasked() {
    let store = WatchedStore()
    let cache = NumberCache(.data, CacheOptions())
    _ = cache(1)
    #expect(store.calls.count == 0 && cache.core.tier == nil)
    #expect(CacheOptions<Int>().persist == .none)
  }

  @Test("D02: what persist takes: true and the places; false and none do not") func option() {
    let store = MemoryStore()
    #expect((true as PersistOption) == .disk && (false as PersistOption) == .none)
    #expect(.disk(coordinated: false) == PersistOption.disk && .disk(coordinated: true) != PersistOption.disk)
    #expect(
      PersistOption.store(store) == .store(store) && .store(store) != PersistOption.store(MemoryStore()))
    #expect(Set([PersistOption.none, .disk, .shared, .store(store), .disk(coordinated: true)]).count == 5)
  }

  @Test(
    "D04, D05, D06: a miss in memory reads below, a hit there goes to memory, a hit in memory stays above")
  func tiers() {
    let store = WatchedStore()
    let (first, second) = (cache(store), cache(store))
    #expect(first(1) == 10)
    #expect(store.calls.all == ["check", "read", "write"])
    #expect(first(1) == 10)
    #expect(store.calls.count == 3)
    #expect(second(1) == 10)
    #expect(second.computed == [])
    #expect(store.calls.all == ["check", "read", "write", "check", "read"])
    #expect(second(1) == 10)
    #expect(store.calls.count == 5)
    #expect(second.core.statistics.storeHits == 1)
    #expect(second.core.statistics.misses == 0 && second.core.statistics.hits == 1)
    #expect(first.core.statistics.misses == 1 && first.core.statistics.storeHits == 0)
    expectSound(first.core)
    expectSound(second.core)
  }

  @Test("D04: asynchronous functions too, off the cooperative pool", arguments: [false, true])
  func asynchronous(blocks: Bool) async throws {
    let store = WatchedStore(blocks ? try TemporaryDiskStore() : MemoryStore())
    let (first, second) = (cache(store), cache(store))
    func call(_ cache: NumberCache) async -> Int {
      await cache.core.call(isolation: nil, StrictArgument(1)) {
        cache.calls.add("1")
        await Task.yield()
        return 10
      }
    }
    #expect(await call(first) == 10)
    #expect(await call(second) == 10)
    #expect(first.computed == [1] && second.computed == [])
    #expect(second.core.statistics.storeHits == 1)
    expectSound(second.core)
  }

  @Test("D04: callers of one key ask the store once") func singleFlight() async {
    let store = WatchedStore()
    let cache = cache(store)
    await withTaskGroup(of: Int.self) { group in
      for _ in 0..<50 {
        group.addTask { await cache.core.call(isolation: nil, StrictArgument(1)) { 10 } }
      }
      for await value in group { #expect(value == 10) }
    }
    #expect(store.calls.all == ["check", "read", "write"])
  }

  @Test("T11: a ttl counts from when the result was stored, in whichever process") func ttl() {
    let clock = ManualCacheClock()
    let store = WatchedStore(MemoryStore(clock: clock))
    func make() -> NumberCache {
      NumberCache(.data, CacheOptions(ttl: .seconds(10), persist: .watched(store), clock: clock))
    }
    let (first, second, third) = (make(), make(), make())
    _ = first(1)
    clock.advance(by: .seconds(6))
    #expect(second(1) == 10 && second.computed == [])
    clock.advance(by: .seconds(3))
    #expect(second(1) == 10 && second.computed == [])
    clock.advance(by: .seconds(1))
    #expect(second(1) == 10 && second.computed == [1])
    #expect(third(1) == 10 && third.computed == [])
  }

  @Test("D13: ttl and bounds reach the store") func bounds() {
    let store = WatchedStore()
    let cache = NumberCache(
      .data, CacheOptions(ttl: .seconds(60), maxEntries: 2, persist: .watched(store)))
    for number in 1...5 { _ = cache(number) }
    #expect(cache.core.tier?.function.maxEntries == 2)
    #expect((try? store.below.functions().map(\.entries)) == [2])
    let unbounded = NumberCache(.data, CacheOptions(persist: .watched(store)))
    #expect(unbounded.core.tier?.function.maxEntries == nil && unbounded.core.tier?.function.maxBytes == nil)
  }

  @Test("T10: a ttl of zero stores nothing below either") func zeroTTL() {
    let store = WatchedStore()
    let cache = NumberCache(.data, CacheOptions(ttl: 0, persist: .watched(store)))
    _ = (cache(1), cache(1))
    #expect(cache.computed == [1, 1] && !store.calls.all.contains("write"))
  }

  @Test("validate refuses a stored result, which is then taken out") func validate() {
    let store = WatchedStore()
    _ = cache(store)(1)
    let strict = NumberCache(.data, CacheOptions(persist: .watched(store), validate: { $0 != 10 }))
    #expect(strict(1, returning: 11) == 11)
    #expect(cache(store)(1) == 11)
  }

  @Test("contains, explain and prime look below memory") func handle() throws {
    let store = WatchedStore()
    let (first, second) = (cache(store), cache(store))
    _ = first(1)
    #expect(second.contains(1) && !second.contains(2))
    #expect(second.core.explain(StrictArgument(1), parameters: ["n"]).outcome == .stored)
    try first.core.prime(StrictArgument(2), 99)
    #expect(second(2) == 99 && second.computed == [])
  }

  @Test("dependsOn: clearing a function reaches what depends on it below") func dependency() {
    let store = MemoryStore()
    let source = NumberCache(.data, CacheOptions())
    _ = NumberCache(.data, CacheOptions(persist: .store(store), dependsOn: [source.core]))(1)
    source.core.clear()
    let reader = NumberCache(.data, CacheOptions(persist: .store(store), dependsOn: [source.core]))
    #expect(reader(1) == 10 && reader.computed == [1])
  }

  @Test("the result of `cache` is persisted where asked, and of a resource never") func kinds() {
    let store = WatchedStore()
    _ = NumberCache(.legacy, CacheOptions(persist: .watched(store)))(1)
    let legacy = NumberCache(.legacy, CacheOptions(persist: .watched(store)))
    #expect(legacy(1) == 10 && legacy.computed == [])
    let data = cache(store)
    #expect(data(1) == 10 && data.computed == [1])
  }

  @Test("session results and those of widgets stay in memory") func scopes() {
    let store = WatchedStore()
    let session = NumberCache(.data, CacheOptions(persist: .watched(store), scope: .session))
    #expect(session(1) == 10 && store.calls.count == 0)
  }

  @Test("one of several that are coordinated computes, the others find its result") func coordinated() async {
    let store = WatchedStore()
    let caches = (0..<4).map { _ in
      NumberCache(.data, CacheOptions(persist: .watched(store, coordinated: true)))
    }
    await withTaskGroup(of: Int.self) { group in
      for cache in caches {
        group.addTask {
          await cache.core.call(isolation: nil, StrictArgument(1)) {
            cache.calls.add("1")
            for _ in 0..<20 { await Task.yield() }
            return 10
          }
        }
      }
      for await value in group { #expect(value == 10) }
    }
    #expect(caches.map(\.computed.count).reduce(0, +) == 1)
    guard
      case .mine? = try? store.below.claim(
        StoreKey(
          function: caches[0].core.tier?.function ?? .example(), digest: StoreDigest(of: [0])))
    else {
      Issue.record("a claim is left behind")
      return
    }
  }

  @Test("who has a claim does not wait for another's, so that two cannot wait for each other")
  func nestedClaims() throws {
    let store = MemoryStore()
    let inner = NumberCache(.data, CacheOptions(persist: .store(store, coordinated: true), version: "in"))
    let outer = NumberCache(.data, CacheOptions(persist: .store(store, coordinated: true), version: "out"))
    let key = try #require(try inner.core.tier?.key(for: StrictArgument(1)))
    guard case .mine(let elsewhere) = try store.claim(key) else {
      Issue.record("not free")
      return
    }
    #expect(outer.core.call(StrictArgument(1)) { inner(1) + 1 } == 11)
    #expect(inner.computed == [1])
    elsewhere.release()
  }
}
