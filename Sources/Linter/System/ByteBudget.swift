#if canImport(Darwin)
import Darwin
#elseif canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#endif

/// Bounds how many bytes are worked on at once; who asks for more than there is waits for its turn.
///
/// A syntax tree takes some fifty times the memory of its source. What is larger than the whole budget is worked on
/// alone.
///
/// `@unchecked Sendable`: `mutex` guards `left`.
final class ByteBudget: @unchecked Sendable {
  private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
  private let condition = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)
  private let size: Int
  private var left: Int

  init(_ size: Int) {
    self.size = size
    left = size
    pthread_mutex_init(mutex, nil)
    pthread_cond_init(condition, nil)
  }

  deinit {
    pthread_mutex_destroy(mutex)
    pthread_cond_destroy(condition)
    mutex.deallocate()
    condition.deallocate()
  }

  /// In which order to begin items of these sizes: the largest first, so that none is left over at the end, but with
  /// smaller ones between those that have no room beside each other, so that nobody waits for the other's end.
  func order(of sizes: [Int]) -> [Int] {
    let largestFirst = sizes.indices.sorted { sizes[$0] > sizes[$1] }
    let large = largestFirst.prefix { sizes[$0] > size / 2 }
    var rest = largestFirst[large.count...]
    var order: [Int] = []
    for item in large {
      order.append(item)
      let room = size - min(sizes[item], size)
      let start = rest.firstIndex { sizes[$0] <= room } ?? rest.endIndex
      var end = start
      var amount = 0
      while end < rest.endIndex, amount < sizes[item] {
        amount += sizes[rest[end]]
        end += 1
      }
      order += rest[start..<end]
      rest.removeSubrange(start..<end)
    }
    return order + rest
  }

  /// Runs `body` once there is room for `count` bytes.
  func with<Result>(_ count: Int, _ body: () -> Result) -> Result {
    let share = min(count, size)
    pthread_mutex_lock(mutex)
    while left < share { pthread_cond_wait(condition, mutex) }
    left -= share
    pthread_mutex_unlock(mutex)
    defer {
      pthread_mutex_lock(mutex)
      left += share
      pthread_cond_broadcast(condition)
      pthread_mutex_unlock(mutex)
    }
    return body()
  }
}
