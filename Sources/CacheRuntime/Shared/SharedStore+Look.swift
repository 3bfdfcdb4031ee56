#if SharedStore

extension SharedStore {
  /// What one look at the server has shown of a key.
  struct Look {
    var entry: StoredEntry?
    /// What is wrong with the bytes that are there.
    var damage: String?
    var mark: [UInt8] = []
    var generations: [Generation?] = []
  }

  func look(_ key: StoreKey) throws(ServerError) -> Look {
    let name = names.entry(key)
    let others = [names.mark(key)] + names.generations(of: key.function)
    let replies = try pool.send([
      ServerCommand([Array("MGET".utf8), name] + others), ServerCommand([Array("PTTL".utf8), name]),
    ])
    guard replies.count == 2 else { throw .garbage("\(replies.count) answers instead of 2") }
    let values = try replies[0].expectBytes(count: others.count + 1)
    let life = try replies[1].expectInteger()
    var look = Look(
      mark: values[1] ?? [], generations: values.dropFirst(2).map { $0.flatMap(Generation.init) })
    guard let bytes = values[0], life != -2 else { return look }
    let generations: [Generation]
    do {
      let opened = try SharedEnvelope.open(bytes, name: name, secret)
      generations = opened.generations
      let entry = try StoredEntry(envelope: opened.entry, for: key)
      if look.generations == generations { look.entry = living(entry, life) }
    } catch {
      look.damage = "\(error)"
    }
    return look
  }

  /// The entry with its end by this machine's clock, unless that is past.
  private func living(_ entry: StoredEntry, _ life: Int64) -> StoredEntry? {
    guard let expires = entry.expires else { return entry }
    if hasOwnClock { return entry.isExpired(at: now) ? nil : entry }
    // The server counts down whatever the machines' clocks say; only who extends a life on the server is found out by them.
    guard now < Self.sum(expires, Self.clockSkew) else { return nil }
    var entry = entry
    if life >= 0 { entry.expires = Self.sum(now, min(life, .max / 1_000_000) * 1_000_000) }
    return entry
  }

  private static func sum(_ first: Int64, _ second: Int64) -> Int64 {
    let (sum, overflows) = first.addingReportingOverflow(second)
    return overflows ? .max : sum
  }

  /// What was current at a look; generations that the server does not know are agreed on now.
  func current(_ look: Look, _ function: StoreFunction) throws(ServerError) -> Sighting {
    var known = look.generations
    let names = names.generations(of: function)
    // Once where there is none yet; a second time, and whatever is there, where it is none of ours.
    for condition in [["NX"], []] {
      let unknown = known.indices.filter { known[$0] == nil }
      if unknown.isEmpty { break }
      let replies = try pool.send(
        unknown.flatMap { index in
          [
            ServerCommand(
              [
                Array("SET".utf8), names[index], Generation.new().bytes, Array("PX".utf8),
                text(generationLife),
              ]
                + condition.map { Array($0.utf8) }),
            ServerCommand([Array("GET".utf8), names[index]]),
          ]
        })
      guard replies.count == 2 * unknown.count else { throw .garbage("\(replies.count) answers") }
      for (place, index) in unknown.enumerated() {
        if case .error(let text) = replies[2 * place] { throw .refused(text) }
        known[index] = try? replies[2 * place + 1].expectBytes().flatMap(Generation.init)
      }
    }
    let generations = known.compactMap { $0 }
    guard generations.count == known.count else { throw .garbage("no generation under its name") }
    return Sighting(mark: look.mark, generations: generations)
  }

  /// How long a generation is kept beyond the last entry that was written with it, in milliseconds. One that is lost makes
  /// its entries invalid and nothing else.
  var generationLife: Int64 { options.lifetime.nanoseconds / 1_000_000 }
  private var hasOwnClock: Bool { options.clock != nil }
  private var secret: SharedStoreSecret? { options.secret }
}

#endif
