#if canImport(Darwin)
import Darwin
#elseif canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#endif
import HashProbe
import Synchronization

/// Plain threads, because a syntax tree may be deeper than the stack of a pooled one.
struct WorkerPool: Sendable {
  /// How many threads work at once.
  var workers: Int
  /// In bytes; reserved, not touched, until a deep tree needs it.
  var stackSize: Int

  /// - Parameter workers: As many as the machine has cores where it is `nil`.
  init(workers: Int? = nil, stackSize: Int = 128 << 20) {
    self.workers = max(1, workers ?? Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))))
    self.stackSize = stackSize
  }

  /// The results for all items, in the order of the items; a free worker takes the next item in that order.
  /// - Parameter order: The indices of the items as they shall be begun, such as the costly ones first.
  func map<Item: Sendable, Result: Sendable>(
    _ items: [Item], order: [Int]?, _ body: @escaping @Sendable (Item) -> Result
  ) -> [Result] {
    guard !items.isEmpty else { return [] }
    let order = order ?? Array(items.indices)
    precondition(order.count == items.count, "\(order.count) indices for \(items.count) items")
    let work = SharedWork<Result>(count: items.count)
    let run: @Sendable () -> Void = {
      while let turn = work.next() {
        let index = order[turn]
        work.finish(index, with: body(items[index]))
      }
    }
    // One of them at least, with a smaller stack where the system has no room for a large one.
    var threads: [SizedThread] = []
    for _ in 0..<min(workers, items.count) {
      if let thread = SizedThread(stackSize: stackSize, run) { threads.append(thread) }
    }
    if threads.isEmpty { run() }
    for thread in threads { thread.join() }
    return work.results
  }
}

extension WorkerPool: ParallelMapping {
  func map<Item: Sendable, Result: Sendable>(
    _ items: [Item], _ body: @escaping @Sendable (Item) -> Result
  ) -> [Result] {
    map(items, order: nil, body)
  }

  /// The results of two pieces of work, done at once where there is another thread for the first.
  func both<First: Sendable, Second>(
    _ first: @escaping @Sendable () -> First, _ second: () -> Second
  ) -> (First, Second) {
    guard workers > 1 else { return (first(), second()) }
    let found = Mutex<First?>(nil)
    let thread = SizedThread(stackSize: stackSize) {
      let value = first()
      found.withLock { $0 = value }
    }
    let value = second()
    thread?.join()
    return (found.withLock { $0 } ?? first(), value)
  }

  /// Does something that nobody waits for, while the caller goes on; nothing where there is no other thread.
  func begin(_ body: @escaping @Sendable () -> Void) {
    guard workers > 1 else { return }
    SizedThread(stackSize: stackSize, body)?.detach()
  }

  /// Lets go of a value while the caller goes on: to free what a large run has found takes as long as to print it.
  func discard<Value: Sendable>(_ value: consuming Value) {
    let held = Mutex<Value?>(value)
    begin { held.withLock { $0 = nil } }
  }
}

/// Hands out the turns and gathers the results.
private final class SharedWork<Result: Sendable>: Sendable {
  private let count: Int
  private let turn = Atomic<Int>(0)
  private let finished: Mutex<[Result?]>

  init(count: Int) {
    self.count = count
    finished = Mutex(Array(repeating: nil, count: count))
  }

  func next() -> Int? {
    let turn = turn.wrappingAdd(1, ordering: .relaxed).oldValue
    return turn < count ? turn : nil
  }

  func finish(_ index: Int, with result: Result) {
    finished.withLock { $0[index] = result }
  }

  var results: [Result] { finished.withLock { $0.compactMap { $0 } } }
}

/// A thread with a stack of a given size.
private struct SizedThread {
  private let thread: pthread_t

  /// `nil` where the system refuses another thread.
  init?(stackSize: Int, _ body: @escaping @Sendable () -> Void) {
    let box = Unmanaged.passRetained(Box(body))
    for size in [stackSize, 8 << 20] {
      var attributes = pthread_attr_t()
      pthread_attr_init(&attributes)
      defer { pthread_attr_destroy(&attributes) }
      pthread_attr_setstacksize(&attributes, size)
      #if canImport(Darwin)
      var thread: pthread_t?
      #else
      var thread = pthread_t()
      #endif
      let result = pthread_create(&thread, &attributes, enterThread, box.toOpaque())
      #if canImport(Darwin)
      if result == 0, let thread {
        self.thread = thread
        return
      }
      #else
      if result == 0 {
        self.thread = thread
        return
      }
      #endif
    }
    box.release()
    return nil
  }

  func join() { pthread_join(thread, nil) }

  func detach() { pthread_detach(thread) }

  final class Box {
    let body: @Sendable () -> Void
    init(_ body: @escaping @Sendable () -> Void) { self.body = body }
  }
}

#if canImport(Darwin)
private func enterThread(_ context: UnsafeMutableRawPointer) -> UnsafeMutableRawPointer? {
  Unmanaged<SizedThread.Box>.fromOpaque(context).takeRetainedValue().body()
  return nil
}
#else
private func enterThread(_ context: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
  if let context { Unmanaged<SizedThread.Box>.fromOpaque(context).takeRetainedValue().body() }
  return nil
}
#endif
