/// A cache without values: what a policy makes of a trace.
struct Simulation<Policy: EvictionPolicy> {
  private var policy = Policy()
  private var slotOfKey: [Int32]
  private var keyOfSlot: [Int32] = []
  private var freeSlots: [Int] = []
  private let capacity: Int

  init(capacity: Int, keyCount: Int) {
    self.capacity = capacity
    slotOfKey = Array(repeating: -1, count: keyCount)
  }

  /// The number of hits.
  static func hits(in trace: [Int32], capacity: Int, keyCount: Int) -> Int {
    var simulation = Simulation(capacity: capacity, keyCount: keyCount)
    return trace.reduce(into: 0) { hits, key in if simulation.request(key) { hits += 1 } }
  }

  private mutating func request(_ key: Int32) -> Bool {
    let found = slotOfKey[Int(key)]
    if found >= 0 {
      policy.touch(Int(found))
      return true
    }
    let slot: Int
    if let free = freeSlots.popLast() {
      slot = free
    } else {
      slot = keyOfSlot.count
      keyOfSlot.append(-1)
    }
    keyOfSlot[slot] = key
    slotOfKey[Int(key)] = Int32(slot)
    policy.insert(slot, hash: Int(truncatingIfNeeded: SeededGenerator.mix(UInt64(key) + 1)), weight: 1)
    while policy.count > capacity, let victim = policy.evict() {
      slotOfKey[Int(keyOfSlot[victim])] = -1
      freeSlots.append(victim)
    }
    return false
  }
}

/// The best that any policy could do that knew the future (Belady): lets go whatever is asked for latest.
enum BeladyOptimum {
  static func hits(in trace: [Int32], capacity: Int, keyCount: Int) -> Int {
    let never = Int32.max
    var nextUse = [Int32](repeating: never, count: trace.count)
    var lastSeen = [Int32](repeating: never, count: keyCount)
    for index in trace.indices.reversed() {
      nextUse[index] = lastSeen[Int(trace[index])]
      lastSeen[Int(trace[index])] = Int32(index)
    }
    // The time of the next use of every key that is in the cache, -1 for the others.
    var due = [Int32](repeating: -1, count: keyCount)
    var queue = LatestFirstQueue()
    var (count, hits) = (0, 0)
    for (index, key) in trace.enumerated() {
      if due[Int(key)] >= 0 { hits += 1 } else { count += 1 }
      due[Int(key)] = nextUse[index]
      queue.push(time: nextUse[index], key: key)
      // What lies in the queue under an earlier date than the key's present one is out of date.
      while count > capacity, let latest = queue.pop() {
        if due[Int(latest.key)] == latest.time {
          due[Int(latest.key)] = -1
          count -= 1
        }
      }
    }
    return hits
  }
}

/// A binary heap with the latest time on top.
private struct LatestFirstQueue {
  private var items: [(time: Int32, key: Int32)] = []

  mutating func push(time: Int32, key: Int32) {
    items.append((time, key))
    var child = items.count - 1
    while child > 0, items[(child - 1) / 2].time < items[child].time {
      items.swapAt(child, (child - 1) / 2)
      child = (child - 1) / 2
    }
  }

  mutating func pop() -> (time: Int32, key: Int32)? {
    guard let top = items.first, let last = items.popLast() else { return nil }
    if items.isEmpty { return top }
    items[0] = last
    var parent = 0
    while true {
      var child = 2 * parent + 1
      guard child < items.count else { return top }
      if child + 1 < items.count, items[child + 1].time > items[child].time { child += 1 }
      guard items[child].time > items[parent].time else { return top }
      items.swapAt(child, parent)
      parent = child
    }
  }
}
