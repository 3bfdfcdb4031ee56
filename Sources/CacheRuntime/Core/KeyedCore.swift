import Metrics
public import Synchronization

// One call, from the outside in:
//
//   plainHit   @inlinable, so specialized in the caller: hash, count in on this thread's stripe, probe, count out
//   look       whatever else a hit may need: a copy, `validate`, sessions, an injected clock, the digest of `cache`
//   settle     after a computation: store or not, wake those who wait, tell whoever wants to know
//
// The benchmark lines "hit by kind of argument" show what `@inlinable` is worth: without it a hit goes through witness
// tables and takes several times as long.

/// The cache of one function whose keys and values are of these types.
public final class KeyedCore<Key: Hashable, Value>: FunctionCore, @unchecked Sendable {
  let shards: UnsafeMutablePointer<StoreShard<Key, Value>>
  /// One for each shard.
  let locks: UnsafeMutablePointer<RawLock>
  /// One for each shard, for its readers.
  @usableFromInline let indexes: UnsafeMutableRawPointer
  @usableFromInline let stripes: ReadStripes
  @usableFromInline let shardMask: Int
  /// What orders the entries of a cache with limits, which has one shard; guarded by its lock.
  let policy: UnsafeMutablePointer<SelectedPolicy>?
  /// Another one in every process, unless it asks for the same.
  @usableFromInline let seed = Hasher().finalize()
  /// Whether a hit needs nothing but the lookup.
  @usableFromInline let isPlain: Bool

  /// Whether a miss needs nothing but the computation and a place for its result.
  private(set) var missesSimply = false

  let options: CacheOptions<Value>
  let copying: Copying<Value>
  let nodes: KeyNodeBuilder
  let metrics: CacheMetrics
  /// What lies below memory; nil for nothing.
  let tier: LowerTier<Value>?
  /// Whether it is looked at each hit whether callers have changed the result that they share.
  let watchesMutation: Bool
  /// What computations of this function may do.
  let rules: Computation.Rules
  /// How keys change with widgets; nil where they do not.
  let refinement: KeyRefinement<Key>?
  /// Where the results are, if widgets may be part of their keys.
  let widgets: WidgetPart<Value>?
  let part: CachePart
  let sessions = SessionParts()
  /// What the keys refer to without a reference count.
  let kept: AnyObject?
  private let hasHinted = Guarded(false)

  init(
    identity: FunctionIdentity, kind: CacheKind, options: CacheOptions<Value>, types: [any Any.Type] = [],
    arguments: [any Any.Type] = [], part: CachePart = .whole, refinement: KeyRefinement<Key>? = nil,
    keeping kept: AnyObject? = nil, metrics factory: any MetricsFactory = MetricsSystem.factory,
    observers: ClearObservers = ClearObservers()
  ) {
    self.kept = kept
    self.options = options
    self.part = part
    self.refinement = refinement
    let isWhole = part == .whole && options.scope == .session
    widgets =
      options.allowWidgets && part != .widgets && !isWhole
      ? WidgetPart(identity: identity, kind: kind, options: options, keeping: kept, metrics: factory) : nil
    rules = Computation.Rules(
      function: identity.name, kind: kind, allowsWidgets: options.allowWidgets,
      isSilent: options.suppressesWarnings)
    copying = .decide(for: kind)
    nodes = KeyNodeBuilder(options.hashFuncs)
    metrics = CacheMetrics(identity, kind, factory: factory)
    tier =
      part != .whole
      ? nil : LowerTier(identity, kind, options, types: types, pinnedBy: [Key.self] + arguments)
    watchesMutation =
      kind == .legacy && !options.allowOutputMutation && Independence.of(Value.self) != .independent
    // Results with widgets in their keys change their place when a widget is found, which must be seen as one step. A
    // session is one person's, of which there may be many: threads meet rarely there, and room is dear.
    let count = options.limits.isBounded || part != .whole ? 1 : 16
    shardMask = count - 1
    shards = .allocate(capacity: count)
    locks = .allocate(capacity: count)
    let stride = EntryIndex<Key, Value>.stride
    indexes = .allocate(byteCount: count * stride, alignment: stride)
    stripes = ReadStripes(shards: count, noting: options.limits.ordersUse)
    policy = options.limits.isBounded ? .allocate(capacity: 1) : nil
    policy?.initialize(to: SelectedPolicy(options.limits.eviction))
    for index in 0..<count {
      let memory = (indexes + index * stride).bindMemory(to: EntryIndex<Key, Value>.self, capacity: 1)
      (shards + index).initialize(to: StoreShard(options.limits, memory, policy))
      (locks + index).initialize(to: RawLock())
    }
    isPlain =
      options.validate == nil && options.clock == nil && options.limits.idle == nil && !watchesMutation
      && !options.allowWidgets && !isWhole
    super.init(identity: identity, kind: kind, observers: observers)
    missesSimply = allowsSimpleMisses
    guard part == .whole else { return }
    let weakly = WeakCore(self)
    for dependency in options.dependsOn {
      dependency.whenCleared(for: self) { weakly.core?.clear(everywhere: true) }
    }
  }

