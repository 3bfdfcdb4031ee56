// What handles ask for beside calls.

extension KeyedCore {
  /// Forgets the result of one call; a computation of it that is under way will not be stored.
  func clear(_ key: Key) {
    if let part = sessionPart { return part.clear(key) }
    if let widgets { return widgets.clear(key) }
    let hash = self.hash(key)
    change(shard(hash)) { shard, released in
      shard.running.detach(key, hash)
      if let slot = shard.find(key, hash) { shard.remove(slot, .cleared, &released) }
    }
    clearStore(key)
  }

  /// Forgets the results under these keys; computations of them that are under way will not be stored.
  ///
  /// - Complexity: O(*n*) in the number of results.
  func removeAll(where matches: (Key) -> Bool) {
    change { shard, released in
      shard.running.detach(where: matches)
      for slot in shard.slots where matches(shard.entries[slot].key) {
        shard.remove(slot, .cleared, &released)
      }
    }
  }

  /// Whether a call would find a result; asking does not count as use.
  func contains(_ key: Key) -> Bool {
    if let part = sessionPart { return part.contains(key) }
    if let widgets { return widgets.core.contains(widgets.key(key)) }
    let (hash, now) = (self.hash(key), now)
    let shard = shard(hash)
    let isInMemory = withLock(of: shard) {
      guard let slot = shard.pointee.find(key, hash) else { return false }
      return shard.pointee.staleness(shard.pointee.entries[slot], now: now) == nil
    }
    return isInMemory || storeContains(key)
  }

  /// Stores a result as if the function had returned it.
  ///
  /// - Throws: `UnserializableReturnValueError`.
  func prime(_ key: Key, _ value: Value) throws {
    if let part = sessionPart { return try part.prime(key, value) }
    if let widgets { return try widgets.core.prime(widgets.key(key), value) }
    guard options.limits.ttl != 0, options.limits.idle != 0, key == key else { return }
    if let storeIf = options.storeIf, !storeIf(value) { return }
    guard let bare = (try? copying.hold(value)) ?? nil else {
      throw UnserializableReturnValueError(
        type: String(reflecting: type(of: value as Any)), function: identity.name)
    }
    let held = attended(bare, value, ElementRecording())
    let (hash, now) = (self.hash(key), now)
    let weight = weigh(value, held)
    var deadline: Int64?
    change(shard(hash)) { shard, released in
      shard.running.detach(key, hash)
      guard !shard.isClosed else { return }
      shard.store(held, for: key, hash, now: now, weight: weight, &released)
      deadline = shard.nextDeadline
    }
    if let deadline, options.clock == nil { CacheSweeper.shared.note(self, deadline: deadline) }
    if weight > 0 { CacheBudget.enforce() }
    try primeStore(key, value, held)
  }

  /// Why a call would find a result, or why not.
  func explain(_ key: Key, parameters: [String]) -> CacheExplanation {
    if let part = sessionPart { return part.explain(key, parameters: parameters) }
    if let widgets { return widgets.core.explain(widgets.key(key), parameters: parameters) }
    let (hash, now) = (self.hash(key), now)
    let own = shard(hash)
    var outcome: CacheExplanation.Outcome?
    withLock(of: own) {
      if let slot = own.pointee.find(key, hash) {
        let entry = own.pointee.entries[slot]
        if let cause = own.pointee.staleness(entry, now: now) {
          outcome = .removed(cause)
        } else {
          let (age, overflows) = now.subtractingReportingOverflow(entry.stored)
          outcome = .hit(age: .nanoseconds(overflows ? .max : max(0, age)))
        }
      } else if let cause = own.pointee.removals.cause(of: hash) {
        outcome = .removed(cause)
      }
    }
    if case .hit? = outcome {} else if storeContains(key) { outcome = .stored }
    if outcome == nil { outcome = nearest(to: key, parameters) }
    return CacheExplanation(function: identity.name, outcome: outcome ?? .neverCalled)
  }

  /// The differences from the held call that has most parts in common.
  private func nearest(to key: Key, _ parameters: [String]) -> CacheExplanation.Outcome? {
    let asked = keyParts(of: key)
    var best: [CacheExplanation.Difference]?
    // Values are described by their own code, which runs under no lock.
    for other in keys {
      let held = keyParts(of: other)
      guard held.count == asked.count else { continue }
      let differences = zip(asked, held).enumerated().compactMap { index, pair in
        pair.0 == pair.1
          ? nil
          : CacheExplanation.Difference(
            parameter: index < parameters.count ? parameters[index] : "argument \(index)",
            asked: pair.0.description, held: pair.1.description)
      }
      if differences.count < best?.count ?? .max { best = differences }
    }
    return best.map { .differs($0) }
  }
}
