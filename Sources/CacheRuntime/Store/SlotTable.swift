/// Finds the slots of entries by the hash of their key: open addressing, one 8-byte cell an entry.
///
/// ```
/// cells   [ – | hash, slot + 1 | – | hash, slot + 1 | hash, slot + 1 | … ]     a power of two, at most 3/4 full
/// ```
/// A cell stands at the lower half of its hash, or behind it in an unbroken run; removing one moves the run up, so there
/// are no tombstones. The owner's lock guards it, and the owner frees it: a `deinit` here would keep the optimizer of Swift
/// 6.3 from inlining what uses it.
@usableFromInline struct SlotTable {
  @usableFromInline var cells: UnsafeMutablePointer<UInt64>
  @usableFromInline var mask: Int
  private var count = 0

  init() {
    mask = 7
    cells = .allocate(capacity: 8)
    cells.initialize(repeating: 0, count: 8)
  }

  func deallocate() { cells.deallocate() }

  /// The half of a hash that a cell keeps.
  @inlinable static func half(_ hash: Int) -> UInt64 { UInt64(truncatingIfNeeded: hash) & 0xFFFF_FFFF }

  /// The slot under this hash for which `isMatch` says yes.
  ///
  /// - Complexity: O(1).
  @inlinable @inline(__always) func find(_ hash: Int, _ isMatch: (Int) -> Bool) -> Int? {
    let half = Self.half(hash)
    var index = Int(half) & mask
    while true {
      let cell = cells[index]
      if cell == 0 { return nil }
      if cell >> 32 == half {
        let slot = Int(truncatingIfNeeded: cell & 0xFFFF_FFFF) &- 1
        if isMatch(slot) { return slot }
      }
      index = (index &+ 1) & mask
    }
  }

  mutating func insert(_ hash: Int, slot: Int) {
    if (count + 1) * 4 > (mask + 1) * 3 { grow() }
    place(Self.half(hash) << 32 | UInt64(slot + 1))
    count += 1
  }

  mutating func remove(_ hash: Int, slot: Int) {
    let cell = Self.half(hash) << 32 | UInt64(slot + 1)
    var hole = Int(Self.half(hash)) & mask
    while cells[hole] != cell {
      if cells[hole] == 0 { return }
      hole = (hole + 1) & mask
    }
    var index = hole
    while true {
      index = (index + 1) & mask
      let next = cells[index]
      if next == 0 { break }
      // A cell may fill the hole unless its home lies behind the hole.
      let home = Int(next >> 32) & mask
      if (index &- home) & mask >= (index &- hole) & mask {
        cells[hole] = next
        hole = index
      }
    }
    cells[hole] = 0
    count -= 1
  }

  mutating func removeAll() {
    cells.deallocate()
    self = SlotTable()
  }

  private mutating func place(_ cell: UInt64) {
    var index = Int(cell >> 32) & mask
    while cells[index] != 0 { index = (index + 1) & mask }
    cells[index] = cell
  }

  private mutating func grow() {
    let (old, oldCount) = (cells, mask + 1)
    mask = oldCount * 2 - 1
    cells = .allocate(capacity: oldCount * 2)
    cells.initialize(repeating: 0, count: oldCount * 2)
    for index in 0..<oldCount where old[index] != 0 { place(old[index]) }
    old.deallocate()
  }

  /// How many entries there are, counted anew, and whether each can be found where it stands.
  var isSound: Bool {
    var found = 0
    for index in 0...mask where cells[index] != 0 {
      found += 1
      var home = Int(cells[index] >> 32) & mask
      while home != index {
        if cells[home] == 0 { return false }
        home = (home + 1) & mask
      }
    }
    return found == count
  }
}
