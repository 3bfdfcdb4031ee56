/// Which keys are being computed now.
///
/// A pure value: it says who computes, who waits and what may be stored; the shard that owns it has the lock.
struct RunningTable<Key: Hashable> {
  /// What a caller has to do who found no result.
  enum Role {
    case compute(Flight)
    case wait(Flight)
  }

  private var flights: [Key: Flight] = [:]

  var isEmpty: Bool { flights.isEmpty }

  mutating func join(_ key: Key) -> Role {
    if let flight = flights[key] { return .wait(flight) }
    let flight = Flight()
    flights[key] = flight
    return .compute(flight)
  }

  /// Ends a computation.
  ///
  /// - Returns: whether its result may be stored; not so after a `clear` that came in between.
  mutating func end(_ key: Key, _ flight: Flight) -> Bool {
    guard flights[key] === flight else { return false }
    flights[key] = nil
    return true
  }

  /// Lets the computation of this key go on for its caller alone.
  mutating func detach(_ key: Key) { flights[key] = nil }

  /// Lets the computations of these keys go on for their callers alone.
  mutating func detach(where matches: (Key) -> Bool) { flights = flights.filter { !matches($0.key) } }

  /// Lets all computations go on for their callers alone.
  mutating func detachAll() { flights = [:] }
}
