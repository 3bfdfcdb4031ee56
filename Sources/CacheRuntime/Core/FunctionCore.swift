/// The cache of one function, whatever its keys and values are.
public class FunctionCore: @unchecked Sendable {
  /// Which function it is.
  public let identity: FunctionIdentity
  /// What it holds.
  public let kind: CacheKind

  init(identity: FunctionIdentity, kind: CacheKind) {
    self.identity = identity
    self.kind = kind
  }

  /// Forgets every result.
  public func clear() {}

  /// The numbers so far.
  public var statistics: CacheStatistics { CacheStatistics() }
}

/// What the cache of a function did so far.
public struct CacheStatistics: Hashable, Sendable {
  /// Calls that found a result.
  public var hits = 0
  /// Calls that ran the function.
  public var misses = 0
  /// Results held now.
  public var entries = 0

  /// No calls at all.
  public init() {}
}

/// The cache of one function whose keys and values are of these types.
public final class KeyedCore<Key: Hashable, Value>: FunctionCore, @unchecked Sendable {
  let options: CacheOptions<Value>
  private let lock = CacheLock()
  private let clock: any CacheClock
  private let nodes: KeyNodeBuilder

  // Guarded by `lock`.
  private var entries: [Key: Entry] = [:]
  private var order: [(key: Key, sequence: Int)] = []
  private var oldest = 0
  private var sequence = 0
  private var generation = 0
  private var flights: [Key: Flight] = [:]
  private var counts = CacheStatistics()

  private struct Entry {
    var value: Value
    var expires: Int64
    var sequence: Int
  }

  init(
    identity: FunctionIdentity, kind: CacheKind, options: CacheOptions<Value>,
    clock: any CacheClock = CoarseClock()
  ) {
    self.options = options
    self.clock = clock
    self.nodes = KeyNodeBuilder(options.hashFuncs)
    super.init(identity: identity, kind: kind)
    if options.persist != .none { CacheLog.missingDiskStore(function: identity.name) }
  }

  public override func clear() {
    lock.withLock {
      entries = [:]
      order = []
      oldest = 0
      generation += 1
    }
  }

  public override var statistics: CacheStatistics {
    lock.withLock {
      var counts = counts
      counts.entries = entries.count
      return counts
    }
  }

  func clear(_ key: Key) {
    lock.withLock {
      entries[key] = nil
      generation += 1
    }
  }

  func contains(_ key: Key) -> Bool {
    lock.withLock { find(key) != nil }
  }

  /// The result for this key: the one held, or what `compute` returns.
  ///
  /// - Complexity: O(1) on a hit.
  public func call<E: Error>(_ key: Key, _ compute: () throws(E) -> Value) throws(E) -> Value {
    while true {
      switch begin(key) {
      case .hit(let value): return value
      case .wait(let flight): flight.waitBlocking()
      case .recursive(let error):
        if let error = error as? E { throw error }
        return try compute()
      case .compute(let flight, let generation):
        let value: Value
        do throws(E) {
          value = try Computation.run(flight, compute)
        } catch {
          end(flight, key)
          throw error
        }
        store(value, for: key, generation)
        end(flight, key)
        return value
      }
    }
  }

  /// The result for this key: the one held, or what `compute` returns.
  ///
  /// - Complexity: O(1) on a hit.
  public func call<E: Error>(
    isolation: isolated (any Actor)? = #isolation, _ key: Key, _ compute: () async throws(E) -> Value
  ) async throws(E) -> Value {
    while true {
      switch begin(key) {
      case .hit(let value): return value
      case .wait(let flight): await flight.wait()
      case .recursive(let error):
        if let error = error as? E { throw error }
        return try await compute()
      case .compute(let flight, let generation):
        let value: Value
        do throws(E) {
          value = try await Computation.run(isolation: isolation, flight, compute)
        } catch {
          end(flight, key)
          throw error
        }
        store(value, for: key, generation)
        end(flight, key)
        return value
      }
    }
  }

  private enum Begin {
    case hit(Value)
    case wait(Flight)
    case compute(Flight, generation: Int)
    case recursive(RecursiveCallError)
  }

  private func begin(_ key: Key) -> Begin {
    lock.withLock {
      if let value = find(key) {
        counts.hits += 1
        return .hit(value)
      }
      if let flight = flights[key] {
        if Computation.isRunning(flight) { return .recursive(RecursiveCallError(function: identity.name)) }
        return .wait(flight)
      }
      counts.misses += 1
      let flight = Flight()
      flights[key] = flight
      return .compute(flight, generation: generation)
    }
  }

  /// The valid value for the key; the lock is held.
  private func find(_ key: Key) -> Value? {
    guard let entry = entries[key] else { return nil }
    if entry.expires != .max, clock.now() >= entry.expires {
      entries[key] = nil
      return nil
    }
    return entry.value
  }

  func store(_ value: Value, for key: Key) {
    store(value, for: key, lock.withLock { generation })
  }

  private func store(_ value: Value, for key: Key, _ generation: Int) {
    let ttl = options.ttl?.nanoseconds
    guard ttl != 0, key == key else { return }
    lock.withLock {
      guard generation == self.generation else { return }
      sequence += 1
      let expires = ttl.map { clock.now().addingReportingOverflow($0) }
      entries[key] = Entry(
        value: value, expires: expires.map { $0.overflow ? .max : $0.partialValue } ?? .max,
        sequence: sequence)
      guard let maxEntries = options.maxEntries else { return }
      order.append((key, sequence))
      while entries.count > maxEntries, oldest < order.count {
        let candidate = order[oldest]
        oldest += 1
        if entries[candidate.key]?.sequence == candidate.sequence { entries[candidate.key] = nil }
      }
      if oldest > 64, oldest * 2 > order.count {
        order.removeFirst(oldest)
        oldest = 0
      }
    }
  }

  private func end(_ flight: Flight, _ key: Key) {
    _ = lock.withLock { flights.removeValue(forKey: key) }
    flight.finish()
  }

  /// The key of a call in whose function hash functions take part.
  func nodesKey(_ arguments: [(name: String, value: Any)]) throws -> [KeyNode] {
    try arguments.map { name, value in
      guard let node = try nodes.node(value, in: identity.name) else {
        throw UnhashableParamError(
          parameter: name, type: String(reflecting: type(of: value)), function: identity.name)
      }
      return node
    }
  }
}
