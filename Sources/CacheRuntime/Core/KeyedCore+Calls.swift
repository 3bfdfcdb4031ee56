extension KeyedCore {
  /// What a caller does next.
  enum Step {
    case hit(Value, ElementRecording?)
    case wait(Flight)
    case compute(Flight)
  }

  /// The call when the plain path has found nothing.
  @usableFromInline func slowCall<E: Error>(_ key: Key, _ compute: () throws(E) -> Value) throws(E) -> Value {
    if CacheBypass.isBypassed(self) { return try compute() }
    if missesSimply, !CacheBudget.isLimited {
      let hash = self.hash(key)
      if let flight = beginSimply(key, hash) { return try make(key, hash, flight, nil, compute) }
    }
    return try wholeCall(key, compute)
  }

  /// The call that may need any of its steps; apart, for the sake of what `SimpleMisses` says.
  @inline(never) private func wholeCall<E: Error>(
    _ key: Key, _ compute: () throws(E) -> Value
  ) throws(E) -> Value {
    if let part = sessionPart { return try part.call(key, compute) }
    if let widgets { return try widgets.core.slowCall(widgets.key(key), compute) }
    var hasWaited = false
    while true {
      let key = refinement?.current(key) ?? key
      let hash = self.hash(key)
      switch look(key, hash, hasWaited: hasWaited) {
      case .hit(let value, let recording):
        guard let recording else { return value }
        return try replay(recording, key, hash, E.self) ? value : compute()
      case .wait(let flight):
        hasWaited = true
        let spinner = spinner(isWaiting: true)
        defer { spinner?.end() }
        guard let inside = Computation.current else {
          flight.waitBlocking()
          continue
        }
        guard WaitGraph.shared.add(inside, needs: flight) else {
          try refuseRecursion(E.self)
          return try compute()
        }
        flight.waitBlocking()
        WaitGraph.shared.remove(inside, needs: flight)
      case .compute(let flight):
        let place = try place(of: key, hash, flight, E.self)
        defer { place?.release() }
        if let place, let found = find(place, key, hash, flight) {
          guard let recording = found.recording else { return found.value }
          return try replay(recording, key, hash, E.self) ? found.value : compute()
        }
        return try make(key, hash, flight, place, compute)
      }
    }
  }

  /// Runs the function for a key whose computation has begun, and sees to its result.
  private func make<E: Error>(
    _ key: Key, _ hash: Int, _ flight: Flight, _ place: StorePlace<Value>?, _ compute: () throws(E) -> Value
  ) throws(E) -> Value {
    let watch = LoadWatch(spinner())
    let computation = computation(flight, key)
    let value: Value
    do throws(E) {
      value = try computation.run(compute)
    } catch {
      let time = watch.end()
      _ = computation.end()
      fail(key, hash, flight, nanoseconds: time)
      throw error
    }
    let time = watch.end()
    let trace = computation.end()
    if missesSimply, trace.isPlain, !CacheBudget.isLimited {
      settleSimply(value, key, hash, flight, nanoseconds: time)
      return value
    }
    return try settle(value, trace, key, hash, flight, place, nanoseconds: time, E.self)
  }

  /// Writes and stores the result of a computation, the whole way.
  @inline(never) private func settle<E: Error>(
    _ value: Value, _ trace: Computation.Trace, _ key: Key, _ hash: Int, _ flight: Flight,
    _ place: StorePlace<Value>?, nanoseconds: Int64, _: E.Type
  ) throws(E) -> Value {
    let kept = keep(value, trace, for: key)
    if let place { write(value, kept, to: place, key, hash, flight) }
    return try settle(value, kept, trace, key, hash, flight, place, nanoseconds: nanoseconds, E.self)
  }

  /// The call when the plain path has found nothing.
  @usableFromInline func slowCall<E: Error>(
    isolation: isolated (any Actor)?, _ key: Key, _ compute: () async throws(E) -> Value
  ) async throws(E) -> Value {
    if CacheBypass.isBypassed(self) { return try await compute() }
    if let part = sessionPart { return try await part.call(isolation: isolation, key, compute) }
    if let widgets { return try await widgets.core.slowCall(isolation: isolation, widgets.key(key), compute) }
    var hasWaited = false
    while true {
      let key = refinement?.current(key) ?? key
      let hash = self.hash(key)
      switch look(key, hash, hasWaited: hasWaited) {
      case .hit(let value, let recording):
        guard let recording else { return value }
        return try replay(recording, key, hash, E.self) ? value : await compute()
      case .wait(let flight):
        hasWaited = true
        let spinner = spinner(isWaiting: true)
        defer { spinner?.end() }
        // A cancelled waiter leaves where its function may say so; else it has to wait for its value.
        let cancellation = CancellationError() as? E
        let inside = Computation.current
        if let inside, !WaitGraph.shared.add(inside, needs: flight) {
          try refuseRecursion(E.self)
          return try await compute()
        }
        await flight.wait(isolation: isolation, untilCancelled: cancellation != nil)
        if let inside { WaitGraph.shared.remove(inside, needs: flight) }
        if let cancellation, Task.isCancelled { throw cancellation }
      case .compute(let flight):
        let place = try place(of: key, hash, flight, E.self)
        defer { place?.release() }
        if let place, let found = await find(isolation: isolation, place, key, hash, flight) {
          guard let recording = found.recording else { return found.value }
          return try replay(recording, key, hash, E.self) ? found.value : await compute()
        }
        let watch = LoadWatch(spinner())
        let computation = computation(flight, key)
        let value: Value
        do throws(E) {
          value = try await computation.run(isolation: isolation, compute)
        } catch {
          let time = watch.end()
          _ = computation.end()
          fail(key, hash, flight, nanoseconds: time)
          throw error
        }
        let time = watch.end()
        let trace = computation.end()
        let kept = keep(value, trace, for: key)
        if let place { await write(isolation: isolation, value, kept, to: place, key, hash, flight) }
        return try settle(value, kept, trace, key, hash, flight, place, nanoseconds: time, E.self)
      }
    }
  }

  private func refuseRecursion<E: Error>(_: E.Type) throws(E) {
    if let error = RecursiveCallError(function: identity.name) as? E { throw error }
  }

  /// What is shown while this call runs the function, or waits for another that does; nothing inside a computation.
  private func spinner(isWaiting: Bool = false) -> SpinnerRun? {
    guard Computation.current == nil else { return nil }
    return SpinnerRun.begin(
      options.showSpinner, showsTime: options.showTime, name: identity.name, isWaiting: isWaiting)
  }

  private func computation(_ flight: Flight, _ key: Key) -> Computation {
    Computation(flight, of: rules, widgets: refinement?.values(key) ?? [:])
  }

  /// Shows again what came with a result; no lock is held.
  ///
  /// - Returns: whether it could; if not, and the function cannot throw the reason, it has to run.
  private func replay<E: Error>(
    _ recording: ElementRecording, _ key: Key, _ hash: Int, _: E.Type
  ) throws(E) -> Bool {
    if let element = recording.outsideWrite {
      let error = ReplayClosureError(function: identity.name, element: element.rawValue)
      if let error = error as? E { throw error }
      CacheLog.unreplayable(error)
      return false
    }
    // Where nobody sees it, and no recording wants it, it need not be shown.
    guard ElementScope.current != nil || Computation.current != nil else { return true }
    recording.replay()
    let shard = shard(hash)
    withLock(of: shard) { shard.pointee.counts.replayedElements += recording.steps.count }
    return true
  }

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
  private func settle<E: Error>(
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

  var keys: [Key] {
    var all: [Key] = []
    forEachShard { shard, _ in all += shard.slots.map { shard.entries[$0].key } }
    return all
  }
}
