// A call below memory: looked up and written under the flight of its key, so that the threads and tasks of this process do
// it once. Everything that can fail here ends as a miss.

#if canImport(Darwin)
import Darwin
#else
import Glibc
#endif

extension KeyedCore {
  /// Where the result of a call lies below memory; nil for nowhere.
  ///
  /// - Throws: `UnstableKeyError` where the function may throw it; the flight is then over.
  func place<E: Error>(
    of key: Key, _ hash: Int, _ flight: Flight, _: E.Type
  ) throws(E) -> StorePlace<Value>? {
    guard let tier, let store = tier.store else { return nil }
    do {
      return StorePlace(tier, store, try tier.key(for: key))
    } catch {
      guard let error = error as? E else {
        CacheLog.unpersisted(error, identity)
        return nil
      }
      fail(key, hash, flight)
      throw error
    }
  }

  /// Looks below memory, and waits for another process that computes this key.
  func find(_ place: StorePlace<Value>, _ key: Key, _ hash: Int, _ flight: Flight) -> (
    value: Value, recording: ElementRecording?
  )? {
    var wait = ClaimWait()
    while true {
      switch place.look() {
      case .value(let value, let recording, let entry):
        return promote(value, recording, entry, place, key, hash, flight)
      case .nothing:
        flight.holdsLease = place.holdsLease
        return nil
      case .taken:
        guard mayWait, let pause = wait.next() else { return nil }
        var time = timespec(tv_sec: 0, tv_nsec: Int(pause))
        nanosleep(&time, nil)
      }
    }
  }

  /// Looks below memory, and waits for another process that computes this key.
  func find(
    isolation: isolated (any Actor)?, _ place: StorePlace<Value>, _ key: Key, _ hash: Int, _ flight: Flight
  ) async -> (value: Value, recording: ElementRecording?)? {
    var wait = ClaimWait()
    while true {
      let finding =
        place.store.mayBlock
        ? await StoreThreads.shared.run(isolation: isolation) { place.look() } : place.look()
      switch finding {
      case .value(let value, let recording, let entry):
        return promote(value, recording, entry, place, key, hash, flight)
      case .nothing:
        flight.holdsLease = place.holdsLease
        return nil
      case .taken:
        guard mayWait, !Task.isCancelled, let pause = wait.next() else { return nil }
        try? await Task.sleep(nanoseconds: UInt64(pause))
      }
    }
  }

  /// Whether waiting for another process will end: not so where it may be waiting for this one.
  private var mayWait: Bool { Computation.current?.chain.contains(where: \.holdsLease) != true }

  /// Puts a result from below into memory, for as long as it has left to live.
  private func promote(
    _ value: Value, _ recording: ElementRecording?, _ entry: StoredEntry, _ place: StorePlace<Value>,
    _ key: Key, _ hash: Int, _ flight: Flight
  ) -> (value: Value, recording: ElementRecording?)? {
    if let validate = options.validate, !validate(value) {
      place.remove()
      return nil
    }
    guard let bare = (try? copying.hold(value)) ?? nil else { return nil }
    let held = attended(bare, value, recording ?? ElementRecording())
    defer { flight.end() }
    let weight = weigh(value, held)
    let lifetime = entry.expires.map { max(0, $0 - place.store.now) }
    let problems = place.counts
    let now = now
    var deadline: Int64?
    change(shard(hash)) { shard, released in
      // It was counted as a miss when the flight began.
      shard.counts.misses -= 1
      shard.counts.storeHits += 1
      shard.counts.damaged += problems.damaged
      shard.counts.storeFailures += problems.failures
      guard shard.running.end(flight), !shard.isClosed else { return }
      shard.store(held, for: key, hash, now: now, weight: weight, lifetime: lifetime, &released)
      deadline = shard.nextDeadline
    }
    if let deadline, options.clock == nil { CacheSweeper.shared.note(self, deadline: deadline) }
    if weight > 0 { CacheBudget.enforce() }
    return (value, recording)
  }

  /// Writes what is kept of a result below memory.
  func write(
    _ value: Value, _ kept: Kept, to place: StorePlace<Value>, _ key: Key, _ hash: Int, _ flight: Flight
  ) {
    guard let held = kept.held else { return }
    write({ try bytes(of: value, held) }, held, to: place, key, hash, flight)
  }

  /// Writes what is kept of a result below memory.
  func write(
    isolation: isolated (any Actor)?, _ value: Value, _ kept: Kept, to place: StorePlace<Value>, _ key: Key,
    _ hash: Int, _ flight: Flight
  ) async {
    guard let held = kept.held else { return }
    guard place.store.mayBlock else { return write(value, kept, to: place, key, hash, flight) }
    // What callers share may change under the coder's hands, so it is encoded before anybody else has it.
    let shared = kind == .data ? nil : Result { try tier?.encode(value) }
    await StoreThreads.shared.run(isolation: isolation) {
      write({ try shared?.get() ?? bytes(of: value, held) }, held, to: place, key, hash, flight)
    }
  }

  private func write(
    _ bytes: () throws -> StoredBytes?, _ held: Held<Value>, to place: StorePlace<Value>, _ key: Key,
    _ hash: Int, _ flight: Flight
  ) {
    let shard = shard(hash)
    var recording: ElementRecording?
    if case .shown(let result) = held, !result.recording.isEmpty { recording = result.recording }
    place.write(bytes, shown: recording, limits: options.limits) {
      withLock(of: shard) { shard.pointee.running.isCurrent(flight) }
    }
  }

  private func bytes(of value: Value, _ held: Held<Value>) throws -> StoredBytes? {
    switch held {
    case .bytes(let bytes): StoredBytes(bytes)
    case .shown(let result): try self.bytes(of: value, result.held)
    case .value: try tier?.encode(value)
    }
  }

  // What handles ask for

  /// Takes every call of the function out of its store.
  func clearStore() {
    guard let tier, let store = tier.store else { return }
    tier.withAllGates { attempt { try store.remove(.function(tier.function)) } }
  }

  /// Takes one call out of the store; one whose key cannot leave the process is not there.
  func clearStore(_ key: Key) {
    guard let tier, let store = tier.store, let key = try? tier.key(for: key) else { return }
    tier.withGate(key) { attempt { try store.remove(.call(key)) } }
  }

  /// Whether the store has a result.
  func storeContains(_ key: Key) -> Bool {
    guard let tier, let store = tier.store, let key = try? tier.key(for: key) else { return false }
    return (try? store.contains(key)) ?? false
  }

  /// Writes a result that was not computed.
  ///
  /// - Throws: `UnstableKeyError` and `UnserializableReturnValueError`.
  func primeStore(_ key: Key, _ value: Value, _ held: Held<Value>) throws {
    guard let tier, let store = tier.store else { return }
    guard tier.canEncode else {
      guard kind != .legacy else { return CacheLog.unencodable(identity) }
      throw UnserializableReturnValueError(
        type: String(reflecting: type(of: value as Any)), function: identity.name)
    }
    let place = StorePlace(tier, store, try tier.key(for: key))
    place.write({ try bytes(of: value, held) }, limits: options.limits) { true }
  }

  private func attempt(_ body: () throws -> Void) {
    do { try body() } catch { CacheLog.clearFailed(error) }
  }
}
