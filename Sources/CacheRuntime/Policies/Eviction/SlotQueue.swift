/// What a policy keeps for one slot.
struct SlotNode: Sendable {
  /// The neighbours in the queue, -1 at its ends.
  var previous: Int32 = -1
  var next: Int32 = -1
  /// The policy's own mark: a use count.
  var uses: UInt8 = 0
  /// The queue that the slot is in, 0 for none.
  var queue: UInt8 = 0
  /// The hash of the key.
  var hash: UInt32 = 0
  /// The weight of the entry.
  var weight = 0
}

/// The nodes of a policy, one a slot.
struct SlotNodes: Sendable {
  private var nodes: ContiguousArray<SlotNode> = []

  subscript(slot: Int32) -> SlotNode {
    get { nodes[Int(slot)] }
    _modify { yield &nodes[Int(slot)] }
  }

  /// Makes room for a slot and starts it afresh.
  mutating func start(_ slot: Int, hash: Int, weight: Int) {
    precondition(weight >= 0, "a weight cannot be negative, and that of slot \(slot) is \(weight)")
    while nodes.count <= slot { nodes.append(SlotNode()) }
    precondition(nodes[slot].queue == 0, "slot \(slot) is in use already")
    // The upper bits: a store that has split its keys by the lower ones leaves those alike.
    nodes[slot].hash = UInt32(truncatingIfNeeded: UInt(bitPattern: hash) >> 32)
    nodes[slot].weight = weight
    nodes[slot].uses = 0
  }

  /// Whether the slot is in a queue.
  func contains(_ slot: Int) -> Bool { slot >= 0 && slot < nodes.count && nodes[slot].queue != 0 }
}

/// A queue of slots, linked through their nodes.
///
/// Every slot in it carries its `id`, no slot is in two queues, `count` is the length of the chain from `first` to `last`,
/// and `weight` the sum of its weights.
struct SlotQueue: Sendable {
  let id: UInt8
  private(set) var first: Int32 = -1
  private(set) var last: Int32 = -1
  private(set) var count = 0
  private(set) var weight = 0

  init(id: UInt8) { self.id = id }

  mutating func append(_ slot: Int32, in nodes: inout SlotNodes) {
    nodes[slot].previous = last
    nodes[slot].next = -1
    nodes[slot].queue = id
    if last >= 0 { nodes[last].next = slot } else { first = slot }
    last = slot
    count += 1
    weight += nodes[slot].weight
  }

  mutating func remove(_ slot: Int32, in nodes: inout SlotNodes) {
    let node = nodes[slot]
    precondition(node.queue == id, "slot \(slot) is in queue \(node.queue), not in queue \(id)")
    if node.previous >= 0 { nodes[node.previous].next = node.next } else { first = node.next }
    if node.next >= 0 { nodes[node.next].previous = node.previous } else { last = node.previous }
    nodes[slot].queue = 0
    count -= 1
    weight -= node.weight
  }

  mutating func removeFirst(in nodes: inout SlotNodes) -> Int32? {
    guard first >= 0 else { return nil }
    let slot = first
    remove(slot, in: &nodes)
    return slot
  }

  mutating func moveToEnd(_ slot: Int32, in nodes: inout SlotNodes) {
    guard slot != last else { return }
    remove(slot, in: &nodes)
    append(slot, in: &nodes)
  }

  mutating func reweigh(_ slot: Int32, to weight: Int, in nodes: inout SlotNodes) {
    precondition(weight >= 0, "a weight cannot be negative, and that of slot \(slot) is \(weight)")
    self.weight += weight - nodes[slot].weight
    nodes[slot].weight = weight
  }
}
