#if canImport(Darwin)
import Darwin
#else
import Glibc
#endif

/// A small number for each thread, the least that no other has: as long as there are stripes enough, no two threads share one.
@usableFromInline enum ThreadStripe {
  private static let numbers = Guarded(ThreadNumbers())
  private static let key: pthread_key_t? = {
    var key = pthread_key_t()
    return pthread_key_create(&key, { number in ThreadStripe.takeBack(number) }) == 0 ? key : nil
  }()

  /// The number of the current thread.
  @usableFromInline static var current: Int {
    guard let key else { return 0 }
    let known = UInt(bitPattern: pthread_getspecific(key))
    return known == 0 ? assign(key) : Int(bitPattern: known)
  }

  @inline(never) private static func assign(_ key: pthread_key_t) -> Int {
    let number = numbers.withLock { $0.take() }
    pthread_setspecific(key, UnsafeRawPointer(bitPattern: number))
    return number
  }

  /// A thread has ended.
  private static func takeBack(_ number: UnsafeMutableRawPointer?) {
    numbers.withLock { $0.giveBack(Int(bitPattern: number)) }
  }
}

/// Numbers from 1, for zero would read as "none yet".
struct ThreadNumbers {
  private var next = 1
  private var free: Set<Int> = []

  /// The least number that nobody has.
  mutating func take() -> Int {
    if let least = free.min() {
      free.remove(least)
      return least
    }
    defer { next += 1 }
    return next
  }

  /// Lets somebody else have the number.
  mutating func giveBack(_ number: Int) { free.insert(number) }
}
