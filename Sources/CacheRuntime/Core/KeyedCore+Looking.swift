// What a call finds in memory.

extension KeyedCore {
  /// Finds a result that is valid, or a place among those who make it; a call counts as one that waits once.
  func look(_ key: Key, _ hash: Int, hasWaited: Bool) -> Step {
    let shard = shard(hash)
    while true {
      let now = now
      var step: Step?
      var found: (held: Held<Value>, sequence: UInt64)?
      withLock(of: shard) {
        readNotes()
        if let slot = shard.pointee.find(key, hash) {
          let entry = shard.pointee.entries[slot]
          guard shard.pointee.staleness(entry, now: now) == nil else { return }
          found = (entry.held, entry.sequence)
          shard.pointee.use(slot, now: now)
          return
        }
        switch shard.pointee.running.join(key, hash) {
        case .wait(let flight):
          shard.pointee.counts.waits += hasWaited ? 0 : 1
          step = .wait(flight)
        case .compute(let flight):
          shard.pointee.counts.misses += 1
          step = .compute(flight)
        }
      }
      if let step { return step }
      guard let found else {
        change(shard) { shard, released in shard.removeStale(key, hash, now: now, &released) }
        continue
      }
      if let value = check(found.held) {
        stripes.countHit(shard: shard - shards)
        if case .shown(let result) = found.held, !result.recording.isEmpty {
          return .hit(value, result.recording)
        }
        return .hit(value, nil)
      }
      change(shard) { shard, released in
        if let slot = shard.find(key, hash), shard.entries[slot].sequence == found.sequence {
          shard.remove(slot, .invalid, &released)
        }
      }
    }
  }

  /// The caller's own value of what is held, unless it is refused; no lock is held.
  private func check(_ held: Held<Value>) -> Value? {
    // What cannot be decoded any more is computed anew.
    guard let value = (try? copying.value(of: held)) ?? nil else { return nil }
    if let validate = options.validate, !validate(value) { return nil }
    if case .shown(let result) = held, let digest = result.digest, OutputDigest.of(value) != digest {
      CacheLog.mutated(identity)
    }
    return value
  }
}
