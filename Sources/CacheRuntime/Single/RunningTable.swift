/// Which keys are being computed now.
///
/// A pure value: it says who computes, who waits and what may be stored; the shard that owns it has the lock.
struct RunningTable<Key: Hashable> {
  /// What a caller has to do who found no result.
  enum Role {
    case compute(Flight)
    case wait(Flight)
  }

  /// A key whose hash is known, so that a large one is not read again.
  private struct Hashed: Hashable {
    let key: Key
    let hash: Int

    static func == (lhs: Self, rhs: Self) -> Bool { lhs.hash == rhs.hash && lhs.key == rhs.key }
    func hash(into hasher: inout Hasher) { hasher.combine(hash) }
  }

  private var flights: [Hashed: Flight] = [:]

  var isEmpty: Bool { flights.isEmpty }

  mutating func join(_ key: Key, _ hash: Int) -> Role {
    let key = Hashed(key: key, hash: hash)
    if let flight = flights[key] { return .wait(flight) }
    let flight = Flight()
    flights[key] = flight
    return .compute(flight)
  }

  /// Ends a computation.
  ///
  /// - Returns: whether its result may be stored; not so after a `clear` that came in between.
  mutating func end(_ key: Key, _ hash: Int, _ flight: Flight) -> Bool {
    let key = Hashed(key: key, hash: hash)
    guard flights[key] === flight else { return false }
    flights[key] = nil
    return true
  }

  /// Whether the result of this computation may still be stored.
  func isCurrent(_ key: Key, _ hash: Int, _ flight: Flight) -> Bool {
    flights[Hashed(key: key, hash: hash)] === flight
  }

  /// Lets the computation of this key go on for its caller alone.
  mutating func detach(_ key: Key, _ hash: Int) { flights[Hashed(key: key, hash: hash)] = nil }

  /// Lets the computations of these keys go on for their callers alone.
  mutating func detach(where matches: (Key) -> Bool) { flights = flights.filter { !matches($0.key.key) } }

  /// Lets all computations go on for their callers alone.
  mutating func detachAll() { flights = [:] }
}
