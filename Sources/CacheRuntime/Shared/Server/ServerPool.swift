#if SharedStore
import Dispatch

// A caller takes a free connection, or makes one while there are fewer than may be, or waits its turn; it uses the
// connection alone and puts it back. Every step has an end: the turn, the lookup of the name, the connection, the exchange.
//
//    caller ──turn──▶ idle connection? ──no──▶ dial, AUTH, SELECT ──▶ exchange ──▶ idle again
//                          │                                             │
//                        stale: the server has closed it, dial         fault: closed, the circuit opens
//
// `state` is guarded by its lock, which is never held over a wait; a connection belongs to one caller at a time.

/// The connections to one server.
final class ServerPool: Sendable {
  struct Limits: Sendable {
    var connections = 4
    /// In nanoseconds.
    var connectTime: Int64 = 1_000_000_000
    var commandTime: Int64 = 1_000_000_000
    /// In bytes.
    var longestReply = 64 << 20
  }

  /// Passes a connection through a lock, which the compiler cannot see.
  private struct State: @unchecked Sendable {
    var idle: [ServerConnection] = []
    var circuit = Circuit()
  }

  let address: ServerAddress
  private let limits: Limits
  private let now: @Sendable () -> Int64
  private let chance: @Sendable () -> Double
  private let turns: DispatchSemaphore
  private let state = Guarded(State())

  /// - Parameters:
  ///   - now: The time by which the circuit opens and closes, in nanoseconds.
  ///   - chance: A number from 0 up to 1, another each time.
  init(
    _ address: ServerAddress, _ limits: Limits = Limits(),
    now: @escaping @Sendable () -> Int64 = { CoarseClock.now() },
    chance: @escaping @Sendable () -> Double = { .random(in: 0..<1) }
  ) {
    self.address = address
    self.limits = limits
    self.now = now
    self.chance = chance
    turns = DispatchSemaphore(value: max(1, limits.connections))
  }

  /// Whether the server is being asked.
  var isConnected: Bool { state.withLock { $0.circuit.isClosed } }

  /// The server's answers to these commands; none waits longer than the limits say, and while the circuit is open none waits.
  func send(_ commands: [ServerCommand]) throws(ServerError) -> [ServerReply] {
    switch state.withLock({ $0.circuit.admit(now: now()) }) {
    case .ask: break
    case .refuse: throw .circuitOpen
    case .probe:
      // Whether the server is back is found out on another thread: who calls meanwhile loses no time.
      ServerThread.start { [self] in try? probe() }
      throw .circuitOpen
    }
    return try exchange(commands)
  }

  /// Asks the server for a sign of life, and closes the circuit when it gives one.
  func probe() throws(ServerError) {
    let reply = try exchange([ServerCommand(["PING"])])
    for reply in reply { try reply.expectOK() }
  }

  private func exchange(_ commands: [ServerCommand]) throws(ServerError) -> [ServerReply] {
    guard turns.wait(timeout: .now() + .nanoseconds(Int(clamping: limits.commandTime))) == .success else {
      throw .busy
    }
    defer { turns.signal() }
    do throws(ServerError) {
      let (connection, isFresh) = try take()
      let replies: [ServerReply]
      do throws(ServerError) {
        replies = try send(commands, over: connection)
      } catch .closed where !isFresh {
        // The server may have ended this connection and no other. Every command of the store may be said twice.
        let fresh = try connect()
        replies = try send(commands, over: fresh)
      }
      return replies
    } catch {
      if error.isOfConnection { fail() }
      throw error
    }
  }

  private func send(
    _ commands: [ServerCommand], over connection: ServerConnection
  ) throws(ServerError) -> [ServerReply] {
    var deadline = TransferDeadline(in: limits.commandTime)
    let replies = try connection.send(commands, &deadline)
    for case .error(let text) in replies where ServerError.refused(text).isOfConnection {
      throw .refused(text)
    }
    state.withLock {
      $0.circuit.succeeded()
      $0.idle.append(connection)
    }
    return replies
  }

  private func take() throws(ServerError) -> (ServerConnection, isFresh: Bool) {
    while let connection = state.withLock({ $0.idle.popLast() }) {
      if !connection.isStale { return (connection, false) }
    }
    return (try connect(), true)
  }

  private func connect() throws(ServerError) -> ServerConnection {
    var deadline = TransferDeadline(in: limits.connectTime)
    let dialled = try Dialling.dial(
      address.place, within: Int(deadline.remainingMilliseconds()))
    let connection = ServerConnection(dialled: dialled, longestReply: limits.longestReply)
    try connection.open(address, &deadline)
    return connection
  }

  private func fail() {
    let (now, chance) = (now(), chance())
    // What one connection has found out holds for the others; they are closed outside of the lock.
    _ = state.withLock { state in
      state.circuit.failed(now: now, chance: chance)
      defer { state.idle = [] }
      return State(idle: state.idle)
    }
  }
}

#endif
