/// The place of one computation below memory: where its result was looked for, and where it will be written.
final class StorePlace<Value>: @unchecked Sendable {
  /// What looking below memory has found.
  enum Finding {
    case value(Value, ElementRecording?, StoredEntry)
    /// Nothing; the caller computes.
    case nothing
    /// Nothing yet: another process computes it.
    case taken
  }

  let tier: LowerTier<Value>
  let store: any CacheStore
  let key: StoreKey
  private let lease = Guarded<(any StoreLease)?>(nil)
  private let counted = Guarded(StoreCounts())

  init(_ tier: LowerTier<Value>, _ store: any CacheStore, _ key: StoreKey) {
    self.tier = tier
    self.store = store
    self.key = key
  }

  deinit { release() }

  /// Whether other processes wait for this computation.
  var holdsLease: Bool { lease.withLock { $0 != nil } }
  /// What has gone wrong so far.
  var counts: StoreCounts { counted.withLock { $0 } }

  /// Looks once, and asks to be the one that computes.
  func look() -> Finding {
    if let found = read() { return found }
    guard tier.isCoordinated else { return .nothing }
    do {
      switch try store.claim(key) {
      case .unsupported: return .nothing
      case .taken: return .taken
      case .mine(let lease):
        self.lease.withLock { $0 = lease }
        // Who had it before may have written since the first look.
        if let found = read() {
          release()
          return found
        }
        return .nothing
      }
    } catch {
      failed(error)
      return .nothing
    }
  }

  private func read() -> Finding? {
    do {
      guard let entry = try store.read(key) else { return nil }
      if let value = tier.value(of: entry) { return .value(value, try tier.recording(of: entry), entry) }
      CacheLog.damaged("its value has another shape or does not decode", key.function)
      counted.withLock { $0.damaged += 1 }
      try store.remove(.call(key))
    } catch {
      failed(error)
    }
    return nil
  }

  /// Writes a result, unless a `clear` came in between.
  func write(
    _ bytes: () throws -> StoredBytes?, shown recording: ElementRecording? = nil, limits: StoreLimits,
    isCurrent: () -> Bool
  ) {
    do {
      guard let bytes = try bytes() else { return }
      let elements = try recording.map { try $0.encoded() }
      try tier.withGate(key) {
        guard isCurrent() else { return }
        try store.write(tier.entry(bytes, elements, limits: limits, now: store.now), for: key)
      }
    } catch {
      failed(error)
    }
  }

  /// Takes the entry out.
  func remove() {
    do { try store.remove(.call(key)) } catch { failed(error) }
  }

  /// Lets others compute.
  func release() {
    let held = lease.withLock { lease in
      defer { lease = nil }
      return lease
    }
    held?.release()
  }

  private func failed(_ error: any Error) {
    if let damage = error as? StoreDamage {
      try? store.remove(.call(key))
      CacheLog.damaged(damage.description, key.function)
      counted.withLock { $0.damaged += 1 }
    } else {
      CacheLog.storeFailed(error, key.function)
      counted.withLock { $0.failures += 1 }
    }
  }
}

/// What went wrong below memory during one call.
struct StoreCounts {
  var damaged = 0
  var failures = 0
}
