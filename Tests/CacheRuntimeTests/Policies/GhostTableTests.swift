import SeededRandom
import Testing

@testable import CacheRuntime

/// Which keys that went are still noted.
@Suite struct GhostTableTests {
  @Test func remembersTheLastOnes() {
    var table = GhostTable()
    for hash in 0..<1_000 as Range<UInt32> { table.insert(hash, keeping: 100) }
    #expect((0..<900).allSatisfy { !table.remove($0) })
    #expect((900..<1_000).allSatisfy { table.remove($0) })
    #expect((900..<1_000).allSatisfy { !table.remove($0) })
  }

  @Test func forgetsTheOlderOneWhereTooManyMeet() {
    var table = GhostTable()
    // Sixteen cells in four buckets: these six meet in one bucket.
    let hashes: [UInt32] = [0, 4, 8, 12, 16, 20]
    for hash in hashes { table.insert(hash, keeping: 8) }
    #expect(hashes.map { table.remove($0) } == [false, false, true, true, true, true])
  }

  @Test func keepsWhatItKnowsWhenItGrows() {
    var table = GhostTable()
    for hash in 0..<8 as Range<UInt32> { table.insert(hash, keeping: 8) }
    for hash in 8..<500 as Range<UInt32> { table.insert(hash, keeping: 500) }
    #expect((0..<500).allSatisfy { table.remove($0) })
  }

  /// As long as no bucket can overflow, the table agrees with a plain list.
  @Test(arguments: 1...20 as ClosedRange<UInt64>)
  func agreesWithAList(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    var table = GhostTable()
    var list: [UInt32?] = []
    var limit = 1
    for step in 0..<1_000 {
      let hash = UInt32.random(in: 0..<16, using: &random)
      if Bool.random(using: &random) {
        limit = Int.random(in: 0...12, using: &random)
        table.insert(hash, keeping: limit)
        list = list.map { $0 == hash ? nil : $0 } + [hash]
      } else {
        let index = list.lastIndex(of: hash)
        let isKnown = index.map { list.count - $0 <= max(limit, 1) } ?? false
        if let index { list[index] = nil }
        #expect(table.remove(hash) == isKnown, "seed \(seed), step \(step)")
      }
    }
  }
}
