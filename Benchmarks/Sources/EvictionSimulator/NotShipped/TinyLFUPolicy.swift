// W-TinyLFU (Einziger, Friedman, Manes: "TinyLFU: A Highly Efficient Cache Admission Policy", ACM ToS 2017).
//
//    new ──▶ window (LRU, a hundredth) ──▶ probation ──used──▶ protected (four fifths of the rest)
//                                   contest │    ◀── overflow ──────┘
//                                           ▼
//                       gone: whichever of the window's and the probation's oldest is used less often
//
// How often a key was used, gone keys included, is estimated by a sketch that halves its counts from time to time.

/// An entry leaves the window only for the place of one that is used less often.
package struct TinyLFUPolicy: EvictionPolicy {
  private var nodes = SlotNodes()
  private var window = SlotQueue(id: 1)
  private var probation = SlotQueue(id: 2)
  private var protected = SlotQueue(id: 3)
  private var sketch = FrequencySketch()

  package init() {}

  package var count: Int { window.count + probation.count + protected.count }
  package var weight: Int { window.weight + probation.weight + protected.weight }

  package mutating func insert(_ slot: Int, hash: Int, weight: Int) {
    nodes.start(slot, hash: hash, weight: weight)
    sketch.add(nodes[Int32(slot)].hash, entries: count + 1)
    window.append(Int32(slot), in: &nodes)
  }

  package mutating func touch(_ slot: Int) {
    let slot = Int32(slot)
    sketch.add(nodes[slot].hash, entries: count)
    switch nodes[slot].queue {
    case window.id: window.moveToEnd(slot, in: &nodes)
    case protected.id: protected.moveToEnd(slot, in: &nodes)
    default:
      probation.remove(slot, in: &nodes)
      protected.append(slot, in: &nodes)
      if protected.count * 5 > (probation.count + protected.count) * 4,
        let demoted = protected.removeFirst(in: &nodes)
      {
        probation.append(demoted, in: &nodes)
      }
    }
  }

  package mutating func replace(_ slot: Int, weight: Int) {
    switch nodes[Int32(slot)].queue {
    case window.id: window.reweigh(Int32(slot), to: weight, in: &nodes)
    case protected.id: protected.reweigh(Int32(slot), to: weight, in: &nodes)
    default: probation.reweigh(Int32(slot), to: weight, in: &nodes)
    }
    touch(slot)
  }

  package mutating func remove(_ slot: Int) {
    switch nodes[Int32(slot)].queue {
    case window.id: window.remove(Int32(slot), in: &nodes)
    case protected.id: protected.remove(Int32(slot), in: &nodes)
    default: probation.remove(Int32(slot), in: &nodes)
    }
  }

  package mutating func evict() -> Int? {
    let share = max(1, count / 100)
    var candidate: Int32?
    // While the cache fills, everything waits in the window; the first eviction moves all but its share on.
    while window.count > share, let slot = window.removeFirst(in: &nodes) {
      if window.count == share {
        candidate = slot
      } else {
        probation.append(slot, in: &nodes)
      }
    }
    let victim = probation.first >= 0 ? probation.first : protected.first
    guard let candidate else {
      if let slot = probation.removeFirst(in: &nodes) ?? protected.removeFirst(in: &nodes) {
        return Int(slot)
      }
      return window.removeFirst(in: &nodes).map(Int.init)
    }
    guard victim >= 0, sketch.estimate(nodes[candidate].hash) > sketch.estimate(nodes[victim].hash) else {
      return Int(candidate)
    }
    remove(Int(victim))
    probation.append(candidate, in: &nodes)
    return Int(victim)
  }
}
