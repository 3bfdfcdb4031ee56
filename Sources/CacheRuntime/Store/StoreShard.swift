// A shard is what one lock guards; the lock itself stands beside it, so that waiting for it touches nothing here:
//
//   table      hash → slot                    finds
//   entries    [ entry | – | entry | … ]      holds keys and results
//   policy     slots in order of worth        where the cache is bounded
//   deadlines  (when, slot, sequence) …       where results expire
//   running    key → computation under way
//
// An unbounded cache has several shards, picked by the upper half of a key's hash, so that misses meet rarely. A bounded
// one has a single shard, because "the oldest" is a question about all entries. Hits do not take the lock: they read
// `table` and `entries` as `ReadStripes` tells, and whoever changes those two shuts the readers out first. No user code runs under
// the lock but `==` of keys: what has left a shard, keys included, is let go after the lock.

/// A part of a function's results, guarded by a lock of its own.
///
/// It lies behind a pointer: the hit path then needs neither a reference count nor a check for exclusive access.
struct StoreShard<Key: Hashable, Value>: ~Copyable {
  /// What readers look at.
  private let index: UnsafeMutablePointer<EntryIndex<Key, Value>>

  var running = RunningTable()
  var counts = CacheStatistics()
  var removals = RemovalMemory()
  /// Whether nothing is stored any more.
  var isClosed = false
  private(set) var count = 0
  private(set) var bytes = 0
  private var capacity = 0
  private var used = 0
  private var free: [Int32] = []
  /// Behind a pointer, so that hits can be told to it without a look at the shard's own, generic, type.
  private let policy: UnsafeMutablePointer<SelectedPolicy>?
  private var deadlines = DeadlineQueue()
  private var sequence: UInt64 = 0
  private let limits: StoreLimits
  var policyCount: Int? { policy?.pointee.count }

  /// A shard without entries, whose readers look at `index`.
  ///
  /// - Parameter policy: What the owner initializes for a cache with limits, and frees after the shard.
  init(
    _ limits: StoreLimits, _ index: UnsafeMutablePointer<EntryIndex<Key, Value>>,
    _ policy: UnsafeMutablePointer<SelectedPolicy>?
  ) {
    self.limits = limits
    self.index = index
    self.policy = policy
    index.initialize(to: EntryIndex())
    showMarks()
  }

  deinit {
    for slot in 0..<used where occupied[slot] { (entries + slot).deinitialize(count: 1) }
    entries.deallocate()
    table.deallocate()
  }

  private(set) var entries: UnsafeMutablePointer<CacheEntry<Key, Value>> {
    get { index.pointee.entries }
    nonmutating set { index.pointee.entries = newValue }
  }

  private var table: SlotTable {
    get { index.pointee.table }
    nonmutating _modify { yield &index.pointee.table }
  }

  /// The slot of this key.
  func find(_ key: Key, _ hash: Int) -> Int? { index.pointee.find(key, hash) }

  /// Lets readers count hits where the policy counts them.
  private func showMarks() { index.pointee.marks = policy?.pointee.marks?.marks }

  /// Takes the result of this key out if it is not valid any more.
  mutating func removeStale(_ key: Key, _ hash: Int, now: Int64, _ released: inout [Removed<Key, Value>]) {
    guard let slot = find(key, hash), let cause = staleness(entries[slot], now: now) else { return }
    remove(slot, cause, &released)
  }

  func staleness(_ entry: CacheEntry<Key, Value>, now: Int64) -> RemovalCause? {
    if entry.expires != .max, now >= entry.expires { return .expired }
    guard let idle = limits.idle else { return nil }
    let (deadline, overflow) = entry.used.addingReportingOverflow(idle)
    return !overflow && now >= deadline ? .idle : nil
  }

  /// Takes note that the result in this slot was used.
  mutating func use(_ slot: Int, now: Int64) {
    entries[slot].used = now
    policy?.pointee.touch(slot)
  }

