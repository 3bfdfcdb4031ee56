// Most misses need none of what a call may need: no store below memory, no clock, digest, widget, weight or metric, nobody
// who waits. This is their way: the same steps as the whole one, `look`, `keep` and `settle`, with the rest left out.
//
// Written without closures and optionals of the key's or the value's type: in code that is compiled for all types, each
// such type is looked up by the runtime in every function that names it, and two misses out of three spent their time so.
// The benchmark line "a miss" shows what it is worth.

extension KeyedCore {
  /// Whether options rule none of the steps in that are left out here.
  var allowsSimpleMisses: Bool {
    isPlain && tier == nil && refinement == nil && kind != .legacy && options.storeIf == nil
      && options.limits.maxBytes == nil && options.limits.ttl != 0 && copying.isSharing && !metrics.isActive
  }

  /// Begins the computation of a key of which nothing is known.
  ///
  /// - Returns: nil where there is a result, valid or not, or a computation: then the whole way has to be gone.
  func beginSimply(_ key: Key, _ hash: Int) -> Flight? {
    // What is not equal to itself would never be found.
    guard key == key else { return nil }
    let index = (hash >> 40) & shardMask
    let shard = shards + index
    locks[index].lock()
    defer { locks[index].unlock() }
    guard shard.pointee.find(key, hash) == nil, shard.pointee.running.find(key, hash) == nil else {
      return nil
    }
    shard.pointee.counts.misses += 1
    return shard.pointee.running.begin(key, hash)
  }

  /// Stores the result of a computation that `beginSimply` began, and wakes those who have come meanwhile.
  func settleSimply(_ value: Value, _ key: Key, _ hash: Int, _ flight: Flight, nanoseconds: Int64) {
    let now = CoarseClock.now()
    let index = (hash >> 40) & shardMask
    let shard = shards + index
    var released: [Removed<Key, Value>] = []
    locks[index].lock()
    stripes.shutOut(shard: index)
    readNotes()
    let before = shard.pointee.bytes
    shard.pointee.counts.loadTime += nanoseconds
    if shard.pointee.running.end(flight), !shard.pointee.isClosed {
      shard.pointee.store(.value(value), for: key, hash, now: now, weight: 0, &released)
    }
    let difference = shard.pointee.bytes - before
    let deadline = shard.pointee.nextDeadline
    stripes.letIn(shard: index)
    locks[index].unlock()
    CacheBudget.add(difference)
    if !released.isEmpty { release(released) }
    if let deadline { CacheSweeper.shared.note(self, deadline: deadline) }
    flight.end()
  }
}
