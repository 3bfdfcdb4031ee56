#if SharedStore

extension SharedStore {
  /// Keeps an entry for its life, unless something was cleared since `read` looked for it.
  ///
  /// - Throws: `SharedStoreFailure`, and why the value cannot be read.
  /// - Complexity: One round trip.
  public func write(_ entry: StoredEntry, for key: StoreKey) throws {
    let life = life(of: entry)
    let seen = state.withLock { $0.sightings.take(key) }
    guard life > 0 else { return }
    if case .some(nil) = seen { return counters.overtaken() }
    guard entry.count <= options.maxEntryBytes else {
      counters.tooLarge()
      throw SharedStoreFailure(
        address, "an entry of \(entry.count) bytes is larger than 'maxEntryBytes' (\(options.maxEntryBytes))")
    }
    guard mayWrite() else { return counters.failed(.circuitOpen) }
    do throws(ServerError) {
      try sayPendingClears()
      let sighting: Sighting
      if let seen = seen ?? nil {
        sighting = seen
      } else {
        sighting = try current(try look(key), key.function)
      }
      let bytes: [UInt8]
      do { bytes = try entry.envelope(for: key) } catch { throw .refused("\(error)") }
      let envelope = SharedEnvelope.seal(
        bytes, sighting.generations, title: Self.title(of: key.function), name: names.entry(key),
        options.secret)
      let function = key.function
      let isWritten = try pool.run(
        .write,
        keys: [names.entry(key), names.mark(key), names.ages(function), names.sizes(function)]
          + names.generations(of: function),
        [
          envelope, text(life), sighting.mark, text(function.maxEntries ?? 0), text(function.maxBytes ?? 0),
          names.entries, Array("\(key.digest)".utf8), text(entry.created),
        ] + sighting.generations.map(\.bytes))
      state.withLock { $0.writing.succeeded() }
      if isWritten == 1 { counters.wrote() } else { counters.overtaken() }
    } catch {
      try failedToWrite(error)
    }
  }

  /// How long the server keeps an entry, in milliseconds; nothing for one that is over.
  private func life(of entry: StoredEntry) -> Int64 {
    let lifetime = options.lifetime.nanoseconds / 1_000_000
    guard let expires = entry.expires else { return lifetime }
    let (left, overflows) = expires.subtractingReportingOverflow(now)
    guard left > 0, !overflows else { return 0 }
    // By a clock of one's own the server cannot count.
    return options.clock == nil ? max(1, left / 1_000_000) : max(lifetime, left / 1_000_000)
  }

  func mayWrite() -> Bool {
    let now = CoarseClock.now()
    return state.withLock { $0.writing.admit(now: now) } != .refuse
  }

  /// A refusal closes the way for writing alone; whether the server answers at all is for the pool to know.
  func failedToWrite(_ error: ServerError) throws {
    counters.failed(error)
    let now = CoarseClock.now()
    state.withLock {
      if error.isOfConnection || error == .busy {
        $0.writing.undecided(now: now)
      } else {
        $0.writing.failed(now: now, chance: .random(in: 0..<1))
      }
    }
    if error != .circuitOpen { throw SharedStoreFailure(address, error) }
  }

  func text(_ number: some BinaryInteger) -> [UInt8] { Array("\(number)".utf8) }
}

#endif
