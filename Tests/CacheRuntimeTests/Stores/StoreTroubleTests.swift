import Testing

@testable import CacheRuntime

/// What a cached function does about a store that refuses, fails, or returns what is no good.
@Suite struct StoreTroubleTests {
  /// One process' cache of the same function: what it computes is noted.
  private func cache(_ store: WatchedStore) -> NumberCache {
    NumberCache(.data, CacheOptions(persist: .watched(store)))
  }

  @Test("D14, E10: a store that refuses a function is left alone, and the function lives in memory")
  func refusal() {
    let store = WatchedStore()
    store.fails.withLock { $0 = ["check"] }
    let cache = cache(store)
    #expect(cache(1) == 10 && cache(1) == 10 && cache(2) == 20)
    #expect(store.calls.all == ["check"])
    #expect(cache.computed == [1, 2])
  }

  @Test(
    "E11: a store that fails is a miss, and the caller sees nothing of it",
    arguments: [["read"], ["write"], ["read", "write", "contains", "remove", "claim"]], [false, true])
  func failing(_ calls: [String], coordinated: Bool) {
    let store = WatchedStore()
    store.fails.withLock { $0 = Set(calls) }
    let cache = NumberCache(
      .data, CacheOptions(persist: .watched(store, coordinated: coordinated)))
    #expect(cache(1) == 10 && cache(1) == 10)
    cache.clear(1)
    cache.core.clear()
    #expect(!cache.contains(1))
    #expect(cache(1) == 10 && cache.computed == [1, 1])
    #expect(cache.core.statistics.storeFailures > 0)
    expectSound(cache.core)
  }

  @Test("D09: a damaged entry is computed anew, counted, and whole again") func damaged() throws {
    let below = MemoryStore()
    let store = WatchedStore(below)
    let (first, second, third) = (cache(store), cache(store), cache(store))
    _ = first(1)
    let key = try #require(try first.core.tier?.key(for: StrictArgument(1)))
    below.damage(key) { $0[$0.count / 2] ^= 1 }
    #expect(second(1) == 10 && second.computed == [1])
    #expect(second.core.statistics.damaged == 1)
    #expect(third(1) == 10 && third.computed == [])
  }

  @Test("D08: bytes of another shape are a miss") func otherShape() throws {
    struct Old: Codable, Equatable { var name: String?, note: String? }
    struct New: Codable, Equatable { var name: String?, remark: String? }
    let store = MemoryStore()
    let identity = FunctionIdentity(fileID: "Demo/F.swift", path: "f", name: "f()", fingerprint: "0")
    func core<Value>(_: Value.Type) -> KeyedCore<EmptyKey, Value> {
      KeyedCore(identity: identity, kind: .data, options: CacheOptions(persist: .store(store), version: "1"))
    }
    _ = core(Old.self).call(EmptyKey()) { Old(name: "a", note: "b") }
    let new = core(New.self)
    #expect(new.call(EmptyKey()) { New(name: "c", remark: "d") } == New(name: "c", remark: "d"))
    #expect(new.statistics.misses == 1 && new.statistics.damaged == 1)
  }
}
