import SeededRandom
import Testing

@testable import CacheRuntime

@Suite struct DeadlineQueueTests {
  @Test(
    "the earliest comes first, whatever the order of coming, and what is of no use can be swept out",
    arguments: 1...50)
  func order(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    var queue = DeadlineQueue()
    var expected: [Int64] = []
    for step in 0..<300 {
      switch Int.random(in: 0..<8, using: &generator) {
      case 0..<5:
        let time = Int64.random(in: 0..<100, using: &generator)
        queue.append(Deadline(time: time, slot: step, sequence: 0))
        expected.append(time)
      case 5:
        queue.keep { $0.time % 3 != 0 }
        expected.removeAll { $0 % 3 == 0 }
      default:
        #expect(queue.first?.time == expected.min(), "seed \(seed), step \(step)")
        queue.removeFirst()
        if let least = expected.min(), let index = expected.firstIndex(of: least) {
          expected.remove(at: index)
        }
      }
      #expect(queue.isSound && queue.count == expected.count, "seed \(seed), step \(step)")
    }
    var rest: [Int64] = []
    while let first = queue.first {
      rest.append(first.time)
      queue.removeFirst()
    }
    #expect(rest == expected.sorted(), "seed \(seed)")
  }

  @Test("results that are stored anew or cleared leave no deadlines behind") func bounded() throws {
    let clock = ManualCacheClock()
    let cache = NumberCache(.data, CacheOptions(ttl: .days(1), clock: clock))
    for round in 0..<20_000 {
      try cache.core.prime(StrictArgument(round % 3), round)
      if round % 2 == 0 { cache.clear(round % 3) }
    }
    // Faults count deadlines too.
    expectSound(cache.core)
    clock.advance(by: .days(1))
    _ = cache.core.sweep()
    #expect(cache.core.statistics.entries == 0)
  }

  @Test("a used result is freed at its own time, and not at that of one stored later") func idle() {
    let clock = ManualCacheClock()
    let cache = NumberCache(.data, CacheOptions(idle: 100, clock: clock))
    _ = cache(1)
    clock.advance(by: 50)
    _ = cache(1)
    clock.advance(by: 40)
    _ = cache(2)
    clock.advance(by: 10)
    _ = cache.core.sweep()
    #expect(cache.core.statistics.entries == 2)
    clock.advance(by: 50)
    _ = cache.core.sweep()
    #expect(cache.core.statistics.entries == 1)
    #expect(cache.core.statistics.removals == [.idle: 1])
  }
}
