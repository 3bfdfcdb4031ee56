/// The entry used longest ago goes first.
package struct LRUPolicy: EvictionPolicy {
  private var nodes = SlotNodes()
  private var queue = SlotQueue(id: 1)

  package init() {}

  package var count: Int { queue.count }
  package var weight: Int { queue.weight }

  package mutating func insert(_ slot: Int, hash: Int, weight: Int) {
    nodes.start(slot, hash: hash, weight: weight)
    queue.append(Int32(slot), in: &nodes)
  }

  package mutating func touch(_ slot: Int) {
    // Hits are told some time after: the entry may have gone since.
    if nodes.contains(slot) { queue.moveToEnd(Int32(slot), in: &nodes) }
  }

  package mutating func replace(_ slot: Int, weight: Int) {
    queue.reweigh(Int32(slot), to: weight, in: &nodes)
    queue.moveToEnd(Int32(slot), in: &nodes)
  }

  package mutating func remove(_ slot: Int) { queue.remove(Int32(slot), in: &nodes) }

  package mutating func evict() -> Int? { queue.removeFirst(in: &nodes).map(Int.init) }
}
