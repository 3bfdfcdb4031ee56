#if SharedStore

extension SharedStore {
  /// The entry under this key, sealed, current and whole.
  ///
  /// - Throws: `StoreDamage`, `SharedStoreFailure`.
  /// - Complexity: One round trip; another where the function has never been seen by the server.
  public func read(_ key: StoreKey) throws -> StoredEntry? {
    let look: Look
    do throws(ServerError) {
      try sayPendingClears()
      look = try self.look(key)
    } catch {
      state.withLock { $0.sightings.note(nil, for: key) }
      return try missing(error)
    }
    if let entry = look.entry {
      counters.hit()
      return entry
    }
    counters.miss()
    // Where generations cannot be agreed on, what is computed now is not stored.
    let sighting = try? current(look, key.function)
    state.withLock { $0.sightings.note(sighting, for: key) }
    guard let damage = look.damage else { return nil }
    counters.unusable()
    // Read again it would be no better, and told again nothing new: who writes to the server does not fill the log.
    _ = try? pool.send([ServerCommand([Array("UNLINK".utf8), names.entry(key)])])
    guard state.withLock({ $0.toldDamage.insert("\(key.function.digest) \(damage)").inserted }) else {
      return nil
    }
    throw StoreDamage(damage)
  }

  /// Whether `read` would return an entry.
  ///
  /// - Throws: `SharedStoreFailure`.
  public func contains(_ key: StoreKey) throws -> Bool {
    do throws(ServerError) {
      try sayPendingClears()
      return try look(key).entry != nil
    } catch {
      let _: Bool? = try missing(error)
      return false
    }
  }

  /// Nothing, where the server is left alone; else the failure.
  func missing<Answer>(_ error: ServerError) throws -> Answer? {
    counters.failed(error)
    if error == .circuitOpen { return nil }
    throw SharedStoreFailure(address, error)
  }
}

#endif
