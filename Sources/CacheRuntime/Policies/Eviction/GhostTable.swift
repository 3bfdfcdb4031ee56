/// The last keys that were let go, by their hashes, in buckets of four; where two keys meet, the older one is lost.
struct GhostTable: Sendable {
  private struct Cell {
    var hash: UInt32 = 0
    /// The number of the insertion, 0 for an empty cell.
    var stamp: UInt32 = 0
  }

  private var cells: ContiguousArray<Cell> = []
  private var clock: UInt32 = 0
  private var reach: UInt32 = 0

  /// Notes a key, and forgets those noted more than `limit` insertions ago.
  mutating func insert(_ hash: UInt32, keeping limit: Int) {
    let limit = max(limit, 1)
    reach = UInt32(clamping: limit)
    if cells.count < limit * 2, cells.count < 1 << 30 { grow(toHold: limit) }
    // After 2^32 insertions the stamps start anew.
    clock &+= 1
    if clock == 0 {
      for index in cells.indices { cells[index] = Cell() }
      clock = 1
    }
    place(Cell(hash: hash, stamp: clock))
  }

  /// Forgets a key; false when it is not noted.
  mutating func remove(_ hash: UInt32) -> Bool {
    guard !cells.isEmpty else { return false }
    let start = bucket(of: hash)
    for index in start..<start + 4 where cells[index].hash == hash && cells[index].stamp != 0 {
      let isKnown = clock - cells[index].stamp < reach
      cells[index] = Cell()
      return isKnown
    }
    return false
  }

  private func bucket(of hash: UInt32) -> Int { (Int(hash) << 2) & (cells.count - 1) }

  private mutating func place(_ cell: Cell) {
    let start = bucket(of: cell.hash)
    var oldest = start
    for index in start..<start + 4 {
      if cells[index].hash == cell.hash {
        oldest = index
        break
      }
      if cells[index].stamp < cells[oldest].stamp { oldest = index }
    }
    cells[oldest] = cell
  }

  private mutating func grow(toHold limit: Int) {
    var size = 16
    while size < limit * 2 { size *= 2 }
    let old = cells
    cells = ContiguousArray(repeating: Cell(), count: size)
    for cell in old where cell.stamp != 0 { place(cell) }
  }
}
