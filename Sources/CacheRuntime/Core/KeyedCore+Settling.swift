// What becomes of a computation when it is over.

extension KeyedCore {
  /// Writes and stores the result of a computation, the whole way.
  @inline(never) func settle<E: Error>(
    _ value: Value, _ trace: Computation.Trace, _ key: Key, _ hash: Int, _ flight: Flight,
    _ place: StorePlace<Value>?, nanoseconds: Int64, _: E.Type
  ) throws(E) -> Value {
    let kept = keep(value, trace, for: key)
    if let place { write(value, kept, to: place, key, hash, flight) }
    return try settle(value, kept, trace, key, hash, flight, place, nanoseconds: nanoseconds, E.self)
  }

  /// After a computation that threw: the next who waits tries.
  ///
  /// - Parameter nanoseconds: How long it took; nil for one that has not begun.
  func fail(_ key: Key, _ hash: Int, _ flight: Flight, nanoseconds: Int64? = nil) {
    let shard = shard(hash)
    withLock(of: shard) {
      shard.pointee.counts.failures += 1
      shard.pointee.counts.loadTime += nanoseconds ?? 0
      _ = shard.pointee.running.end(flight)
    }
    flight.end()
    if let nanoseconds, metrics.isActive { metrics.missed(nanoseconds: nanoseconds) }
  }

  /// After a computation that returned: stores its result, unless something speaks against it.
  func settle<E: Error>(
    _ value: Value, _ kept: Kept, _ trace: Computation.Trace, _ key: Key, _ hash: Int, _ flight: Flight,
    _ place: StorePlace<Value>?,
    nanoseconds: Int64, _: E.Type
  ) throws(E) -> Value {
    defer { flight.end() }
    hintOnce(value)
    let failure = kept.failure
    let held = failure is E ? nil : kept.held
    let weight = held == nil ? 0 : weigh(value, held)
    let problems = place?.counts ?? StoreCounts()
    // With widgets, the result may depend on more of them than the key said.
    let (settled, hasLearned) = refinement?.settled(key, trace.readings) ?? (key, false)
    let now = now
    let shard = shard(hash)
    var deadline: Int64?
    var count = 0
    change(shard) { shard, released in
      shard.counts.loadTime += nanoseconds
      shard.counts.damaged += problems.damaged
      shard.counts.storeFailures += problems.failures
      guard shard.running.end(flight), let held, !shard.isClosed else { return }
      if let refinement {
        // Another run may have found a widget meanwhile: then this result would never be found.
        guard refinement.isCurrent(settled) else { return }
        if hasLearned {
          for slot in shard.slots where refinement.isOutdated(shard.entries[slot].key, settled) {
            shard.remove(slot, .newWidget, &released)
          }
        }
      }
      shard.store(
        held, for: settled, refinement == nil ? hash : self.hash(settled), now: now, weight: weight, &released
      )
      deadline = shard.nextDeadline
      count = shard.count
    }
    refinement?.prune(count) { keys }
    if let deadline, options.clock == nil { CacheSweeper.shared.note(self, deadline: deadline) }
    if weight > 0 { CacheBudget.enforce() }
    if metrics.isActive {
      metrics.missed(nanoseconds: nanoseconds)
      report()
    }
    if let failure {
      if let failure = failure as? E { throw failure }
      CacheLog.uncached(failure, identity.name)
    }
    return value
  }
}
