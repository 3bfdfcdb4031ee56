#if canImport(Darwin)
import Darwin
#else
import Glibc
#endif

/// A small lock: `os_unfair_lock` on Apple's systems, a pthread mutex elsewhere.
///
/// `Synchronization.Mutex` is slower under contention on Linux with Swift 6.3.
package final class CacheLock: @unchecked Sendable {
  #if canImport(Darwin)
  private let storage: UnsafeMutablePointer<os_unfair_lock>
  #else
  private let storage: UnsafeMutablePointer<pthread_mutex_t>
  #endif

  package init() {
    storage = .allocate(capacity: 1)
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

  package func lock() {
    #if canImport(Darwin)
    os_unfair_lock_lock(storage)
    #else
    pthread_mutex_lock(storage)
    #endif
  }

  package func unlock() {
    #if canImport(Darwin)
    os_unfair_lock_unlock(storage)
    #else
    pthread_mutex_unlock(storage)
    #endif
  }

  package func withLock<R, E: Error>(_ body: () throws(E) -> R) throws(E) -> R {
    lock()
    defer { unlock() }
    return try body()
  }
}
