// S3-FIFO (Yang, Zhang, Qiu, Yue, Rashmi: "FIFO queues are all you need for cache eviction", SOSP 2023).
//
//    new ──▶ small (a tenth) ──used twice──▶ main ──used──▶ back to its end
//                 │                           │
//                 ▼ otherwise                 ▼ otherwise
//              gone, its key noted          gone
//
// A key that comes back while it is still noted goes straight to main. Most keys that are used once only ever pass through
// the small queue, so a scan cannot push out what main holds.

/// New entries prove themselves in a small queue before they may enter the main one.
package struct S3FIFOPolicy: EvictionPolicy {
  private var nodes = SlotNodes()
  private var small = SlotQueue(id: 1)
  private var main = SlotQueue(id: 2)
  private var gone = GhostTable()
  /// Who uses an entry counts here, if it can without asking the policy.
  package let marks = UseMarks()

  package init() {}

  package var count: Int { small.count + main.count }
  package var weight: Int { small.weight + main.weight }

  package mutating func insert(_ slot: Int, hash: Int, weight: Int) {
    nodes.start(slot, hash: hash, weight: weight)
    marks.start(slot)
    if gone.remove(nodes[Int32(slot)].hash) {
      main.append(Int32(slot), in: &nodes)
    } else {
      small.append(Int32(slot), in: &nodes)
    }
  }

  package mutating func touch(_ slot: Int) {
    if marks[slot] < UseMarks.limit { marks[slot] += 1 }
  }

  package mutating func replace(_ slot: Int, weight: Int) {
    if nodes[Int32(slot)].queue == small.id {
      small.reweigh(Int32(slot), to: weight, in: &nodes)
    } else {
      main.reweigh(Int32(slot), to: weight, in: &nodes)
    }
    touch(slot)
  }

  package mutating func remove(_ slot: Int) {
    if nodes[Int32(slot)].queue == small.id {
      small.remove(Int32(slot), in: &nodes)
    } else {
      main.remove(Int32(slot), in: &nodes)
    }
  }

  package mutating func evict() -> Int? {
    while true {
      if main.count == 0 || isSmallOverShare, let slot = small.removeFirst(in: &nodes) {
        if marks[Int(slot)] > 1 {
          marks[Int(slot)] = 0
          main.append(slot, in: &nodes)
          continue
        }
        gone.insert(nodes[slot].hash, keeping: main.count + small.count)
        return Int(slot)
      }
      guard let slot = main.removeFirst(in: &nodes) else { return nil }
      if marks[Int(slot)] == 0 { return Int(slot) }
      marks[Int(slot)] -= 1
      main.append(slot, in: &nodes)
    }
  }

  /// Whether the small queue holds more than a tenth, by number or by weight.
  private var isSmallOverShare: Bool {
    small.count * 10 > count || small.weight > weight / 10 && small.weight > 0
  }
}
