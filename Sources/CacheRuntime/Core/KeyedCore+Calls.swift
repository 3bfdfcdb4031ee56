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
}
