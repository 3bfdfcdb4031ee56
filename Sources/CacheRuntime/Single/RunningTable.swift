/// Which keys are being computed now.
///
/// It says who computes, who waits and what may be stored; the shard that owns it has the lock. It is not generic itself, for
/// every type that depends on a key's costs a look-up in the runtime at each miss.
///
/// ```
/// hash ──▶ flight ──next──▶ flight      keys that differ and have one hash, which is rare
/// ```
struct RunningTable {
  /// What a caller has to do who found no result.
  enum Role {
    case compute(Flight)
    case wait(Flight)
  }

  /// A hash that needs no hashing.
  private struct Hash: Hashable {
    let value: Int
    init(_ value: Int) { self.value = value }
    func hash(into hasher: inout Hasher) { hasher.combine(value) }
    func _rawHashValue(seed: Int) -> Int { KeyHash.word(UInt64(truncatingIfNeeded: value), seed: seed) }
  }

  private var flights: [Hash: Flight] = [:]

  var isEmpty: Bool { flights.isEmpty }

  /// The computation of this key.
  func find<Key: Hashable>(_ key: Key, _ hash: Int) -> Flight? {
    var flight = flights[Hash(hash)]
    while let current = flight {
      // All flights of a shard have keys of one type.
      if unsafeDowncast(current, to: KeyedFlight<Key>.self).key == key { return current }
      flight = current.next
    }
    return nil
  }

  /// Begins a computation of a key that `find` has not found.
  mutating func begin<Key: Hashable>(_ key: Key, _ hash: Int) -> Flight {
    let flight = KeyedFlight(key, hash)
    flight.next = flights.updateValue(flight, forKey: Hash(hash))
    return flight
  }

  mutating func join<Key: Hashable>(_ key: Key, _ hash: Int) -> Role {
    if let flight = find(key, hash) { .wait(flight) } else { .compute(begin(key, hash)) }
  }

  /// Ends a computation.
  ///
  /// - Returns: whether its result may be stored; not so after a `clear` that came in between.
  mutating func end(_ flight: Flight) -> Bool {
    guard let place = flights.index(forKey: Hash(flight.hash)) else { return false }
    var before: Flight?
    var current = flights[place].value
    while current !== flight {
      guard let next = current.next else { return false }
      (before, current) = (current, next)
    }
    if let before {
      before.next = flight.next
    } else if let next = flight.next {
      flights.values[place] = next
    } else {
      flights.remove(at: place)
    }
    flight.next = nil
    return true
  }

  /// Whether the result of this computation may still be stored.
  func isCurrent(_ flight: Flight) -> Bool {
    var current = flights[Hash(flight.hash)]
    while let other = current, other !== flight { current = other.next }
    return current != nil
  }

  /// Lets the computation of this key go on for its caller alone.
  mutating func detach(_ key: some Hashable, _ hash: Int) {
    if let flight = find(key, hash) { _ = end(flight) }
  }

  /// Lets the computations of these keys go on for their callers alone.
  mutating func detach<Key: Hashable>(where matches: (Key) -> Bool) {
    var all: [Flight] = []
    for first in flights.values {
      all.append(first)
      while let next = all.last?.next { all.append(next) }
    }
    for flight in all where matches(unsafeDowncast(flight, to: KeyedFlight<Key>.self).key) { _ = end(flight) }
  }

  /// Lets all computations go on for their callers alone.
  mutating func detachAll() { flights = [:] }
}

/// A computation, and the key that it is of.
final class KeyedFlight<Key: Hashable>: Flight, @unchecked Sendable {
  let key: Key

  init(_ key: Key, _ hash: Int) {
    self.key = key
    super.init(hash)
  }
}
