#if SharedStore

extension SharedStore {
  /// Keeps an entry for its life, unless something was cleared since `read` looked for it.
  ///
  /// - Throws: `SharedStoreFailure`, and why the value cannot be read.
  /// - Complexity: One round trip.
  public func write(_ entry: StoredEntry, for key: StoreKey) throws {
    let life = (entry.expires.map { max(0, $0) - max(0, now) } ?? options.lifetime.nanoseconds) / 1_000_000
    let seen = state.withLock { $0.sightings.take(key) }
    guard life > 0, try sayPendingClears() else { return }
    if case .some(nil) = seen { return counters.overtaken() }
    guard mayWrite() else { return counters.failed(.circuitOpen) }
    guard entry.count <= options.maxEntryBytes else {
      counters.tooLarge()
      throw SharedStoreFailure(
        address, "an entry of \(entry.count) bytes is larger than 'maxEntryBytes' (\(options.maxEntryBytes))")
    }
    do throws(ServerError) {
      let sighting: Sighting
      if let seen = seen ?? nil {
        sighting = seen
      } else {
        sighting = try current(try look(key), key.function)
      }
      let bytes: [UInt8]
      do { bytes = try entry.envelope(for: key) } catch { throw .refused("\(error)") }
      let envelope = SharedEnvelope.seal(
        bytes, sighting.generations, name: names.entry(key), options.secret)
      let function = key.function
      let isWritten = try pool.run(
        .write,
        keys: [names.entry(key), names.mark(key), names.ages(function), names.sizes(function)]
          + names.generations(of: function),
        [
          envelope, text(life), sighting.mark, text(function.maxEntries ?? 0), text(function.maxBytes ?? 0),
          names.entries, Array("\(key.digest)".utf8), text(entry.created / 1_000),
        ] + sighting.generations.map(\.bytes))
      state.withLock { $0.writing.succeeded() }
      if isWritten == 1 { counters.wrote() } else { counters.overtaken() }
    } catch {
      try failedToWrite(error)
    }
  }

  func mayWrite() -> Bool {
    let now = CoarseClock.now()
    return state.withLock { $0.writing.admit(now: now) } != .refuse
  }

  func failedToWrite(_ error: ServerError) throws {
    counters.failed(error)
    if error == .circuitOpen { return }
    let now = CoarseClock.now()
    state.withLock { $0.writing.failed(now: now, chance: .random(in: 0..<1)) }
    throw SharedStoreFailure(address, error)
  }

  func text(_ number: some BinaryInteger) -> [UInt8] { Array("\(number)".utf8) }
}

#endif
