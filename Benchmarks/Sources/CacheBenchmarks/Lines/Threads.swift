import CacheRuntime
import Foundation
import Synchronization

/// Hits by one thread and by two at a time, each on keys of its own; the figure is wall time by all hits.
enum Threads {
  static func groups() -> [Group] { [group(1), group(2)] }

  private static func group(_ threads: Int) -> Group {
    let floor = MutexDictionary<Int, Int>()
    return Group(
      id: "threads-\(threads)",
      title: "hits on Ints by \(threads) thread\(threads == 1 ? "" : "s"), each on its own keys",
      operations: threads, isWallTime: true, keys: 1_024,
      contestants: [
        contestant("Dictionary under Mutex", threads) { key in floor(key) { key } },
        contestant("recache", threads) { key in unbounded(key) },
        contestant("recache, 100,000 entries at most", threads) { key in bounded(key) },
        contestant("recache, the same, LRU", threads) { key in boundedLRU(key) },
        contestant("recache, the same, S3-FIFO", threads) { key in boundedS3FIFO(key) },
      ])
  }

  @inline(__always)
  private static func contestant(_ name: String, _ threads: Int, _ hit: @escaping @Sendable (Int) -> Int)
    -> Contestant
  {
    Contestant(name) { times in
      spread(threads) { first in
        var sum = 0
        for index in 0..<times { sum &+= hit(first + index & 511) }
        return sum
      }
    }
  }

  /// Runs `work` on so many threads at once, each with a first key of its own, and adds up what they return.
  ///
  /// Nobody begins before all are there: a short slice would else be over before the second thread has come.
  private static func spread(_ threads: Int, _ work: @escaping @Sendable (_ firstKey: Int) -> Int) -> Int {
    let line = Line(threads)
    for thread in 0..<threads where thread > 0 { Thread.detachNewThread { line.run(thread, work) } }
    line.run(0, work)
    return line.total()
  }

  /// Where threads wait for each other, before the work and after it.
  private final class Line: Sendable {
    private let threads: Int
    private let arrived = Atomic<Int>(0)
    private let finished = Atomic<Int>(0)
    private let sum = Atomic<Int>(0)

    init(_ threads: Int) { self.threads = threads }

    func run(_ thread: Int, _ work: (_ firstKey: Int) -> Int) {
      arrived.wrappingAdd(1, ordering: .sequentiallyConsistent)
      while arrived.load(ordering: .acquiring) < threads { sched_yield() }
      sum.wrappingAdd(work(thread * 512), ordering: .relaxed)
      finished.wrappingAdd(1, ordering: .releasing)
    }

    func total() -> Int {
      while finished.load(ordering: .acquiring) < threads { sched_yield() }
      return sum.load(ordering: .relaxed)
    }
  }
}
