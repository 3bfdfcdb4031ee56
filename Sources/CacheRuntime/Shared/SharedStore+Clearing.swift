#if SharedStore

extension SharedStore {
  /// Makes what is selected invalid on all machines, at once; what was cleared stays on the server until its life is over.
  ///
  /// - Throws: `SharedStoreFailure`; the clear is then said again before anything is read.
  /// - Complexity: One round trip.
  public func remove(_ selection: StoreSelection) throws {
    do throws(ServerError) {
      try say(selection)
    } catch {
      state.withLock { $0.pending.add(selection) }
      counters.failed(error)
      throw SharedStoreFailure(address, error)
    }
  }

  private func say(_ selection: StoreSelection) throws(ServerError) {
    let all: [[UInt8]]
    var after: [ServerCommand] = []
    var life = generationLife
    switch selection {
    case .call(let key):
      all = [names.mark(key)]
      life = Self.markLife
      after = [ServerCommand([Array("UNLINK".utf8), names.entry(key)])]
    case .function(let function): all = [names.function(function)]
    case .tags(let tags): all = tags.map(names.tag)
    case .kind(let kind): all = [names.kind(kind)]
    case .everything: all = [names.everything]
    }
    let generation = Generation.new().bytes
    let replies = try pool.send(
      all.map { ServerCommand([Array("SET".utf8), $0, generation, Array("PX".utf8), text(life)]) } + after)
    for reply in replies.prefix(all.count) { try reply.expectOK() }
    guard case .call(let key) = selection else { return }
    _ = try replies.last?.expectInteger()
    state.withLock { $0.sightings.markAgain(key, generation) }
  }

  /// Says the clears that the server has not heard of; until it has, nothing is read from it.
  func sayPendingClears() throws(ServerError) {
    for selection in state.withLock({ $0.pending.selections }) {
      try say(selection)
      state.withLock { $0.pending.remove([selection]) }
    }
  }
}

#endif
