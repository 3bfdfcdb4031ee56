#if canImport(Darwin)
import Darwin
#else
import Glibc
#endif

/// One computation of one key that is under way, and who waits for it.
final class Flight: @unchecked Sendable {
  private let lock = CacheLock()
  // Guarded by `lock`.
  private var isFinished = false
  private var tasks: [CheckedContinuation<Void, Never>] = []
  private var threads: [ThreadGate] = []

  /// Waits on this thread until the computation is over.
  func waitBlocking() {
    let gate = ThreadGate()
    let isFinished = lock.withLock {
      if !self.isFinished { threads.append(gate) }
      return self.isFinished
    }
    if !isFinished { gate.wait() }
  }

  /// Suspends until the computation is over.
  func wait(isolation: isolated (any Actor)? = #isolation) async {
    await withCheckedContinuation { continuation in
      let isFinished = lock.withLock {
        if !self.isFinished { tasks.append(continuation) }
        return self.isFinished
      }
      if isFinished { continuation.resume() }
    }
  }

  /// Wakes all who wait.
  func finish() {
    let (tasks, threads) = lock.withLock {
      isFinished = true
      defer { (self.tasks, self.threads) = ([], []) }
      return (self.tasks, self.threads)
    }
    for task in tasks { task.resume() }
    for thread in threads { thread.open() }
  }
}

/// A gate at which one thread waits until another opens it.
private final class ThreadGate: @unchecked Sendable {
  private let mutex: UnsafeMutablePointer<pthread_mutex_t>
  private let condition: UnsafeMutablePointer<pthread_cond_t>
  private var isOpen = false

  init() {
    mutex = .allocate(capacity: 1)
    condition = .allocate(capacity: 1)
    mutex.initialize(to: pthread_mutex_t())
    condition.initialize(to: pthread_cond_t())
    pthread_mutex_init(mutex, nil)
    pthread_cond_init(condition, nil)
  }

  deinit {
    pthread_mutex_destroy(mutex)
    pthread_cond_destroy(condition)
    mutex.deallocate()
    condition.deallocate()
  }

  func wait() {
    pthread_mutex_lock(mutex)
    while !isOpen { pthread_cond_wait(condition, mutex) }
    pthread_mutex_unlock(mutex)
  }

  func open() {
    pthread_mutex_lock(mutex)
    isOpen = true
    pthread_cond_signal(condition)
    pthread_mutex_unlock(mutex)
  }
}