  deinit {
    CacheBudget.add(-ownBytes)
    releaseAll()
    shards.deinitialize(count: shardMask + 1)
    shards.deallocate()
    policy?.deinitialize(count: 1)
    policy?.deallocate()
    indexes.deallocate()
    locks.deinitialize(count: shardMask + 1)
    locks.deallocate()
    stripes.deallocate()
  }

  /// The result for this key: the one held, or what `compute` returns.
  ///
  /// - Throws: what `compute` throws, and the cache's own errors where any error may be thrown.
  /// - Complexity: O(1) on a hit, beside hashing and comparing the key.
  @inlinable public func call<E: Error>(_ key: Key, _ compute: () throws(E) -> Value) throws(E) -> Value {
    if let value = plainHit(key) { return value }
    return try slowCall(key, compute)
  }

  /// The result for this key: the one held, or what `compute` returns.
  ///
  /// - Throws: what `compute` throws, and the cache's own errors where any error may be thrown.
  /// - Complexity: O(1) on a hit, beside hashing and comparing the key.
  @inlinable public func call<E: Error>(
    isolation: isolated (any Actor)? = #isolation, _ key: Key, _ compute: () async throws(E) -> Value
  ) async throws(E) -> Value {
    if let value = plainHit(key) { return value }
    return try await slowCall(isolation: isolation, key, compute)
  }

  @inlinable func hash(_ key: Key) -> Int { key._rawHashValue(seed: seed) }

  func shard(_ hash: Int) -> UnsafeMutablePointer<StoreShard<Key, Value>> {
    shards + ((hash >> 40) & shardMask)
  }

  @inlinable func plainHit(_ key: Key) -> Value? {
    guard isPlain, CacheBypass.open.load(ordering: .relaxed) == 0 else { return nil }
    let hash = self.hash(key)
    let index = (hash >> 40) & shardMask
    let stripe = stripes.stripe(of: ThreadStripe.current)
    let word = stripes.words + (stripe &* ReadStripes.width &+ index)
    let before = word.pointee.wrappingAdd(1, ordering: .sequentiallyConsistent).oldValue
    guard !stripes.isShut(shard: index), let (value, slot) = read(index, key, hash) else {
      stripes.leave(word, stripe: stripe, hasHit: false)
      return nil
    }
    let isNoteOverdue = stripes.note(slot, stripe: stripe, before: before)
    stripes.leave(word, stripe: stripe, hasHit: true)
    if isNoteOverdue { readNotes(on: stripe) }
    return value
  }

