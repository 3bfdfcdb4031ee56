// Who has to go when a cache is full.
//
// The store keeps its entries in slots, numbered from 0, and tells the policy what happens to them. The policy keeps only
// links between slot numbers, in arrays of its own, so that nothing is allocated on a hit, and every operation is O(1),
// amortized where a scan passes entries that were used since the scan before. The policy sees neither keys nor values, so
// it is compiled once, in this module, and not again for every key.
//
//    store:    key → slot        slots [ entry | entry | free | entry | … ]
//    policy:                     nodes [ links | links |  –   | links | … ]   queues: first slot, last slot, weight
//
// The store holds its lock around every call. Limits are the store's affair: it asks for victims until it is content.

/// Orders the slots of a store by how little their loss would hurt.
package protocol EvictionPolicy: Sendable {
  /// A policy without slots.
  init()

  /// The number of slots in use.
  var count: Int { get }

  /// The sum of the weights of the slots in use.
  var weight: Int { get }

  /// Takes note of a new entry.
  ///
  /// - Parameters:
  ///   - slot: A slot that is not in use.
  ///   - hash: The hash of the entry's key, by which a policy recognizes a key that it has let go.
  ///   - weight: The entry's weight, zero or more.
  /// - Complexity: O(1) amortized.
  mutating func insert(_ slot: Int, hash: Int, weight: Int)

  /// Takes note of a hit; of one on a slot that is not in use any more, a policy that orders slots by hits takes none.
  ///
  /// - Complexity: O(1), without allocation.
  mutating func touch(_ slot: Int)

  /// Takes note that an entry was written again.
  ///
  /// - Complexity: O(1).
  mutating func replace(_ slot: Int, weight: Int)

  /// Forgets an entry that went for another reason: expired, cleared.
  ///
  /// - Complexity: O(1).
  mutating func remove(_ slot: Int)

  /// Picks the entry to go, and forgets it; nil when there is none.
  ///
  /// - Complexity: O(1) amortized.
  mutating func evict() -> Int?
}
