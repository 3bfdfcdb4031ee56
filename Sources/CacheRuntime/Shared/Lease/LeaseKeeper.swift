#if SharedStore
import Dispatch

/// Renews the leases of this process for as long as their computations run.
///
/// When the process dies nobody renews them, and they end by themselves on the server.
final class LeaseKeeper: Sendable {
  private struct State {
    var book: LeaseBook
    /// Whether a renewal is on its way to be made.
    var isScheduled = false
  }

  private let pool: ServerPool
  private let time: Int64
  private let now: @Sendable () -> Int64
  private let lost: @Sendable () -> Void
  private let state: Guarded<State>
  private let queue = DispatchQueue(label: "CacheRuntime.leases", qos: .utility)

  /// - Parameters:
  ///   - time: How long a lease lasts without renewal, in nanoseconds.
  ///   - lost: Called for each lease that passed to another.
  init(
    _ pool: ServerPool, time: Int64, now: @escaping @Sendable () -> Int64 = { CoarseClock.now() },
    lost: @escaping @Sendable () -> Void
  ) {
    self.pool = pool
    self.time = time
    self.now = now
    self.lost = lost
    state = Guarded(State(book: LeaseBook(time: time)))
  }

  var isIdle: Bool { state.withLock { $0.book.isEmpty } }

  /// The lease of this name, or nil where another holds it.
  func take(_ name: [UInt8]) throws(ServerError) -> (any StoreLease)? {
    let token = Generation.new().bytes
    let began = now()
    // Asked for the holder too: what the first command answers is not ours to know if it had to be said twice.
    let replies = try pool.send([
      ServerCommand([Array("SET".utf8), name, token, Array("NX".utf8), Array("PX".utf8), milliseconds]),
      ServerCommand([Array("GET".utf8), name]),
    ])
    guard replies.count == 2 else { throw .garbage("\(replies.count) answers instead of 2") }
    switch replies[0] {
    case .null, .status("OK"): break
    default: throw replies[0].unexpected("OK")
    }
    guard try replies[1].expectBytes() == token else { return nil }
    let number = state.withLock { $0.book.add(name, token, now: began) }
    schedule()
    return HeldLease(self, number)
  }

  fileprivate func release(_ number: Int) {
    guard let lease = state.withLock({ $0.book.remove(number) }) else { return }
    // Where the server does not answer, it lets the lease go by itself.
    _ = try? pool.run(.release, keys: [lease.name], [lease.token])
  }

  fileprivate func forget(_ number: Int) { _ = state.withLock { $0.book.remove(number) } }

  private var milliseconds: [UInt8] { Array("\(max(1, time / 1_000_000))".utf8) }

  private func schedule() {
    let time = now()
    let delay = state.withLock { state -> Int64? in
      guard !state.isScheduled, let next = state.book.nextRenewal else { return nil }
      state.isScheduled = true
      return max(0, next - time)
    }
    guard let delay else { return }
    queue.asyncAfter(deadline: .now() + .nanoseconds(Int(clamping: delay))) { [weak self] in
      guard let self else { return }
      state.withLock { $0.isScheduled = false }
      renewDue()
      schedule()
    }
  }

  /// Renews what is due.
  func renewDue() {
    let began = now()
    for (number, lease) in state.withLock({ $0.book.due(now: began) }) {
      let answer = try? pool.run(.renew, keys: [lease.name], [lease.token, milliseconds])
      let now = now()
      let isLost = state.withLock {
        $0.book.renewed(number, isStillOurs: answer.map { $0 == 1 }, began: began, now: now)
      }
      if isLost { lost() }
    }
  }
}

/// One lease, given back once.
private final class HeldLease: StoreLease {
  private let keeper: LeaseKeeper
  private let number: Int

  init(_ keeper: LeaseKeeper, _ number: Int) {
    self.keeper = keeper
    self.number = number
  }

  deinit { keeper.forget(number) }

  func release() { keeper.release(number) }
}

#endif
