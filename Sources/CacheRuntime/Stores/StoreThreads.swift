import Dispatch

/// A few threads on which asynchronous functions wait for stores, so that no thread of the cooperative pool does.
final class StoreThreads: Sendable {
  static let shared = StoreThreads(limit: 4)

  private struct State {
    var waiting: [@Sendable () -> Void] = []
    var running = 0
  }

  private let limit: Int
  private let state = Guarded(State())
  private let queue = DispatchQueue(
    label: "CacheRuntime.stores", qos: .userInitiated, attributes: .concurrent)

  init(limit: Int) { self.limit = limit }

  /// Runs `work` on one of the threads; first come, first served.
  func run<Result>(isolation: isolated (any Actor)?, _ work: () -> Result) async -> Result {
    // The caller stands still until the work is done, so what it shares with it is used by one thread at a time.
    await withoutActuallyEscaping(work) { escaping in
      let job = Job(escaping)
      await withCheckedContinuation(isolation: isolation) { continuation in
        submit {
          job.run()
          continuation.resume()
        }
      }
      return job.take()
    }
  }

  private final class Job<Result>: @unchecked Sendable {
    // One thread at a time: first the caller's, then the worker's, then the caller's again.
    private var work: (() -> Result)?
    private var result: Result?
    init(_ work: @escaping () -> Result) { self.work = work }

    func run() {
      result = work?()
      work = nil
    }

    func take() -> Result {
      guard let result else { preconditionFailure("the work of a store was not done") }
      return result
    }
  }

  private func submit(_ job: @escaping @Sendable () -> Void) {
    let starts = state.withLock { state in
      state.waiting.append(job)
      guard state.running < limit else { return false }
      state.running += 1
      return true
    }
    if starts { queue.async { [self] in work() } }
  }

  private func work() {
    while let job = next() { job() }
  }

  private func next() -> (@Sendable () -> Void)? {
    state.withLock { state in
      guard !state.waiting.isEmpty else {
        state.running -= 1
        return nil
      }
      return state.waiting.removeFirst()
    }
  }
}
