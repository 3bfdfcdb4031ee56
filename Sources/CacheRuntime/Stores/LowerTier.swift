/// What lies below the memory of one function: its names outside of the process, and how its values become bytes.
final class LowerTier<Value>: Sendable {
  let function: StoreFunction
  let isCoordinated: Bool
  private let place: PersistOption.Place
  private let coding: Coding<Value>?
  private let shape: StoreDigest
  /// What every key of the function begins with.
  private let prefix: CacheHasher
  /// Writing and clearing take turns: a result that was computed before a `clear` must not come after it.
  private let gates = (0..<16).map { _ in CacheLock() }
  private let refusal = Guarded<(store: ObjectIdentifier, isRefused: Bool)?>(nil)

  /// Nil for a function that lives in memory only, because it wants to or because it has no name outside.
  init?(
    _ identity: FunctionIdentity, _ kind: CacheKind, _ options: CacheOptions<Value>,
    types: [any Any.Type], pinnedBy pins: [any Any.Type]
  ) {
    if case .none = options.persist.place { return nil }
    guard options.scope == .global, !options.allowWidgets else {
      CacheLog.memoryOnly(identity)
      return nil
    }
    let names = StableTypeNames(pinnedBy: pins + [Value.self])
    var own = CacheHasher(names: names)
    own.combine([kind.rawValue, identity.fileID, identity.path])
    for type in types { own.combine(type: type) }
    var prefix = own
    prefix.combine(["format 2", identity.fingerprint, options.version])
    // Who names a version says when the code has changed; for others, another build is other code. So it is for closures,
    // which are known by their place alone: after an edit, another one may stand there.
    if options.version.isEmpty || !identity.knowsSource { prefix.combine(BuildIdentity.current.bytes) }
    if let fault = prefix.fault {
      CacheLog.unpersisted(UnstableKeyError(fault, function: identity.name), identity)
      return nil
    }
    self.prefix = prefix
    function = StoreFunction(
      digest: own.digest(), generation: prefix.digest(), module: identity.module, name: identity.name,
      kind: kind,
      maxEntries: options.limits.maxEntries, maxBytes: options.limits.maxBytes,
      tags: options.dependsOn.compactMap(\.storeTag))
    place = options.persist.place
    isCoordinated = options.persist.isCoordinated
    coding = Coding()
    shape = TypeShape.digest(of: Value.self)
  }

  /// Whether results can become bytes.
  var canEncode: Bool { coding != nil }

  /// The store; nil where there is none, or it refuses the function, which the log says once.
  var store: (any CacheStore)? {
    let store: (any CacheStore)? =
      switch place {
      case .none: nil
      case .disk: CacheStores.diskOrDefault
      case .shared: CacheStores.shared
      case .store(let store): store
      }
    guard let store else {
      CacheLog.missingStore(function)
      return nil
    }
    let isRefused = refusal.withLock { refusal -> Bool in
      if let refusal, refusal.store == ObjectIdentifier(store) { return refusal.isRefused }
      CacheStores.noteUse(of: store)
      do {
        try store.check(function)
        refusal = (ObjectIdentifier(store), false)
      } catch {
        CacheLog.refused(error, function)
        refusal = (ObjectIdentifier(store), true)
      }
      return refusal?.isRefused ?? false
    }
    return isRefused ? nil : store
  }

  /// The key of a call outside of the process.
  ///
  /// - Throws: `UnstableKeyError`.
  /// - Complexity: O(*n*) in the size of the arguments.
  func key(for key: some Hashable) throws(UnstableKeyError) -> StoreKey {
    var hasher = prefix
    hasher.combine(known: key)
    if let fault = hasher.fault { throw UnstableKeyError(fault, function: function.name) }
    return StoreKey(function: function, digest: hasher.digest())
  }

  /// The bytes of a value.
  ///
  /// - Throws: what the value's own coding throws.
  func encode(_ value: Value) throws -> StoredBytes? { try coding?.encodeStored(value) }

  /// An entry for these bytes.
  func entry(_ value: StoredBytes, _ elements: [UInt8]?, limits: StoreLimits, now: Int64) -> StoredEntry {
    let lifetime = min(limits.ttl ?? .max, limits.idle ?? .max)
    let (end, overflows) = now.addingReportingOverflow(lifetime)
    return StoredEntry(
      value: value, elements: elements, shape: shape, created: now,
      expires: lifetime == .max || overflows ? nil : end)
  }

  /// What the call of an entry has shown; nil for nothing.
  ///
  /// - Throws: `StoreDamage`.
  func recording(of entry: StoredEntry) throws -> ElementRecording? {
    guard let elements = entry.elements else { return nil }
    guard let recording = try? ElementRecording(encoded: elements)
    else { throw StoreDamage("what it has shown cannot be shown again") }
    return recording
  }

  /// The value of an entry; nil for one of another shape or that cannot be decoded.
  func value(of entry: StoredEntry) -> Value? {
    guard entry.shape == shape, let coding else { return nil }
    return (try? coding.decodeStored(entry.value)) ?? nil
  }

  /// Runs `body` while no `clear` of the key is under way.
  func withGate<Result>(_ key: StoreKey, _ body: () throws -> Result) rethrows -> Result {
    let gate = gates[Int(truncatingIfNeeded: key.hashValue & 15)]
    return try gate.withLock(body)
  }

  /// Runs `body` while nothing is being written.
  func withAllGates(_ body: () -> Void) {
    func close(_ index: Int) {
      guard index < gates.count else { return body() }
      gates[index].withLock { close(index + 1) }
    }
    close(0)
  }
}
