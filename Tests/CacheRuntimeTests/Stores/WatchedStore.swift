import Testing

@testable import CacheRuntime

/// A store that notes what is asked of the one below it, and fails where told to.
final class WatchedStore: CacheStore {
  let below: any CacheStore
  let calls = Calls()
  let fails = Guarded<Set<String>>([])

  init(_ below: any CacheStore = MemoryStore()) { self.below = below }

  struct Broken: Error {}

  private func note(_ call: String) throws {
    calls.add(call)
    if fails.withLock({ $0.contains(call) }) { throw Broken() }
  }

  var mayBlock: Bool { below.mayBlock }
  var now: Int64 { below.now }
  func check(_ function: StoreFunction) throws { try note("check") }
  func read(_ key: StoreKey) throws -> StoredEntry? {
    try note("read")
    return try below.read(key)
  }
  func write(_ entry: StoredEntry, for key: StoreKey) throws {
    try note("write")
    try below.write(entry, for: key)
  }
  func contains(_ key: StoreKey) throws -> Bool {
    try note("contains")
    return try below.contains(key)
  }
  func remove(_ selection: StoreSelection) throws {
    // What other tests clear by tag reaches every store of the process.
    if case .tags = selection {} else { try note("remove") }
    try below.remove(selection)
  }
  func claim(_ key: StoreKey) throws -> StoreClaim {
    try note("claim")
    return try below.claim(key)
  }
}

extension PersistOption {
  static func watched(_ store: WatchedStore, coordinated: Bool = false) -> PersistOption {
    .store(store, coordinated: coordinated)
  }
}
