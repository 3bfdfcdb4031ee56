#if SharedStore

extension SharedStore {
  /// Asks to be the one that computes this key; the right is renewed until it is given back.
  ///
  /// - Throws: `SharedStoreFailure`.
  /// - Complexity: One round trip.
  public func claim(_ key: StoreKey) throws -> StoreClaim {
    guard mayWrite() else { return .unsupported }
    do throws(ServerError) {
      let lease = try keeper.take(names.lease(key))
      state.withLock { $0.writing.succeeded() }
      guard let lease else { return .taken }
      counters.leased()
      return .mine(lease)
    } catch {
      try failedToWrite(error)
      return .unsupported
    }
  }
}

#endif
