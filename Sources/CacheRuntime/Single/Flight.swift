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

  /// The hash of its key.
  let hash: Int
  /// The next computation in a `RunningTable`, guarded as that one is.
  final var next: Flight?

  init(_ hash: Int = 0) { self.hash = hash }

  /// Not an object of its own, as `CacheLock` is, since every miss makes one.
  private let lock = RawLock()
  /// Guarded by `lock`.
  private var waiting = WaitingList<Waiter>()
  /// Guarded by `lock`.
  private var leased = false

  /// Whether other processes wait for this computation too.
  var holdsLease: Bool {
    get { lock.withLock { leased } }
    set { lock.withLock { leased = newValue } }
  }

  /// Waits on this thread until the computation is over.
  func waitBlocking() {
    let gate = ThreadGate()
    if lock.withLock({ waiting.join(.thread(gate)) }) != nil { gate.wait() }
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
    for waiter in lock.withLock({ waiting.end() }) { waiter.wake() }
  }

  /// A task's place in the list; guarded by the flight's lock.
  private final class Ticket: @unchecked Sendable {
    var number: Int?
    var isCancelled = false
  }

  private func suspend(isolation: isolated (any Actor)?, _ ticket: Ticket) async {
    await withCheckedContinuation(isolation: isolation) { continuation in
      let waits = lock.withLock {
        guard !ticket.isCancelled else { return false }
        ticket.number = waiting.join(.task(continuation))
        return ticket.number != nil
      }
      if !waits { continuation.resume() }
    }
  }

  private func leave(_ ticket: Ticket) {
    let waiter = lock.withLock {
      ticket.isCancelled = true
      return ticket.number.flatMap { waiting.leave($0) }
    }
    waiter?.wake()
  }
}
