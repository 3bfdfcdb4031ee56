#if SharedStore

/// The leases that this process holds, and when each has to be renewed.
///
/// A pure value: it says what to renew and what is lost; its owner has the lock, the clock and the server.
struct LeaseBook: Sendable {
  struct Held: Hashable, Sendable {
    let name: [UInt8]
    let token: [UInt8]
    /// When the server lets it go, unless it is renewed before.
    var ends: Int64
    var renews: Int64
  }

  /// In nanoseconds.
  let time: Int64
  private var held: [Int: Held] = [:]
  private var next = 0

  init(time: Int64) { self.time = time }

  var isEmpty: Bool { held.isEmpty }

  /// When the next one is due; nil where none is held.
  var nextRenewal: Int64? { held.values.map(\.renews).min() }

  mutating func add(_ name: [UInt8], _ token: [UInt8], now: Int64) -> Int {
    next += 1
    held[next] = Held(name: name, token: token, ends: now &+ time, renews: now &+ time / 3)
    return next
  }

  /// - Returns: the lease, if it is still held.
  mutating func remove(_ number: Int) -> Held? { held.removeValue(forKey: number) }

  /// What has to be renewed now; a third of the time later it is due again, whatever the server says.
  mutating func due(now: Int64) -> [(number: Int, lease: Held)] {
    let due = held.filter { $0.value.renews <= now }.sorted { $0.key < $1.key }
    for (number, _) in due { held[number]?.renews = now &+ time / 3 }
    return due.map { ($0.key, $0.value) }
  }

  /// Takes down what became of a renewal that was begun at `began`; nil where the server gave no answer.
  ///
  /// - Returns: whether the lease is lost, and no longer in the book.
  mutating func renewed(_ number: Int, isStillOurs: Bool?, began: Int64, now: Int64) -> Bool {
    guard let lease = held[number] else { return false }
    switch isStillOurs {
    case true?:
      held[number]?.ends = began &+ time
      return false
    case false?:
      held[number] = nil
      return true
    case nil:
      guard lease.ends <= now else { return false }
      held[number] = nil
      return true
    }
  }
}

#endif
