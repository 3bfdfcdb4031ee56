import Dispatch
import Testing

@testable import CacheRuntime

private enum Releasing {
  static let body = Guarded<(@Sendable () -> Void)?>(nil)
}

/// Notes which tags it is told of.
private final class TagStore: CacheStore {
  private let told = Guarded<[Set<String>]>([])
  var tags: [Set<String>] { told.withLock { $0 } }
  func read(_ key: StoreKey) throws -> StoredEntry? { nil }
  func write(_ entry: StoredEntry, for key: StoreKey) throws {}
  func remove(_ selection: StoreSelection) throws {
    if case .tags(let tags) = selection { told.withLock { $0.append(Set(tags)) } }
  }
}

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

  @Test("K04: a function depends on a generic one whose specializations are called later")
  func dependsOnFamily() {
    let identity = FunctionIdentity(
      fileID: "Demo/Family.swift", path: "\(#function)", name: "f(_:)", fingerprint: "0")
    func core(_ type: any Any.Type) -> KeyedCore<StrictArgument<Int>, Int> {
      CacheRegistry.shared.core(
        identity, kind: .data, types: [type], options: { CacheOptions<Int>() }, StrictArgument<Int>.self)
    }
    let family = CachedFunctionFamily(identity: identity)
    let dependent = NumberCache(.data, CacheOptions(dependsOn: [family]))
    _ = dependent(1)
    let late = core(Int.self)
    late.clear()
    #expect(!dependent.contains(1))
    _ = dependent(1)
    family.clear()
    #expect(!dependent.contains(1))
    #expect(dependent.computed == [1, 1])
  }

  @Test("K04: clearing a chain tells a store once what depends on all of it") func oneStoreCall() {
    let store = TagStore()
    CacheStores.shared = store
    defer { CacheStores.shared = nil }
    var cores: [KeyedCore<StrictArgument<Int>, Int>] = []
    for number in 0..<20 {
      let identity = FunctionIdentity(
        fileID: "Demo/Chain.swift", path: "f\(number)", name: "f(_:)", fingerprint: "0")
      cores.append(
        KeyedCore(
          identity: identity, kind: .data, options: CacheOptions(dependsOn: cores.suffix(1).map(\.self))))
    }
    for core in cores { _ = core.call(StrictArgument(1)) { 1 } }
    cores.first?.clear()
    #expect(cores.allSatisfy { !$0.contains(StrictArgument(1)) })
    let own = Set(cores.map(\.identity.storeTag))
    #expect(store.tags.filter { !$0.isDisjoint(with: own) } == [own])
  }

  @Test("K04: what a chain's user code clears again is cleared again") func clearedInObserver() {
    let cache = NumberCache(.data, CacheOptions(onRelease: { _ in Releasing.body.withLock { $0 }?() }))
    _ = cache(1)
    Releasing.body.withLock {
      $0 = { [unowned cache] in
        Releasing.body.withLock { $0 = nil }
        _ = cache(2)
        cache.core.clear()
      }
    }
    cache.core.clear()
    #expect(!cache.contains(2))
  }

  @Test("X07, K04: clears of functions that depend on each other, from many threads, all end and all count")
  func circleFromThreads() {
    let tag = CacheTag()
    let (rates, prices) = (
      NumberCache(.data, CacheOptions(dependsOn: [tag])), NumberCache(.data, CacheOptions(dependsOn: [tag]))
    )
    rates.core.whenCleared(for: prices.core) { [weak core = prices.core] in core?.clear() }
    prices.core.whenCleared(for: rates.core) { [weak core = rates.core] in core?.clear() }
    DispatchQueue.concurrentPerform(iterations: 16) { thread in
      for round in 0..<50 {
        _ = (rates(round), prices(round))
        switch (thread + round) % 3 {
        case 0: rates.core.clear()
        case 1: prices.core.clear()
        default: tag.clear()
        }
      }
    }
    _ = (rates(1), prices(1))
    prices.core.clear()
    #expect(rates.core.statistics.entries == 0 && prices.core.statistics.entries == 0)
    expectSound(rates.core)
    expectSound(prices.core)
  }

  @Test("K04: caches that come and go leave nothing with what they depend on", arguments: [1_000])
  func observersGo(count: Int) {
    let (tag, function) = (CacheTag(), NumberCache())
    for number in 0..<count {
      let cached = cacheData(dependsOn: [tag, function.core]) { (n: Int) in n + number }
      _ = cached(1)
    }
    #expect(tag.dependentCount <= 32)
    let kept = cacheData(dependsOn: [tag]) { (n: Int) in n }
    _ = kept(1)
    tag.clear()
    #expect(kept.statistics.entries == 0)
  }
}
