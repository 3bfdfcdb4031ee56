import Dispatch
import SeededRandom
import Testing

@testable import CacheRuntime

@Suite(.timeLimit(.minutes(2))) struct ConcurrencyTests {
  typealias Core = KeyedCore<StrictArgument<Int>, Int>

  private func core() -> Core {
    Core(
      identity: FunctionIdentity(fileID: "Demo/F.swift", path: "", name: "f(_:)", fingerprint: ""),
      kind: .data,
      options: CacheOptions())
  }

  /// Returns when `count` callers wait for computations of `core`.
  private func untilWaiting(_ core: Core, _ count: Int) async {
    while core.statistics.waits < count { await Task.yield() }
  }

  @Test("P01, P02: 50 threads on one cold key compute once") func threads() {
    let cache = NumberCache()
    let results = Guarded<[Int]>([])
    let gate = DispatchSemaphore(value: 0)
    DispatchQueue.global().asyncAfter(deadline: .now() + 0.05) { gate.signal() }
    DispatchQueue.concurrentPerform(iterations: 50) { _ in
      let value = cache.core.call(StrictArgument(1)) {
        cache.calls.add("1")
        gate.wait()
        return 42
      }
      results.withLock { $0.append(value) }
    }
    #expect(results.withLock { $0 } == Array(repeating: 42, count: 50))
    #expect(cache.computed.count == 1)
    expectSound(cache.core)
  }

  @Test("P02, P09: many tasks on one cold key compute once") func tasks() async {
    let (core, latch, calls) = (core(), Latch(), Calls())
    await withTaskGroup(of: Int.self) { group in
      for _ in 0..<200 {
        group.addTask {
          await core.call(StrictArgument(1)) { () async -> Int in
            calls.add("")
            await latch.wait()
            return 42
          }
        }
      }
      await untilWaiting(core, 199)
      await latch.open()
      for await value in group { #expect(value == 42) }
    }
    #expect(calls.count == 1)
    expectSound(core)
  }

  @Test("P03: other keys compute while one is under way") func otherKeys() async {
    let (core, latch) = (core(), Latch())
    async let slow = core.call(StrictArgument(1)) { () async -> Int in
      await latch.wait()
      return 1
    }
    for number in 2..<40 {
      #expect(await core.call(StrictArgument(number)) { () async -> Int in number } == number)
    }
    await latch.open()
    #expect(await slow == 1)
    expectSound(core)
  }

  @Test("P07: when the computation fails, one who waits tries next") func failedOwner() async throws {
    let (core, latch, calls) = (core(), Latch(), Calls())
    @Sendable func load() async throws -> Int {
      try await core.call(StrictArgument(1)) { () async throws -> Int in
        calls.add("")
        let isFirst = calls.count == 1
        await latch.wait()
        if isFirst { throw Failure() }
        return 2
      }
    }
    let results = await withTaskGroup(of: Int?.self) { group in
      for _ in 0..<10 { group.addTask { try? await load() } }
      await untilWaiting(core, 9)
      await latch.open()
      return await group.reduce(into: [Int?]()) { $0.append($1) }
    }
    #expect(results.filter { $0 == nil }.count == 1)
    #expect(results.filter { $0 == 2 }.count == 9)
    #expect(calls.count == 2)
    // Who waits again, for the second computation, is still one call that waited.
    #expect(core.statistics.waits == 9)
    expectSound(core)
  }

  @Test("P08: a cancelled computation wakes those who wait, and one computes anew") func cancelledOwner()
    async throws
  {
    let (core, started, calls) = (core(), Latch(), Calls())
    @Sendable func load() async throws -> Int {
      try await core.call(StrictArgument(1)) { () async throws -> Int in
        calls.add("")
        if calls.count == 1 {
          await started.open()
          try await Task.sleep(for: .seconds(3_600))
        }
        return 2
      }
    }
    let owner = Task { try await load() }
    await started.wait()
    let waiter = Task { try await load() }
    await untilWaiting(core, 1)
    owner.cancel()
    await #expect(throws: CancellationError.self) { try await owner.value }
    #expect(try await waiter.value == 2)
    #expect(calls.count == 2)
    expectSound(core)
  }

  @Test("P08: a cancelled waiter leaves, and nobody else notices") func cancelledWaiter() async throws {
    let (core, latch, started) = (core(), Latch(), Latch())
    @Sendable func load() async throws -> Int {
      try await core.call(StrictArgument(1)) { () async throws -> Int in
        await started.open()
        await latch.wait()
        return 2
      }
    }
    let owner = Task { try await load() }
    await started.wait()
    let (leaving, staying) = (Task { try await load() }, Task { try await load() })
    await untilWaiting(core, 2)
    leaving.cancel()
    await #expect(throws: CancellationError.self) { try await leaving.value }
    await latch.open()
    #expect(try await owner.value == 2)
    #expect(try await staying.value == 2)
    expectSound(core)
  }

  @Test("P09: an asynchronous function is cached as others are") func asynchronous() async {
    let calls = Calls()
    let cached = cacheData(maxEntries: 2) { (number: Int) async -> [Int] in
      calls.add("\(number)")
      return [number]
    }
    for number in [1, 1, 2, 3, 1] { #expect(await cached(number) == [number]) }
    #expect(calls.all == ["1", "2", "3", "1"])
    let object = cacheResource { () async -> Calls in Calls() }
    #expect(await object() === object())
    expectSound(cached.core)
  }

  @Test("P11: callers on different actors share a computation") func actors() async {
    let (core, latch) = (core(), Latch())
    actor Caller {
      func load(_ core: Core, _ latch: Latch) async -> Int {
        await core.call(StrictArgument(1)) { () async -> Int in
          await latch.wait()
          return 3
        }
      }
    }
    let callers = (0..<8).map { _ in Caller() }
    await withTaskGroup(of: Int.self) { group in
      for caller in callers { group.addTask { await caller.load(core, latch) } }
      await untilWaiting(core, 7)
      await latch.open()
      for await value in group { #expect(value == 3) }
    }
    #expect(core.statistics.misses == 1)
    expectSound(core)
  }

  @Test("P09: a waiting asynchronous call blocks no thread of the pool") func pool() async {
    let (core, latch) = (core(), Latch())
    // More waiters than any pool has threads: were they blocked, the latch could never be opened.
    await withTaskGroup(of: Void.self) { group in
      for _ in 0..<500 {
        group.addTask {
          _ = await core.call(StrictArgument(1)) { () async -> Int in
            await latch.wait()
            return 1
          }
        }
      }
      await untilWaiting(core, 499)
      await latch.open()
    }
    expectSound(core)
  }

  @Test("P02: a synchronous function called from many tasks ends") func synchronousFromTasks() async {
    let cache = NumberCache()
    await withTaskGroup(of: Int.self) { group in
      for index in 0..<200 {
        group.addTask {
          cache.core.call(StrictArgument(index % 3)) {
            cache.calls.add("\(index % 3)")
            return index % 3
          }
        }
      }
      for await value in group { #expect((0..<3).contains(value)) }
    }
    #expect(cache.computed.sorted() == [0, 1, 2])
    expectSound(cache.core)
  }

  @Test("P01: threads that read, write, clear and expire at once agree", arguments: 1...4)
  func everythingAtOnce(seed: UInt64) {
    let cache = NumberCache(.data, CacheOptions(ttl: .milliseconds(1), maxEntries: 16, eviction: .s3FIFO))
    DispatchQueue.concurrentPerform(iterations: 8) { index in
      var generator = SeededGenerator(seed: seed &* 100 &+ UInt64(index))
      for _ in 0..<2_000 {
        let number = Int.random(in: 0..<32, using: &generator)
        switch Int.random(in: 0..<20, using: &generator) {
        case 0: cache.clear(number)
        case 1: _ = cache.core.sweep()
        case 2: _ = cache.core.statistics
        case 3 where index == 0: cache.core.clear()
        default: #expect(cache(number) == number * 10)
        }
      }
    }
    expectSound(cache.core)
  }
}