  /// Stores a result, in place of the one under the same key if there is one.
  mutating func store(
    _ held: Held<Value>, for key: Key, _ hash: Int, now: Int64, weight: Int, lifetime: Int64? = nil,
    _ released: inout [Removed<Key, Value>]
  ) {
    if let maxBytes = limits.maxBytes, weight > maxBytes {
      // All others would have to go for it, and it after them.
      if let old = find(key, hash) { remove(old, .replaced, &released) }
      counts.count(.maxBytes)
      removals.note(hash, .maxBytes)
      return
    }
    sequence += 1
    // What comes from below memory has lived for a part of its time.
    let time = min(limits.ttl ?? .max, lifetime ?? .max)
    let (end, overflow) = now.addingReportingOverflow(time)
    let expires = time == .max || overflow ? Int64.max : end
    let entry = CacheEntry(
      key: key, hash: hash, held: held, expires: expires, stored: now, used: now, weight: weight,
      sequence: sequence)
    let slot: Int
    if let old = find(key, hash) {
      slot = old
      released.append(Removed(entries[slot]))
      counts.count(.replaced)
      bytes += weight - entries[slot].weight
      entries[slot] = entry
      policy?.pointee.replace(slot, weight: weight)
    } else {
      slot = freeSlot()
      (entries + slot).initialize(to: entry)
      table.insert(hash, slot: slot)
      policy?.pointee.insert(slot, hash: hash, weight: weight)
      showMarks()
      count += 1
      bytes += weight
    }
    if expires != .max || limits.idle != nil, let deadline = deadline(of: entries[slot]) {
      deadlines.append(Deadline(time: deadline, slot: slot, sequence: sequence))
      // Of entries that have gone before their time. Twice what is held, so that the work is spread over as many results.
      if deadlines.count > 2 * count + 64 { forgetDeadlines() }
    }
    removeExpired(now: now, &released)
    if let maxEntries = limits.maxEntries {
      while count > maxEntries, evict(.maxEntries, &released) {}
    }
    if let maxBytes = limits.maxBytes {
      while bytes > maxBytes, evict(.maxBytes, &released) {}
    }
  }

  private func deadline(of entry: CacheEntry<Key, Value>) -> Int64? {
    let (end, overflow) = entry.used.addingReportingOverflow(limits.idle ?? .max)
    let time = limits.idle == nil || overflow ? entry.expires : min(entry.expires, end)
    return time == .max ? nil : time
  }

  /// Lets the policy's victim go.
  mutating func evict(_ cause: RemovalCause, _ released: inout [Removed<Key, Value>]) -> Bool {
    guard let slot = policy == nil ? nextSlot() : policy?.pointee.evict() else { return false }
    take(slot, cause, &released)
    return true
  }

  /// Takes out what has expired.
  ///
  /// - Complexity: O(*k*) in the number of deadlines that have passed.
  mutating func removeExpired(now: Int64, _ released: inout [Removed<Key, Value>]) {
    while let deadline = deadlines.first, deadline.time <= now {
      deadlines.removeFirst()
      guard isLive(deadline) else { continue }
      if let cause = staleness(entries[deadline.slot], now: now) {
        remove(deadline.slot, cause, &released)
      } else if let time = self.deadline(of: entries[deadline.slot]) {
        // It was used in between, and `idle` counts from then.
        deadlines.append(Deadline(time: time, slot: deadline.slot, sequence: deadline.sequence))
      }
    }
  }

  /// When the next result may expire.
  var nextDeadline: Int64? { deadlines.first?.time }

  private func isLive(_ deadline: Deadline) -> Bool {
    deadline.slot < used && isOccupied(deadline.slot)
      && entries[deadline.slot].sequence == deadline.sequence
  }

