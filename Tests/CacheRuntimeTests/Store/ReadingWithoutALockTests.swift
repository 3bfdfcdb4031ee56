import Foundation
import SeededRandom
import Testing

@testable import CacheRuntime

/// The path of a hit that needs nothing but the lookup; `ModelTests` holds the other one, with its injected clock.
@Suite struct ReadingWithoutALockTests {
  /// What a bounded cache should hold, first who goes first.
  private struct NaiveBounded {
    var keys: [Int] = []
    let limit: Int
    let eviction: CacheEviction

    /// - Returns: whether it is a hit.
    mutating func call(_ key: Int) -> Bool {
      if let place = keys.firstIndex(of: key) {
        if eviction == .lru { keys.append(keys.remove(at: place)) }
        return true
      }
      keys.append(key)
      if keys.count > limit { keys.removeFirst() }
      return false
    }
  }

  @Test(
    "M01, M03: in one thread, hits without a lock leave the exact order of a naive model",
    arguments: 1...60, [CacheEviction.oldest, .lru])
  func order(seed: UInt64, eviction: CacheEviction) {
    var generator = SeededGenerator(seed: seed)
    let limit = Int.random(in: 1...24, using: &generator)
    let cache = NumberCache(.data, CacheOptions(maxEntries: limit, eviction: eviction))
    #expect(cache.core.isPlain)
    var model = NaiveBounded(limit: limit, eviction: eviction)
    var hits = 0
    for step in 0..<800 {
      // Runs of hits, some longer than a ring of notes, between the misses.
      let range = Bool.random(using: &generator) ? 0..<max(1, limit / 2) : 0..<limit + 4
      let key = Int.random(in: range, using: &generator)
      let before = cache.calls.count
      #expect(cache(key) == key * 10)
      let isHit = model.call(key)
      if isHit { hits += 1 }
      #expect((cache.calls.count == before) == isHit, "seed \(seed), step \(step)")
      if Int.random(in: 0..<50, using: &generator) == 0 {
        let gone = Int.random(in: range, using: &generator)
        cache.clear(gone)
        model.keys.removeAll { $0 == gone }
      }
    }
    #expect(cache.core.statistics.hits == hits, "seed \(seed)")
    expectSound(cache.core)
  }

  @Test(
    "P01: threads that hit, miss, clear and evict at once get their own results, and every call is counted",
    arguments: [
      CacheOptions<[Int]>(), CacheOptions(maxEntries: 24), CacheOptions(maxEntries: 24, eviction: .lru),
      CacheOptions(maxEntries: 24, eviction: .s3FIFO), CacheOptions(ttl: .hours(1), maxBytes: 2_000),
    ])
  func threads(options: CacheOptions<[Int]>) {
    // Results on the heap: one that is released while it is read would be found by the sanitizers.
    let core = KeyedCore<KeyPair<StrictArgument<String>, StrictArgument<Int>>, [Int]>(
      identity: FunctionIdentity(
        fileID: "Demo/F.swift", path: "g(String,Int)", name: "g(_:_:)", fingerprint: "0"),
      kind: .data, options: options)
    let (threads, calls) = (8, 1_500)
    DispatchQueue.concurrentPerform(iterations: threads) { thread in
      var generator = SeededGenerator(seed: UInt64(thread) + 1)
      for _ in 0..<calls {
        let number = Int.random(in: 0..<48, using: &generator)
        let key = KeyPair(StrictArgument("a key that lies on the heap, \(number)"), StrictArgument(number))
        switch Int.random(in: 0..<100, using: &generator) {
        case 0: core.clear()
        case 1..<5: core.clear(key)
        default: break
        }
        #expect(core.call(key) { [number, number + 1] } == [number, number + 1])
      }
    }
    let statistics = core.statistics
    // Who waits looks again, and hits or computes then.
    #expect(statistics.hits + statistics.misses == threads * calls)
    expectSound(core)
  }

  @Test("numbers of threads differ, and stay") func threadNumbers() {
    let first = ThreadStripe.current
    #expect(first == ThreadStripe.current)
    let numbers = Guarded<Set<Int>>([first])
    let gates = (0..<4).map { _ in ThreadGate() }
    let ends = (0..<4).map { _ in ThreadGate() }
    for index in 0..<4 {
      Thread.detachNewThread {
        numbers.withLock { _ = $0.insert(ThreadStripe.current) }
        gates[index].open()
        ends[index].wait()
      }
    }
    for gate in gates { gate.wait() }
    for end in ends { end.open() }
    #expect(numbers.withLock { $0.count } == 5)
  }

  @Test("a stripe has one thread, or counts for several: those without a number and those beyond the stripes")
  func stripesOfThreads() {
    let stripes = ReadStripes(shards: 1, noting: false)
    defer { stripes.deallocate() }
    #expect((1..<stripes.owned).map { stripes.stripe(of: $0) } == Array(1..<stripes.owned))
    for thread in [0] + Array(stripes.owned..<stripes.count * 4) {
      #expect((stripes.owned..<stripes.count).contains(stripes.stripe(of: thread)))
    }
  }

  @Test("a number goes from a thread that has ended to the next that begins") func threadNumbersAreGivenBack()
  {
    var numbers = ThreadNumbers()
    #expect((0..<4).map { _ in numbers.take() } == [1, 2, 3, 4])
    numbers.giveBack(3)
    numbers.giveBack(2)
    #expect((0..<4).map { _ in numbers.take() } == [2, 3, 5, 6])
  }

  @Test("hits without a lock keep entries under S3-FIFO: two do while an entry is new, one does not")
  func hitsCountForS3FIFO() {
    let cache = NumberCache(.data, CacheOptions(maxEntries: 10, eviction: .s3FIFO))
    #expect(cache.core.isPlain)
    for key in 0..<10 { _ = cache(key) }
    _ = cache(0)
    _ = cache(0)
    _ = cache(1)
    _ = cache(10)
    let before = cache.calls.count
    _ = cache(0)
    #expect(cache.calls.count == before)
    _ = cache(1)
    #expect(cache.calls.count == before + 1)
    #expect(cache.core.statistics.hits == 4)
    // All are forgotten together with the entries, and counted anew.
    cache.core.clear()
    for key in 0..<11 { _ = cache(key) }
    let after = cache.calls.count
    _ = cache(0)
    #expect(cache.calls.count == after + 1)
    expectSound(cache.core)
  }

  @Test("marks count to their limit, begin anew with a slot, and stay when there are more") func useMarks() {
    let marks = UseMarks()
    #expect(marks[7] == 0)
    for slot in 0..<3 { marks.start(slot) }
    for _ in 0..<5 { UseMarks.count(marks.marks[1]) }
    UseMarks.count(marks.marks[2])
    #expect((0..<3).map { marks[$0] } == [0, 3, 1])
    marks.start(100)
    #expect((0..<3).map { marks[$0] } == [0, 3, 1])
    marks[1] -= 1
    marks.start(2)
    #expect([marks[1], marks[2], marks[100], marks[1_000]] == [2, 0, 0, 0])
  }
}
