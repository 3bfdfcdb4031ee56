#if canImport(Darwin)
import Darwin
#else
import Glibc
#endif

/// A small lock: `os_unfair_lock` on Apple's systems, a pthread mutex elsewhere.
///
/// `Synchronization.Mutex` is slower under contention on Linux with Swift 6.3.
@usableFromInline struct RawLock: ~Copyable, @unchecked Sendable {
  #if canImport(Darwin)
  private typealias Storage = os_unfair_lock
  #else
  private typealias Storage = pthread_mutex_t
  #endif
  private let storage: UnsafeMutablePointer<Storage>

  @usableFromInline init() {
    // A cache line of its own, lest threads on different shards slow each other down.
    storage = UnsafeMutableRawPointer.allocate(byteCount: 128, alignment: 128).assumingMemoryBound(
      to: Storage.self)
    #if canImport(Darwin)
    storage.initialize(to: os_unfair_lock())
    #else
    storage.initialize(to: pthread_mutex_t())
    pthread_mutex_init(storage, nil)
    #endif
  }

  deinit {
    #if !canImport(Darwin)
    pthread_mutex_destroy(storage)
    #endif
    storage.deallocate()
  }

  func lock() {
    #if canImport(Darwin)
    os_unfair_lock_lock(storage)
    #else
    // What is done under the lock takes less than to sleep and be woken, so it is worth to try for a while.
    for _ in 0..<100 where pthread_mutex_trylock(storage) == 0 { return }
    pthread_mutex_lock(storage)
    #endif
  }

  func unlock() {
    #if canImport(Darwin)
    os_unfair_lock_unlock(storage)
    #else
    pthread_mutex_unlock(storage)
    #endif
  }

  /// Runs `body` under the lock unless somebody has it.
  borrowing func tryLock(_ body: () -> Void) {
    #if canImport(Darwin)
    guard os_unfair_lock_trylock(storage) else { return }
    #else
    guard pthread_mutex_trylock(storage) == 0 else { return }
    #endif
    defer { unlock() }
    body()
  }

  borrowing func withLock<R, E: Error>(_ body: () throws(E) -> R) throws(E) -> R {
    lock()
    defer { unlock() }
    return try body()
  }
}

/// The same lock for what is not laid out by hand.
final class CacheLock: Sendable {
  private let raw = RawLock()

  func withLock<R, E: Error>(_ body: () throws(E) -> R) throws(E) -> R { try raw.withLock(body) }
}
