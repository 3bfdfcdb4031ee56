/// A store in this process, for tests: whatever shares it shares results as over a disk.
public final class MemoryStore: CacheStore {
  private struct State {
    var entries: [StoreKey: (bytes: [UInt8], sequence: Int)] = [:]
    var claimed: Set<StoreKey> = []
    var sequence = 0
  }

  private let state = Guarded(State())
  private let clock: any CacheClock

  /// An empty store that lives by this clock.
  public init(clock: any CacheClock = WallClock()) { self.clock = clock }

  /// A task may wait for it.
  public var mayBlock: Bool { false }
  /// The time of its clock.
  public var now: Int64 { clock.now() }

  /// The entry under this key.
  public func read(_ key: StoreKey) throws -> StoredEntry? {
    guard let bytes = state.withLock({ $0.entries[key]?.bytes }) else { return nil }
    do {
      let entry = try StoredEntry(envelope: bytes, for: key)
      if !entry.isExpired(at: now) { return entry }
      state.withLock { $0.entries[key] = nil }
      return nil
    } catch {
      state.withLock { $0.entries[key] = nil }
      throw StoreDamage("\(error)")
    }
  }

  /// Keeps an entry, and lets the oldest of its function go beyond the bounds.
  public func write(_ entry: StoredEntry, for key: StoreKey) throws {
    let bytes = try entry.envelope(for: key)
    let function = key.function
    state.withLock { state in
      state.sequence += 1
      state.entries[key] = (bytes, state.sequence)
      guard function.maxEntries != nil || function.maxBytes != nil else { return }
      let own = state.entries.filter { $0.key.function.digest == function.digest }
        .sorted { $0.value.sequence > $1.value.sequence }
      var (count, sum) = (0, 0)
      for (key, held) in own {
        count += 1
        sum += held.bytes.count
        if count > function.maxEntries ?? .max || sum > function.maxBytes ?? .max {
          state.entries[key] = nil
        }
      }
    }
  }

  /// Takes out what is selected.
  public func remove(_ selection: StoreSelection) throws {
    state.withLock { state in
      switch selection {
      case .call(let key): state.entries[key] = nil
      case .function(let function):
        state.entries = state.entries.filter { $0.key.function.digest != function.digest }
      case .tags(let tags):
        state.entries = state.entries.filter { !$0.key.function.tags.contains(where: tags.contains) }
      case .kind(let kind): state.entries = state.entries.filter { $0.key.function.kind != kind }
      case .everything: state.entries = [:]
      }
    }
  }

  /// The key for one that asks, until it is given back.
  public func claim(_ key: StoreKey) throws -> StoreClaim {
    guard state.withLock({ $0.claimed.insert(key).inserted }) else { return .taken }
    return .mine(Lease { [state] in state.withLock { _ = $0.claimed.remove(key) } })
  }

  /// What is in it, by module and name.
  public func functions() throws -> [StoredFunction] {
    let now = now
    let entries = state.withLock { $0.entries }
    return Dictionary(grouping: entries) { $0.key.function.digest }.values.compactMap { group in
      guard let function = group.first?.key.function else { return nil }
      let whole = group.compactMap { try? StoredEntry(envelope: $0.value.bytes, for: $0.key) }
      return StoredFunction(
        digest: function.digest, module: function.module, name: function.name, kind: function.kind,
        entries: group.count, expired: whole.filter { $0.isExpired(at: now) }.count,
        bytes: group.reduce(0) { $0 + $1.value.bytes.count }, oldest: whole.map(\.created).min() ?? 0,
        newest: whole.map(\.created).max() ?? 0)
    }
    .sorted { ($0.module, $0.name) < ($1.module, $1.name) }
  }

  /// Changes the bytes of an entry as they lie here, for tests of what a store does about damage.
  package func damage(_ key: StoreKey, _ change: (inout [UInt8]) -> Void) {
    state.withLock { if $0.entries[key] != nil { change(&$0.entries[key, default: ([], 0)].bytes) } }
  }

  private final class Lease: StoreLease {
    private let action: @Sendable () -> Void
    init(_ action: @escaping @Sendable () -> Void) { self.action = action }
    func release() { action() }
  }
}

/// A store that keeps nothing: every call below memory is a miss.
public final class NoStore: CacheStore {
  /// The store without entries.
  public init() {}

  /// A task may wait for it.
  public var mayBlock: Bool { false }
  /// Nothing.
  public func read(_ key: StoreKey) throws -> StoredEntry? { nil }
  /// Keeps nothing.
  public func write(_ entry: StoredEntry, for key: StoreKey) throws {}
  /// There is nothing to take out.
  public func remove(_ selection: StoreSelection) throws {}
}
