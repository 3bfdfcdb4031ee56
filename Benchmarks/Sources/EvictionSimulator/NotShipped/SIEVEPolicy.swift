// SIEVE (Zhang, Yang, Yue, Vigfusson, Rashmi: "SIEVE is Simpler than LRU", NSDI 2024).
//
//    oldest ── a ── b* ── c ── d* ── e ── newest          * used since the hand passed
//                   ▲ hand, moving towards the newest and then round to the oldest
//
// A hit sets a mark and moves nothing. To find a victim the hand takes the first unmarked entry, wiping the marks that it
// passes. Entries that survive keep their place, so a new entry stands between the hand and the end, and goes soon unless
// it is used.

/// A hand goes round from the oldest entry to the newest and takes the first that was not used since it last passed.
package struct SIEVEPolicy: EvictionPolicy {
  private var nodes = SlotNodes()
  private var queue = SlotQueue(id: 1)
  private var hand: Int32 = -1

  package init() {}

  package var count: Int { queue.count }
  package var weight: Int { queue.weight }

  package mutating func insert(_ slot: Int, hash: Int, weight: Int) {
    nodes.start(slot, hash: hash, weight: weight)
    queue.append(Int32(slot), in: &nodes)
  }

  package mutating func touch(_ slot: Int) { nodes[Int32(slot)].uses = 1 }

  package mutating func replace(_ slot: Int, weight: Int) {
    queue.reweigh(Int32(slot), to: weight, in: &nodes)
    nodes[Int32(slot)].uses = 1
  }

  package mutating func remove(_ slot: Int) {
    if hand == Int32(slot) { hand = nodes[hand].next }
    queue.remove(Int32(slot), in: &nodes)
  }

  package mutating func evict() -> Int? {
    var slot = hand >= 0 ? hand : queue.first
    guard slot >= 0 else { return nil }
    // Ends: the second time round no mark is left.
    while nodes[slot].uses > 0 {
      nodes[slot].uses = 0
      slot = nodes[slot].next >= 0 ? nodes[slot].next : queue.first
    }
    hand = nodes[slot].next
    queue.remove(slot, in: &nodes)
    return Int(slot)
  }
}