  /// Forgets the deadlines of entries that have gone.
  private mutating func forgetDeadlines() {
    // Copies, for Swift 6.3.1 crashes on a closure that takes in what cannot be copied.
    let (entries, occupied) = (entries, occupied)
    deadlines.keep {
      $0.slot < occupied.count && occupied[$0.slot] && entries[$0.slot].sequence == $0.sequence
    }
  }

  /// Takes an entry out.
  mutating func remove(_ slot: Int, _ cause: RemovalCause, _ released: inout [Removed<Key, Value>]) {
    policy?.pointee.remove(slot)
    take(slot, cause, &released)
  }

  /// Takes an entry out of which the policy no longer knows.
  private mutating func take(_ slot: Int, _ cause: RemovalCause, _ released: inout [Removed<Key, Value>]) {
    let entry = (entries + slot).move()
    table.remove(entry.hash, slot: slot)
    occupied[slot] = false
    free.append(Int32(slot))
    count -= 1
    bytes -= entry.weight
    counts.count(cause)
    removals.note(entry.hash, cause)
    released.append(Removed(entry))
  }

  /// Takes everything out.
  mutating func removeAll(_ cause: RemovalCause, _ released: inout [Removed<Key, Value>]) {
    let all = slots
    released.reserveCapacity(released.count + all.count)
    for slot in all {
      let entry = (entries + slot).move()
      counts.count(cause)
      removals.note(entry.hash, cause)
      released.append(Removed(entry))
    }
    table.removeAll()
    entries.deallocate()
    entries = .allocate(capacity: 0)
    (capacity, used, count, bytes, turn) = (0, 0, 0, 0, -1)
    occupied = []
    free = []
    deadlines = DeadlineQueue()
    policy?.pointee = SelectedPolicy(limits.eviction)
    showMarks()
  }

  // Slots

  private var occupied: [Bool] = []
  private var turn = -1

  private func isOccupied(_ slot: Int) -> Bool { slot < occupied.count && occupied[slot] }

  /// The slots in use, in no order that means anything.
  var slots: [Int] { (0..<used).filter { occupied[$0] } }

  /// Slots in turn, for an unbounded cache that has to give something up.
  private mutating func nextSlot() -> Int? {
    for _ in 0..<used {
      turn = turn + 1 < used ? turn + 1 : 0
      if occupied[turn] { return turn }
    }
    return nil
  }

  private mutating func freeSlot() -> Int {
    if let slot = free.popLast() {
      occupied[Int(slot)] = true
      return Int(slot)
    }
    if used == capacity { grow() }
    occupied.append(true)
    used += 1
    return used - 1
  }

  private mutating func grow() {
    let larger = max(4, capacity * 2)
    let new = UnsafeMutablePointer<CacheEntry<Key, Value>>.allocate(capacity: larger)
    for slot in 0..<used where occupied[slot] { (new + slot).moveInitialize(from: entries + slot, count: 1) }
    entries.deallocate()
    entries = new
    capacity = larger
  }
}

extension StoreShard {
  /// What is wrong with the shard, if something is.
  func faults() -> [String] {
    var faults: [String] = []
    if !table.isSound { faults.append("a key cannot be found from where it should stand") }
    if slots.count != count { faults.append("\(count) entries are counted, and there are \(slots.count)") }
    let weight = slots.reduce(0) { $0 + entries[$1].weight }
    if weight != bytes { faults.append("\(bytes) bytes are counted, and there are \(weight)") }
    if slots.contains(where: { find(entries[$0].key, entries[$0].hash) != $0 }) {
      faults.append("an entry is not found under its own key")
    }
    if let policyCount, policyCount != count {
      faults.append("the policy knows \(policyCount) entries, and there are \(count)")
    }
    if !deadlines.isSound { faults.append("a deadline stands before an earlier one") }
    // There were as many entries as there are slots when the last one came.
    if deadlines.count > 2 * used + 64 {
      faults.append("there are \(deadlines.count) deadlines of \(count) entries")
    }
    if !running.isEmpty { faults.append("a computation is left behind") }
    return faults
  }
}
