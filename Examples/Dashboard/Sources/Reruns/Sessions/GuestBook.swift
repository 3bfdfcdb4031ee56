import Synchronization

/// All sessions of the server.
package final class GuestBook: Sendable {
  /// How much a server takes on.
  package struct Limits: Sendable {
    /// How many sessions there may be.
    package var sessions = 200
    /// How long a session without an open page is kept.
    package var patience = Duration.seconds(30 * 60)
    /// How many pages a session may have open at once.
    package var streams = 5
    /// How many interactions a session may send at once.
    package var burst = 120
    /// How many it may send a second after that.
    package var perSecond = 60.0

    /// The limits of a server on one's own machine.
    package init() {}
  }

  private struct State: Sendable {
    var table: SessionTable<Guest>
    var names = 0
    var isClosed = false
  }

  /// How much the server takes on.
  package let limits: Limits
  /// The time since an arbitrary start.
  package let now: @Sendable () -> Duration
  private let state: Mutex<State>

  /// An empty book.
  package init(limits: Limits = Limits(), now: @escaping @Sendable () -> Duration) {
    self.limits = limits
    self.now = now
    state = Mutex(State(table: SessionTable(capacity: limits.sessions, patience: limits.patience)))
  }

  /// How many sessions there are.
  package var count: Int { state.withLock { $0.table.count } }

  /// The session of this name, if it is still there.
  package func find(_ id: SessionID) -> Guest? { state.withLock { $0.table.find(id, now: now()) } }

  /// Begins a session; nil where the house is full of guests with open pages.
  package func admit() -> (id: SessionID, guest: Guest)? {
    var generator = SystemRandomNumberGenerator()
    let id = SessionID(using: &generator)
    let (guest, released) = state.withLock { state -> (Guest?, Guest?) in
      guard !state.isClosed else { return (nil, nil) }
      let bucket = TokenBucket(capacity: limits.burst, perSecond: limits.perSecond, now: now())
      let guest = Guest(name: Self.name(state.names), requests: bucket)
      let (added, released) = state.table.add(guest, id, now: now())
      if added { state.names += 1 }
      return (added ? guest : nil, released)
    }
    released?.leave()
    return guest.map { (id, $0) }
  }

  /// Counts a page that is open; false where the session has too many.
  package func openStream(_ id: SessionID) -> Bool {
    state.withLock { $0.table.openStream(id, most: limits.streams) }
  }

  /// A page was closed.
  package func closeStream(_ id: SessionID) { state.withLock { $0.table.closeStream(id, now: now()) } }

  /// Releases the sessions that were left alone for too long.
  package func expire() {
    let gone = state.withLock { $0.table.expire(now: now()) }
    for guest in gone { guest.leave() }
  }

  /// Releases all sessions and admits no more.
  package func close() {
    let gone = state.withLock { state in
      state.isClosed = true
      return state.table.removeAll()
    }
    for guest in gone { guest.leave() }
  }

  /// A, B, … Z, A2, B2 …
  static func name(_ number: Int) -> String {
    let letter = String(UnicodeScalar(UInt8(ascii: "A") + UInt8(number % 26)))
    return number < 26 ? letter : "\(letter)\(number / 26 + 1)"
  }
}
