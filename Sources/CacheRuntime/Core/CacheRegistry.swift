/// All caches of the process: those of functions by identity, those of closures for as long as they live.
final class CacheRegistry: @unchecked Sendable {
  static let shared = CacheRegistry()

  private struct Address: Hashable {
    let identity: FunctionIdentity
    let types: [ObjectIdentifier]

    /// Where the cache of one specialization is.
    init(_ identity: FunctionIdentity, _ types: [any Any.Type], _ key: any Any.Type, _ value: any Any.Type) {
      self.identity = identity
      self.types = (types + [key, value]).map { ObjectIdentifier($0) }
    }

    /// What stands for all specializations; no cache is there.
    init(ofAll identity: FunctionIdentity) { (self.identity, types) = (identity, []) }
  }

  private let known = CoreTable()
  private let lock = CacheLock()
  // Guarded by `lock`.
  private var cores: [Address: FunctionCore] = [:]
  private var byIdentity: [FunctionIdentity: [FunctionCore]] = [:]
  private var closures: [WeakCore] = []
  /// With so many, it is looked which of them have gone.
  private var closureLimit = 64
  private var observers: [Address: ClearObservers] = [:]

  /// The cache of a function, found by its identity and types, and made where there is none.
  func core<Key: Hashable, Value>(
    _ identity: FunctionIdentity, kind: CacheKind, types: [any Any.Type],
    arguments: [any Any.Type] = [], options: () -> CacheOptions<Value>, _: Key.Type
  ) -> KeyedCore<Key, Value> {
    if let core = types.withUnsafeBufferPointer({ known(identity, $0, Key.self, Value.self) }) {
      // The types of key and value were part of the question.
      return Unmanaged<KeyedCore<Key, Value>>.fromOpaque(core).takeUnretainedValue()
    }
    let core = findOrMake(
      identity, kind: kind, types: types, arguments: arguments, options: options, Key.self)
    known.add(core, identity, types, Key.self, Value.self)
    return core
  }

  /// The cache of a function that a call with these very bits has found before, by key and value of these types; it is never
  /// freed.
  func known(
    _ identity: FunctionIdentity, _ types: UnsafeBufferPointer<any Any.Type>, _ key: any Any.Type,
    _ value: any Any.Type
  ) -> UnsafeMutableRawPointer? {
    known.core(identity, types, key, value)?.toOpaque()
  }

  private func findOrMake<Key: Hashable, Value>(
    _ identity: FunctionIdentity, kind: CacheKind, types: [any Any.Type], arguments: [any Any.Type],
    options: () -> CacheOptions<Value>, _: Key.Type
  ) -> KeyedCore<Key, Value> {
    let address = Address(identity, types, Key.self, Value.self)
    if let core = lock.withLock({ cores[address] }) as? KeyedCore<Key, Value> { return core }
    // Options are the user's code, which may call cached functions itself: no lock is held.
    let new = KeyedCore<Key, Value>(
      identity: identity, kind: kind, options: options(), types: types, arguments: arguments,
      observers: observers(at: address))
    return lock.withLock {
      if let core = cores[address] as? KeyedCore<Key, Value> { return core }
      cores[address] = new
      byIdentity[identity, default: []].append(new)
      return new
    }
  }

  func add(closure core: FunctionCore) {
    // This may be the last reference to another one, which is let go after the lock: with it go results, whose `deinit` is
    // the user's.
    let living = lock.withLock { () -> [FunctionCore] in
      closures.append(WeakCore(core))
      guard closures.count >= closureLimit else { return [] }
      let living = closures.compactMap(\.core)
      closures = living.map { WeakCore($0) }
      closureLimit = max(64, 2 * closures.count)
      return living
    }
    withExtendedLifetime(living) {}
  }

  /// Who is to be told when this specialization of a function is cleared, whether or not it has a cache by now.
  func observers(
    of identity: FunctionIdentity, _ types: [any Any.Type], _ key: any Any.Type, _ value: any Any.Type
  ) -> ClearObservers { observers(at: Address(identity, types, key, value)) }

  /// Who is to be told when any specialization of this function is cleared.
  func observers(ofAll identity: FunctionIdentity) -> ClearObservers {
    observers(at: Address(ofAll: identity))
  }

  /// The same, if anybody has asked for it.
  func knownObservers(ofAll identity: FunctionIdentity) -> ClearObservers? {
    lock.withLock { observers[Address(ofAll: identity)] }
  }

  private func observers(at address: Address) -> ClearObservers {
    lock.withLock {
      if let known = observers[address] { return known }
      let new = ClearObservers()
      observers[address] = new
      return new
    }
  }

  /// Every cache there is.
  var all: [FunctionCore] { lock.withLock { Array(cores.values) + closures.compactMap(\.core) } }

  func cores(of identity: FunctionIdentity) -> [FunctionCore] { lock.withLock { byIdentity[identity] ?? [] } }

  func clearAll(_ kind: CacheKind) {
    let all = all.filter { $0.kind == kind }
    ClearChain.run { _ in for core in all { core.clear(everywhere: true) } }
  }
}
