import Testing

@testable import CacheRuntime

/// What clearing takes out of the store below memory.
@Suite struct ClearingBelowMemoryTests {
  /// One process' cache of the same function: what it computes is noted.
  private func cache(_ store: WatchedStore) -> NumberCache {
    NumberCache(.data, CacheOptions(persist: .watched(store)))
  }

  @Test("X06: clearing one call takes it out below") func clearOne() {
    let store = WatchedStore()
    let (first, second) = (cache(store), cache(store))
    _ = (first(1), first(2))
    first.clear(1)
    #expect(second(1) == 10 && second(2) == 20)
    #expect(second.computed == [1])
  }

  @Test("X11: clearing a function takes out its own results below, of whatever version") func clearAll() {
    let store = MemoryStore()
    let old = NumberCache(.data, CacheOptions(persist: .store(store), version: "1"))
    let new = NumberCache(.data, CacheOptions(persist: .store(store), version: "2"))
    let other = cacheData(persist: .store(store), version: "1") { (number: Int) in number }
    _ = (old(1), new(1), other(1))
    #expect((try? store.functions().map(\.entries).reduce(0, +)) == 3)
    new.core.clear()
    #expect((try? store.functions().map(\.entries)) == [1])
  }

  @Test("X08, X09: a clear during a computation wins below too", arguments: [true, false])
  func clearDuringComputation(whole: Bool) {
    let store = WatchedStore()
    let cache = cache(store)
    let result = cache.core.call(StrictArgument(1)) {
      if whole { cache.core.clear() } else { cache.clear(1) }
      return 5
    }
    #expect(result == 5)
    #expect(!store.calls.all.contains("write"))
    #expect(!cache.contains(1))
  }

  @Test("dependsOn: clearing a tag reaches results that this process has not seen") func tag() {
    let store = MemoryStore()
    let name = "table of PersistenceTests"
    let writer = NumberCache(.data, CacheOptions(persist: .store(store), dependsOn: [CacheTag(name)]))
    _ = writer(1)
    // Another process: its tag has no dependents yet.
    CacheTag(name).clear()
    let reader = NumberCache(.data, CacheOptions(persist: .store(store), dependsOn: [CacheTag(name)]))
    #expect(reader(1) == 10 && reader.computed == [1])
  }
}
