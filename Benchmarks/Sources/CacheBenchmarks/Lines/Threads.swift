import CacheRuntime
import Foundation
import Synchronization

/// Hits by one thread and by two at a time, each on keys of its own; the figure is wall time by all hits.
///
/// Only slices count in which nobody took a processor away, so that a machine with other work to do tells the same.
enum Threads {
  private typealias Hit = @Sendable (Int) -> Int

  private static let contestants: [(name: String, race: @Sendable (Int, Int) -> [Double])] = {
    let floor = MutexDictionary<Int, Int>()
    // Each thread reads its own, so this is what the machine gives to two threads that share nothing.
    let own = [0, 1].map { thread in
      Dictionary(uniqueKeysWithValues: (thread * 512..<thread * 512 + 512).map { ($0, $0) })
    }
    return [
      ("a Dictionary for each thread", { race($0, slices: $1) { key in own[key >> 9][key] ?? 0 } }),
      ("Dictionary under Mutex", { race($0, slices: $1) { key in floor(key) { key } } }),
      ("recache", { race($0, slices: $1) { key in unbounded(key) } }),
      ("recache, 100,000 entries at most", { race($0, slices: $1) { key in bounded(key) } }),
      ("recache, the same, LRU", { race($0, slices: $1) { key in boundedLRU(key) } }),
      ("recache, the same, S3-FIFO", { race($0, slices: $1) { key in boundedS3FIFO(key) } }),
    ]
  }()

  static func tables(repeats: Int) -> [Table] {
    var samples: [[[Double]]] = [[], []].map { _ in contestants.map { _ in [] } }
    for _ in 0..<repeats * 3 {
      for (index, contestant) in contestants.enumerated() {
        for threads in [1, 2] where samples[threads - 1][index].count < 100 {
          samples[threads - 1][index] += contestant.race(threads, 60)
        }
      }
    }
    var tables = [1, 2].map { threads in
      Table(
        id: "threads-\(threads)",
        title: "hits on Ints by \(threads) thread\(threads == 1 ? "" : "s"), each on its own keys",
        unit: "ns",
        lines: zip(contestants, samples[threads - 1]).compactMap { contestant, samples in
          let sorted = samples.sorted()
          guard let least = sorted.first else { return nil }
          return Line(name: contestant.name, median: sorted[sorted.count / 2], least: least)
        },
        notes: zip(contestants, samples[threads - 1]).filter { $1.count < 20 }.map { contestant, samples in
          "\(contestant.name): only \(samples.count) slices in which all threads had a processor"
        })
    }
    for two in tables[1].lines {
      guard let one = tables[0].lines.first(where: { $0.name == two.name }) else { continue }
      tables[1].notes.append(
        "two threads do \(fixed(one.median / two.median)) times as much as one: \(one.name)")
    }
    return tables
  }

  /// The nanoseconds by hit, in slices of about 100 µs that all threads begin together.
  ///
  /// They wait for each other without sleeping, so whoever begins a slice has a processor, as the others have. The thread
  /// that asks is none of them: the compiler would put the hit into its loop, and call it from the others'.
  @inline(__always)
  private static func race(_ threads: Int, slices: Int, _ hit: @escaping Hit) -> [Double] {
    let times = 8_000
    let line = StartingLine(threads)
    let clocks = (0..<threads).map { _ in Clocks(slices) }
    let run: @Sendable (Int) -> Void = { thread in
      let first = thread * 512
      var sum = 0
      for slice in 0..<slices {
        line.wait(for: slice * 2)
        // What others did on this processor has pushed the keys out of its memory caches.
        for index in 0..<512 { sum &+= hit(first + index) }
        line.wait(for: slice * 2 + 1)
        let (start, spent) = (now(CLOCK_MONOTONIC), now(CLOCK_THREAD_CPUTIME_ID))
        for index in 0..<times { sum &+= hit(first + index & 511) }
        let processor = now(CLOCK_THREAD_CPUTIME_ID) - spent
        clocks[thread].note(slice, start, now(CLOCK_MONOTONIC), processor)
      }
      line.finish(sum)
    }
    for thread in 0..<threads { Thread.detachNewThread { run(thread) } }
    sink &+= line.total()
    return (0..<slices).compactMap { slice in
      let start = clocks.map { $0.starts[slice] }.min() ?? 0
      let end = clocks.map { $0.ends[slice] }.max() ?? 0
      guard clocks.allSatisfy({ Double($0.spent[slice]) > 0.9 * Double(end - start) }) else { return nil }
      return Double(end - start) / Double(times * threads)
    }
  }

  private static func now(_ clock: clockid_t) -> Int64 {
    var time = timespec()
    clock_gettime(clock, &time)
    return Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec)
  }

  /// When one thread began and ended each slice, and its processor time between; it alone writes, and is waited for before anybody reads.
  private final class Clocks: @unchecked Sendable {
    var starts: [Int64]
    var ends: [Int64]
    var spent: [Int64]

    init(_ slices: Int) {
      starts = Array(repeating: 0, count: slices)
      ends = starts
      spent = starts
    }

    func note(_ slice: Int, _ start: Int64, _ end: Int64, _ processor: Int64) {
      starts[slice] = start
      spent[slice] = processor
      ends[slice] = end
    }
  }

  /// Where threads wait for each other before each slice, and at the end.
  private final class StartingLine: Sendable {
    private let threads: Int
    private let arrived = Atomic<Int>(0)
    private let finished = DispatchSemaphore(value: 0)
    private let sum = Atomic<Int>(0)

    init(_ threads: Int) { self.threads = threads }

    func wait(for turn: Int) {
      arrived.wrappingAdd(1, ordering: .sequentiallyConsistent)
      var turns = 0
      while arrived.load(ordering: .acquiring) < threads * (turn + 1) {
        turns += 1
        if turns % 100_000 == 0 { sched_yield() }
      }
    }

    func finish(_ sum: Int) {
      self.sum.wrappingAdd(sum, ordering: .relaxed)
      finished.signal()
    }

    func total() -> Int {
      for _ in 0..<threads { finished.wait() }
      return sum.load(ordering: .relaxed)
    }
  }
}
