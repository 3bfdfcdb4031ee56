/// The policy that a cache's options chose.
///
/// The policies that were not chosen hold empty arrays. They are members and not the cases of an enumeration, because
/// changing a case's payload in place would copy it.
package struct SelectedPolicy: Sendable {
  /// The choice.
  package let eviction: CacheEviction
  private var oldest = OldestPolicy()
  private var lru = LRUPolicy()
  private var s3FIFO = S3FIFOPolicy()

  /// A policy without slots.
  package init(_ eviction: CacheEviction) { self.eviction = eviction }

  /// Where hits are counted without asking the policy; nil where it does not count them, or has to be told of each.
  package var marks: UseMarks? { eviction == .s3FIFO ? s3FIFO.marks : nil }

  /// The number of slots in use.
  package var count: Int {
    switch eviction {
    case .oldest: oldest.count
    case .lru: lru.count
    case .s3FIFO: s3FIFO.count
    }
  }

  /// The sum of the weights of the slots in use.
  package var weight: Int {
    switch eviction {
    case .oldest: oldest.weight
    case .lru: lru.weight
    case .s3FIFO: s3FIFO.weight
    }
  }

  /// Takes note of a new entry in a slot that is not in use.
  ///
  /// - Complexity: O(1) amortized.
  package mutating func insert(_ slot: Int, hash: Int, weight: Int) {
    switch eviction {
    case .oldest: oldest.insert(slot, hash: hash, weight: weight)
    case .lru: lru.insert(slot, hash: hash, weight: weight)
    case .s3FIFO: s3FIFO.insert(slot, hash: hash, weight: weight)
    }
  }

  /// Takes note of a hit.
  ///
  /// - Complexity: O(1), without allocation.
  package mutating func touch(_ slot: Int) {
    switch eviction {
    case .oldest: break
    case .lru: lru.touch(slot)
    case .s3FIFO: s3FIFO.touch(slot)
    }
  }

  /// Takes note that an entry was written again.
  ///
  /// - Complexity: O(1).
  package mutating func replace(_ slot: Int, weight: Int) {
    switch eviction {
    case .oldest: oldest.replace(slot, weight: weight)
    case .lru: lru.replace(slot, weight: weight)
    case .s3FIFO: s3FIFO.replace(slot, weight: weight)
    }
  }

  /// Forgets an entry that went for another reason.
  ///
  /// - Complexity: O(1).
  package mutating func remove(_ slot: Int) {
    switch eviction {
    case .oldest: oldest.remove(slot)
    case .lru: lru.remove(slot)
    case .s3FIFO: s3FIFO.remove(slot)
    }
  }

  /// Picks the entry to go, and forgets it; nil when there is none.
  ///
  /// - Complexity: O(1) amortized.
  package mutating func evict() -> Int? {
    switch eviction {
    case .oldest: oldest.evict()
    case .lru: lru.evict()
    case .s3FIFO: s3FIFO.evict()
    }
  }
}
