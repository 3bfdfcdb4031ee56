/// The part of a shard that readers look at without its lock: where each key's entry is.
///
/// It stands apart from the rest, which the holder of the lock changes while others read. Copied, it costs five words.
@usableFromInline struct EntryIndex<Key: Hashable, Value> {
  @usableFromInline var table = SlotTable()
  @usableFromInline var entries: UnsafeMutablePointer<CacheEntry<Key, Value>> = .allocate(capacity: 0)
  /// Where hits are counted, by slot; nil where the policy does not count them so.
  @usableFromInline var marks: UnsafeMutablePointer<UseMarks.Mark>?

  init() {}

  /// From one index to the next: each has cache lines of its own.
  @usableFromInline static var stride: Int { 128 }

  /// The slot of this key.
  @inlinable @inline(__always) func find(_ key: Key, _ hash: Int) -> Int? {
    table.find(hash) { entries[$0].key == key }
  }
}
