#if SharedStore

extension SharedStore {
  /// What is on the server under this store's name and still current, a line a function.
  ///
  /// Titles and times are shown as they stand there; nothing is verified, and nothing is used.
  ///
  /// - Throws: `SharedStoreFailure`.
  /// - Complexity: The server walks over all its keys, a few hundred at a time, other people's too.
  public func functions() throws -> [StoredFunction] {
    do throws(ServerError) {
      var listing = StoreListing(now: now)
      var cursor = Array("0".utf8)
      repeat {
        let page = try scan(cursor)
        cursor = page.cursor
        for entry in try titles(of: page.keys) { listing.add(entry) }
      } while cursor != Array("0".utf8)
      return listing.functions
    } catch {
      counters.failed(error)
      throw SharedStoreFailure(address, error)
    }
  }

  /// What a function is called in the entries themselves.
  static func title(of function: StoreFunction) -> [UInt8] {
    Array(
      ([function.kind.rawValue, function.module, function.name] + function.tags).joined(separator: "\0").utf8)
  }

  private func scan(_ cursor: [UInt8]) throws(ServerError) -> (cursor: [UInt8], keys: [[UInt8]]) {
    let command = [Array("SCAN".utf8), cursor, Array("MATCH".utf8), names.entries + [UInt8(ascii: "*")]]
    let reply = try pool.send([ServerCommand(command + [Array("COUNT".utf8), Array("200".utf8)])]).first
    guard case .array(let parts)? = reply, parts.count == 2, let next = try parts[0].expectBytes(),
      case .array(let keys) = parts[1]
    else { throw reply?.unexpected("a page of keys") ?? .garbage("no answer") }
    var names: [[UInt8]] = []
    for key in keys { if let name = try key.expectBytes() { names.append(name) } }
    return (next, names)
  }

  private func titles(of keys: [[UInt8]]) throws(ServerError) -> [StoreListing.Entry] {
    guard !keys.isEmpty else { return [] }
    // Room for the heads of both envelopes; only a value of some hundred large arrays has a longer one.
    let most = SharedEnvelope.longestHeader + 16_384
    let replies = try pool.send(
      keys.flatMap {
        [
          ServerCommand([Array("GETRANGE".utf8), $0, Array("0".utf8), Array("\(most)".utf8)]),
          ServerCommand([Array("STRLEN".utf8), $0]),
        ]
      })
    guard replies.count == 2 * keys.count else { throw .garbage("\(replies.count) answers") }
    var current: [StoreListing.Names: Bool] = [:]
    var entries: [StoreListing.Entry] = []
    for index in keys.indices {
      guard let bytes = try replies[2 * index].expectBytes(),
        let entry = StoreListing.Entry(bytes, size: Int(clamping: try replies[2 * index + 1].expectInteger()))
      else { continue }
      let names = StoreListing.Names(entry, self.names)
      if current[names] == nil { current[names] = try isCurrent(names) }
      if current[names] == true { entries.append(entry) }
    }
    return entries
  }

  private func isCurrent(_ names: StoreListing.Names) throws(ServerError) -> Bool {
    let reply = try pool.send([ServerCommand([Array("MGET".utf8)] + names.names)]).first
    let values = try reply?.expectBytes(count: names.names.count) ?? []
    return values.map { $0.flatMap(Generation.init) } == names.generations
  }
}

/// The lines of a listing in the making.
struct StoreListing {
  /// What the beginning of an entry says of it.
  struct Entry {
    let function: StoreFunction
    let generations: [Generation]
    let size: Int
    let created: Int64
    let expires: Int64?

    init?(_ bytes: [UInt8], size: Int) {
      guard let header = try? SharedEnvelope.header(bytes[...]),
        let entry = try? bytes.withUnsafeBytes({ bytes in
          try StoredEntryHeader.read(UnsafeRawBufferPointer(rebasing: bytes[header.end...])).0
        })
      else { return nil }
      let parts = header.title.split(separator: 0, omittingEmptySubsequences: false).map {
        String(decoding: $0, as: UTF8.self)
      }
      guard parts.count >= 3, let kind = CacheKind(rawValue: parts[0]) else { return nil }
      function = StoreFunction(
        digest: entry.function, module: parts[1], name: parts[2], kind: kind, tags: Array(parts.dropFirst(3)))
      generations = header.generations
      self.size = size
      created = entry.created
      expires = entry.expires
    }
  }

  /// The generations that an entry was written with, under their names.
  struct Names: Hashable {
    let names: [[UInt8]]
    let generations: [Generation?]

    init(_ entry: Entry, _ names: SharedStoreNames) {
      self.names = names.generations(of: entry.function)
      generations = entry.generations
    }
  }

  let now: Int64
  private var lines: [StoreDigest: StoredFunction] = [:]

  init(now: Int64) { self.now = now }

  mutating func add(_ entry: Entry) {
    let line = lines[entry.function.digest]
    let isExpired = entry.expires.map { now >= $0 } ?? false
    lines[entry.function.digest] = StoredFunction(
      digest: entry.function.digest, module: entry.function.module, name: entry.function.name,
      kind: entry.function.kind, entries: (line?.entries ?? 0) + 1,
      expired: (line?.expired ?? 0) + (isExpired ? 1 : 0), bytes: (line?.bytes ?? 0) + entry.size,
      oldest: min(line?.oldest ?? .max, entry.created), newest: max(line?.newest ?? .min, entry.created))
  }

  var functions: [StoredFunction] {
    lines.values.sorted { ($0.module, $0.name) < ($1.module, $1.name) }
  }
}

#endif
