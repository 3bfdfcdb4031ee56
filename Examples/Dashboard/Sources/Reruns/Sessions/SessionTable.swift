/// Who is a guest now: a bounded number of sessions, each of which goes when it was left alone for long enough.
///
/// A plain value with the time handed in; its owner holds the lock and releases what it returns.
package struct SessionTable<Session: Sendable>: Sendable {
  private struct Guest {
    let session: Session
    var lastSeen: Duration
    var openStreams = 0
  }

  /// How many sessions there may be.
  package let capacity: Int
  /// How long a session without an open page is kept.
  package let patience: Duration
  private var guests: [SessionID: Guest] = [:]

  /// No guests.
  package init(capacity: Int, patience: Duration) {
    self.capacity = capacity
    self.patience = patience
  }

  /// How many sessions there are.
  package var count: Int { guests.count }

  /// The session of this name, if it is still there.
  package mutating func find(_ id: SessionID, now: Duration) -> Session? {
    guard let guest = guests[id] else { return nil }
    guests[id]?.lastSeen = now
    return guest.session
  }

  /// Adds a session; in a full house the one longest away makes room.
  ///
  /// - Returns: whether there was room, and the session that made it.
  package mutating func add(_ session: Session, _ id: SessionID, now: Duration) -> (Bool, released: Session?)
  {
    var released: Session?
    if guests.count >= capacity {
      let away = guests.filter { $0.value.openStreams == 0 }
      guard let longest = away.min(by: { $0.value.lastSeen < $1.value.lastSeen }) else { return (false, nil) }
      released = guests.removeValue(forKey: longest.key)?.session
    }
    guests[id] = Guest(session: session, lastSeen: now)
    return (true, released)
  }

  /// Counts a page that is open, unless the session has `most` of them; a session with an open page does not expire.
  package mutating func openStream(_ id: SessionID, most: Int) -> Bool {
    guard let guest = guests[id], guest.openStreams < most else { return false }
    guests[id]?.openStreams += 1
    return true
  }

  /// A page was closed.
  package mutating func closeStream(_ id: SessionID, now: Duration) {
    guests[id]?.openStreams -= 1
    guests[id]?.lastSeen = now
  }

  /// Takes out the sessions that were left alone for too long.
  package mutating func expire(now: Duration) -> [Session] {
    let gone = guests.filter { $0.value.openStreams == 0 && now - $0.value.lastSeen >= patience }
    for id in gone.keys { guests[id] = nil }
    return gone.values.map(\.session)
  }

  /// Takes out all sessions.
  package mutating func removeAll() -> [Session] {
    defer { guests = [:] }
    return guests.values.map(\.session)
  }
}
