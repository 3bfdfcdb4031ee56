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
    table.find(hash) { hasBits(of: key, $0) || entries[$0].key == key }
  }

  /// Whether the key in a slot has the same bits, so that nothing tells the two apart.
  ///
  /// A string that is called with again is nearly always the same storage. To compare it, the one that is held would have to be
  /// retained and released, which takes a quarter of the time of a hit.
  @inlinable @inline(__always) func hasBits(of key: Key, _ slot: Int) -> Bool {
    // The key lies first in an entry.
    let held = UnsafeRawPointer(entries + slot)
    return withUnsafeBytes(of: key) { bits in
      var place = 0
      while place &+ 8 <= MemoryLayout<Key>.size {
        guard
          bits.loadUnaligned(fromByteOffset: place, as: UInt64.self)
            == held.loadUnaligned(fromByteOffset: place, as: UInt64.self)
        else { return false }
        place &+= 8
      }
      while place < MemoryLayout<Key>.size {
        guard bits[place] == held.load(fromByteOffset: place, as: UInt8.self) else { return false }
        place &+= 1
      }
      return true
    }
  }
}