  /// A result that is valid now, and its slot; the caller is counted in.
  @inlinable @inline(__always) func read(_ shard: Int, _ key: Key, _ hash: Int) -> (Value, Int)? {
    let index = (indexes + shard &* EntryIndex<Key, Value>.stride)
      .assumingMemoryBound(to: EntryIndex<Key, Value>.self).pointee
    guard let slot = index.find(key, hash) else { return nil }
    let entry = index.entries + slot
    if entry.pointee.expires != .max, CoarseClock.now() >= entry.pointee.expires { return nil }
    guard case .value(let value) = entry.pointee.held else { return nil }
    if let marks = index.marks { UseMarks.count(marks[slot]) }
    return (value, slot)
  }

  /// Tells the policy of the hits that were noted on a stripe, unless somebody is at the shard: then later.
  @usableFromInline func readNotes(on stripe: Int) {
    guard let policy else { return }
    locks[0].tryLock { stripes.readNotes(of: stripe) { policy.pointee.touch($0) } }
  }

  /// Tells the policy of all hits that were noted, under the lock of the shard.
  func readNotes() {
    if let policy { stripes.readNotes { policy.pointee.touch($0) } }
  }

  /// The time by which this function's results live.
  var now: Int64 { options.clock?.now() ?? CoarseClock.now() }

  /// Says once which decorator a function on `cache` should use.
  func hintOnce(_ value: Value) {
    guard kind == .legacy,
      hasHinted.withLock({
        let first = !$0; $0 = true; return first
      })
    else { return }
    CacheLog.legacy(type(of: value as Any), identity)
  }

  // FunctionCore

  public override var statistics: CacheStatistics {
    if isAskedOfSession { return existingSessionPart?.statistics ?? CacheStatistics() }
    var sum = sessions.retired
    sum.add(ownStatistics)
    if part == .widgets { sum.widgetCombinations = sum.entries }
    for part in parts { sum.add(part.statistics) }
    return sum
  }

  /// The numbers of what this holds itself, without its parts.
  private var ownStatistics: CacheStatistics {
    var sum = CacheStatistics()
    forEachShard { shard, index in
      var own = shard.counts
      own.hits += stripes.hits(shard: index)
      own.entries = shard.count
      own.bytes = shard.bytes
      sum.add(own)
    }
    return sum
  }

  /// Tells metrics what has come to the numbers; parts tell their own.
  func report() {
    if metrics.isActive { metrics.report(ownStatistics) }
  }

  override func removeAll(everywhere: Bool) {
    if !everywhere, isAskedOfSession {
      existingSessionPart?.removeAll(everywhere: true)
      return
    }
    for part in parts { part.removeAll(everywhere: true) }
    widgets?.index.forget(nil)
    change { shard, released in
      shard.running.detachAll()
      shard.removeAll(.cleared, &released)
    }
    clearStore()
  }

  override func close() {
    change { shard, _ in shard.isClosed = true }
    widgets?.core.close()
    removeAll(everywhere: true)
    report()
  }

  override func retire(_ part: FunctionCore) { sessions.retire(part) }

  override func sweep() -> Int64? {
    let now = now
    var next: Int64?
    change { shard, released in
      shard.removeExpired(now: now, &released)
      if let deadline = shard.nextDeadline { next = min(next ?? .max, deadline) }
    }
    for part in parts {
      if let deadline = part.sweep() { next = min(next ?? .max, deadline) }
    }
    report()
    return options.clock == nil ? next : nil
  }

  override var heldBytes: Int { ownBytes + parts.reduce(0) { $0 + $1.heldBytes } }

  private var ownBytes: Int {
    var sum = 0
    forEachShard { shard, _ in sum += shard.bytes }
    return sum
  }

  override func evictForBudget() -> Bool {
    if let heaviest = parts.max(by: { $0.heldBytes < $1.heldBytes }), heaviest.heldBytes > ownBytes {
      return heaviest.evictForBudget()
    }
    var found = false
    for index in 0...shardMask where !found {
      change(shards + index) { shard, released in found = shard.evict(.budget, &released) }
    }
    return found
  }

  override func faults() -> [String] {
    var faults = stripes.isEmpty ? [] : ["a reader is left behind"]
    forEachShard { shard, _ in faults += shard.faults() }
    for part in parts { faults += part.faults() }
    return faults
  }
}
