import Testing

@testable import CacheRuntime

@Suite(.timeLimit(.minutes(2))) struct SessionTests {
  private func cache(_ released: Calls = Calls(), _ options: CacheOptions<Int>? = nil) -> NumberCache {
    NumberCache(.resource, options ?? CacheOptions(onRelease: { released.add("\($0)") }, scope: .session))
  }

  @Test("V05: each session has results of its own, released at its end") func ownResults() async {
    let released = Calls()
    let cache = cache(released)
    let (one, two) = (CacheSession(), CacheSession())
    one.run { _ = (cache(1), cache(1)) }
    await two.run { () async in _ = cache(1) }
    #expect(cache.computed == [1, 1])
    one.run { #expect(cache.contains(1)) }
    one.end()
    #expect(released.count == 1)
    one.run { #expect(!cache.contains(1)) }
    two.run { #expect(cache.contains(1)) }
    two.end()
    two.end()
    #expect(released.count == 2)
    expectSound(cache.core)
  }

  @Test("V05: a session that nobody has any more releases its results") func dropped() {
    let released = Calls()
    let cache = cache(released)
    do {
      let session = CacheSession()
      session.run { _ = (cache(1), cache(2)) }
    }
    #expect(released.all.sorted() == ["10", "20"])
    #expect(cache.core.statistics.entries == 0)
    #expect(cache.core.statistics.misses == 2)
  }

  @Test("V05: after the end calls compute, one at a time, and keep nothing") func afterEnd() {
    let released = Calls()
    let cache = cache(released)
    let session = CacheSession()
    #expect(!session.hasEnded)
    session.end()
    #expect(session.hasEnded)
    session.run { #expect((cache(1), cache(1)) == (10, 10)) }
    #expect(cache.computed == [1, 1])
    #expect(released.count == 0)
    #expect(session.statistics.entries == 0)
    session.run { #expect(throws: Never.self) { try cache.core.prime(StrictArgument(2), 5) } }
    session.run { #expect(!cache.contains(2)) }
  }

  @Test("V05: what is being computed when its session ends belongs to its caller") func endDuringComputation()
  {
    let released = Calls()
    let cache = cache(released)
    let session = CacheSession()
    let value = session.run {
      cache.core.call(StrictArgument(1)) {
        session.end()
        return 5
      }
    }
    #expect(value == 5)
    session.run { #expect(!cache.contains(1)) }
    #expect(released.count == 0)
    expectSound(cache.core)
  }

  @Test("V05: sessions that end while calls run release each stored result exactly once", arguments: 1...20)
  func endConcurrently(round: Int) async {
    let (computed, released, next) = (Calls(), Calls(), Guarded(0))
    let core = KeyedCore<StrictArgument<Int>, Int>(
      identity: FunctionIdentity(fileID: "Demo/F.swift", path: "", name: "f(_:)", fingerprint: ""),
      kind: .resource,
      options: CacheOptions(onRelease: { released.add("\($0)") }, scope: .session))
    let session = CacheSession()
    await withTaskGroup(of: Void.self) { group in
      for task in 0..<8 {
        group.addTask {
          session.run {
            for key in 0..<40 {
              _ = core.call(StrictArgument(key)) {
                let number = next.withLock {
                  $0 += 1
                  return $0
                }
                computed.add("\(number)")
                return number
              }
              if task == 0, key == round { session.end() }
            }
          }
        }
      }
    }
    session.end()
    #expect(Set(released.all).count == released.count)
    #expect(Set(released.all).isSubset(of: computed.all))
    // What was stored was released: nothing is held, and every removal was told.
    let statistics = session.statistics
    #expect(statistics.entries == 0)
    #expect(statistics.removals == (released.count == 0 ? [:] : [.cleared: released.count]))
    expectSound(core)
  }

  @Test("clear: in a session its own results, outside of any those of all; a tag clears all of them")
  func clearing() {
    let tag = CacheTag()
    let cache = NumberCache(.data, CacheOptions(scope: .session, dependsOn: [tag]))
    let (one, two) = (CacheSession(), CacheSession())
    func fill() { for session in [one, two] { session.run { _ = cache(1) } } }
    func held() -> [Bool] { [one, two].map { $0.run { cache.contains(1) } } }
    fill()
    one.run { cache.core.clear() }
    #expect(held() == [false, true])
    fill()
    one.run { cache.clear(1) }
    #expect(held() == [false, true])
    fill()
    cache.core.clear()
    #expect(held() == [false, false])
    fill()
    one.run { tag.clear() }
    #expect(held() == [false, false])
    fill()
    one.clear()
    #expect(held() == [false, true])
    #expect(!one.hasEnded)
  }

  @Test("statistics: of a session, of a function in one, and of a function in all, ended ones included")
  func statistics() {
    let (first, second) = (cache(), cache())
    let (one, two) = (CacheSession(), CacheSession())
    one.run { _ = (first(1), first(1), second(1)) }
    two.run { _ = first(2) }
    #expect(one.statistics.misses == 2)
    #expect(one.statistics.hits == 1)
    #expect(one.statistics.entries == 2)
    #expect(one.run { first.core.statistics.misses } == 1)
    #expect(first.core.statistics.misses == 2)
    #expect(first.core.statistics.entries == 2)
    one.end()
    #expect(first.core.statistics.misses == 2)
    #expect(first.core.statistics.hits == 1)
    #expect(first.core.statistics.entries == 1)
    #expect(first.core.statistics.removals == [.cleared: 1])
  }

  @Test("ten thousand sessions leave nothing behind, neither in the function nor in its tags") func many() {
    let tag = CacheTag()
    let cache = NumberCache(
      .data, CacheOptions(ttl: 3_600, scope: .session, dependsOn: [tag]))
    for number in 0..<10_000 {
      let session = CacheSession()
      session.run { _ = cache(number) }
      session.end()
    }
    #expect(cache.core.statistics.misses == 10_000)
    #expect(cache.core.sessions.count == 0)
    #expect(tag.dependentCount == 1)
    #expect(cache.core.statistics.entries == 0)
  }

  @Test("a closure's cache that is gone takes nothing of the next one at its address") func closures() {
    let session = CacheSession()
    session.run {
      for number in 0..<200 {
        let cached = cacheData(scope: .session) { number }
        #expect(cached() == number)
      }
    }
    #expect(session.partCount <= 2)
  }

  @Test("child tasks run for their parent's session, detached ones for none") func tasks() async {
    let cache = cache()
    let session = CacheSession()
    await session.run {
      async let child = cache(1)
      _ = await child
      await withTaskGroup(of: Void.self) { group in group.addTask { _ = cache(1) } }
      await Task { _ = cache(1) }.value
      #expect(cache.computed.count == 1)
      await Task.detached { _ = cache(1) }.value
      #expect(cache.computed.count == 2)
    }
    session.end()
    CacheSession.outside.clear()
  }

  @Test("sessions and widgets: neither sees the other's results") func widgets() {
    let cached = cacheData(experimentalAllowWidgets: true, scope: .session) { (number: Int) -> Int in
      number + Widgets.slider("Rows", in: 0...10)
    }
    let (one, two) = (CacheSession(), CacheSession())
    func call(_ session: CacheSession, _ rows: Int) -> Int {
      session.run {
        Elements.run(on: RecordingStage(), reading: WidgetValues(["slider:Rows": .integer(rows)])) {
          cached(100)
        }
      }
    }
    #expect([call(one, 1), call(one, 1), call(two, 1), call(two, 2)] == [101, 101, 101, 102])
    #expect(cached.statistics.misses == 3)
    #expect(cached.statistics.widgetCombinations == 3)
    #expect(one.statistics.widgetCombinations == 1)
    one.end()
    #expect(cached.statistics.widgetCombinations == 2)
    #expect(call(one, 1) == 101)
    #expect(cached.statistics.widgetCombinations == 2)
    two.clear()
    #expect(cached.statistics.entries == 0)
    #expect(call(two, 2) == 102)
    #expect(cached.statistics.entries == 1)
    expectSound(cached.core)
  }

  @Test("a session's results weigh, and give way, with those of the function") func weights() {
    let cached = cacheData(maxBytes: 1_000, weigher: { (value: String) in value.count }, scope: .session) {
      (count: Int) in String(repeating: "x", count: count)
    }
    let (one, two) = (CacheSession(), CacheSession())
    one.run { _ = (cached(50), cached(40)) }
    two.run { _ = cached(20) }
    #expect(cached.core.heldBytes == 110)
    #expect(cached.core.evictForBudget())
    #expect(cached.core.heldBytes == 60)
    #expect(two.statistics.bytes == 20)
    expectSound(cached.core)
  }

  @Test("clear: in a session that has nothing of the function yet, nobody else loses anything")
  func clearBeforeUse() {
    let cache = NumberCache(.data, CacheOptions(scope: .session))
    let (one, two) = (CacheSession(), CacheSession())
    one.run { _ = cache(1) }
    two.run {
      cache.core.clear()
      #expect(cache.core.statistics == CacheStatistics())
    }
    one.run { #expect(cache.contains(1)) }
    #expect(cache.core.statistics.entries == 1)
  }
}
