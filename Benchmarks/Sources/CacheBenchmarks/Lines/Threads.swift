import CacheRuntime
import Foundation

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
        Contestant("Dictionary under Mutex") { times in
          spread(threads) { first in
            var sum = 0
            for index in 0..<times { sum &+= floor(first + index & 511) { (first + index & 511) } }
            return sum
          }
        },
        Contestant("recache") { times in
          spread(threads) { first in
            var sum = 0
            for index in 0..<times { sum &+= unbounded(first + index & 511) }
            return sum
          }
        },
      ])
  }

  /// Runs `work` on so many threads, each with a first key of its own, and adds up what they return.
  private static func spread(_ threads: Int, _ work: @escaping @Sendable (_ firstKey: Int) -> Int) -> Int {
    let sums = MutexDictionary<Int, Int>()
    DispatchQueue.concurrentPerform(iterations: threads) { thread in
      _ = sums(thread) { work(thread * 512) }
    }
    return (0..<threads).reduce(0) { $0 &+ sums($1) { 0 } }
  }
}
