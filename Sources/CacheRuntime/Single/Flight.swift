import Synchronization

/// One computation of one key that is under way.
class Flight: @unchecked Sendable {
  private enum Waiter {
    case thread(ThreadGate)
    case task(CheckedContinuation<Void, Never>)

    func wake() {
      switch self {
      case .thread(let gate): gate.open()
      case .task(let continuation): continuation.resume()
      }
    }
  }

  private struct State {
    var waiting = WaitingList<Waiter>()
    var holdsLease = false
  }

  /// The hash of its key.
  let hash: Int
  /// The next computation in a `RunningTable`, guarded as that one is.
  final var next: Flight?

  init(_ hash: Int = 0) { self.hash = hash }

  // Within the object, unlike `CacheLock`: every miss makes one, and few threads ever meet here.
  private let state = Mutex(State())

  /// Whether other processes wait for this computation too.
  var holdsLease: Bool {
    get { state.withLock { $0.holdsLease } }
    set { state.withLock { $0.holdsLease = newValue } }
  }

  /// Waits on this thread until the computation is over.
  func waitBlocking() {
    let gate = ThreadGate()
    if state.withLock({ $0.waiting.join(.thread(gate)) }) != nil { gate.wait() }
  }

  /// Suspends until the computation is over or, where that counts, the task is cancelled.
  func wait(isolation: isolated (any Actor)? = #isolation, untilCancelled: Bool) async {
    guard untilCancelled else { return await suspend(isolation: isolation, Ticket()) }
    let ticket = Ticket()
    await withTaskCancellationHandler(
      operation: { await suspend(isolation: isolation, ticket) },
      onCancel: { leave(ticket) }, isolation: isolation)
  }

  /// Wakes all who wait.
  func end() {
    for waiter in state.withLock({ $0.waiting.end() }) { waiter.wake() }
  }

  /// A task's place in the list; guarded by the flight's lock.
  private final class Ticket: @unchecked Sendable {
    var number: Int?
    var isCancelled = false
  }

  private func suspend(isolation: isolated (any Actor)?, _ ticket: Ticket) async {
    await withCheckedContinuation(isolation: isolation) { continuation in
      let waits = state.withLock { state in
        guard !ticket.isCancelled else { return false }
        ticket.number = state.waiting.join(.task(continuation))
        return ticket.number != nil
      }
      if !waits { continuation.resume() }
    }
  }

  private func leave(_ ticket: Ticket) {
    let waiter = state.withLock { state in
      ticket.isCancelled = true
      return ticket.number.flatMap { state.waiting.leave($0) }
    }
    waiter?.wake()
  }
}
