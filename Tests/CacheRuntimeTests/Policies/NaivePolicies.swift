@testable import CacheRuntime

/// What a policy must do, said as plainly as possible: arrays, and searches through them.
protocol NaivePolicy {
  init()
  var slots: [Int] { get }
  mutating func insert(_ slot: Int, hash: Int)
  mutating func touch(_ slot: Int)
  mutating func replace(_ slot: Int)
  mutating func remove(_ slot: Int)
  mutating func evict() -> Int?
}

struct NaiveOldest: NaivePolicy {
  var slots: [Int] = []
  mutating func insert(_ slot: Int, hash: Int) { slots.append(slot) }
  mutating func touch(_ slot: Int) {}
  mutating func replace(_ slot: Int) {
    remove(slot)
    slots.append(slot)
  }
  mutating func remove(_ slot: Int) { slots.removeAll { $0 == slot } }
  mutating func evict() -> Int? { slots.isEmpty ? nil : slots.removeFirst() }
}

struct NaiveLRU: NaivePolicy {
  var slots: [Int] = []
  mutating func insert(_ slot: Int, hash: Int) { slots.append(slot) }
  mutating func touch(_ slot: Int) { replace(slot) }
  mutating func replace(_ slot: Int) {
    remove(slot)
    slots.append(slot)
  }
  mutating func remove(_ slot: Int) { slots.removeAll { $0 == slot } }
  mutating func evict() -> Int? { slots.isEmpty ? nil : slots.removeFirst() }
}

/// S3-FIFO with plain queues; all weights are equal. Which keys are noted has tests of its own, so the table is the real one.
struct NaiveS3FIFO: NaivePolicy {
  private struct Entry {
    let slot: Int
    let hash: Int
    var uses = 0
  }

  private var small: [Entry] = []
  private var main: [Entry] = []
  private var gone = GhostTable()

  var slots: [Int] { (small + main).map(\.slot) }

  init() {}

  mutating func insert(_ slot: Int, hash: Int) {
    let entry = Entry(slot: slot, hash: hash)
    if gone.remove(UInt32(truncatingIfNeeded: hash >> 32)) {
      main.append(entry)
    } else {
      small.append(entry)
    }
  }

  mutating func touch(_ slot: Int) {
    for index in small.indices where small[index].slot == slot {
      small[index].uses = min(3, small[index].uses + 1)
    }
    for index in main.indices where main[index].slot == slot {
      main[index].uses = min(3, main[index].uses + 1)
    }
  }

  mutating func replace(_ slot: Int) { touch(slot) }

  mutating func remove(_ slot: Int) {
    small.removeAll { $0.slot == slot }
    main.removeAll { $0.slot == slot }
  }

  mutating func evict() -> Int? {
    while !small.isEmpty || !main.isEmpty {
      if main.isEmpty || small.count * 10 > small.count + main.count {
        var entry = small.removeFirst()
        if entry.uses > 1 {
          entry.uses = 0
          main.append(entry)
          continue
        }
        gone.insert(UInt32(truncatingIfNeeded: entry.hash >> 32), keeping: small.count + main.count)
        return entry.slot
      }
      var entry = main.removeFirst()
      if entry.uses == 0 { return entry.slot }
      entry.uses -= 1
      main.append(entry)
    }
    return nil
  }
}
