#if SharedStore
import Testing

@testable import CacheRuntime

@Suite struct SightingTableTests {
  private let key = StoreFunction.example().call(1)

  private func sighting(_ mark: UInt8) -> Sighting { Sighting(mark: [mark], generations: [.new()]) }

  @Test("the oldest sighting counts, once")
  func oldest() {
    var table = SightingTable()
    let (first, second) = (sighting(1), sighting(2))
    table.note(first, for: key)
    table.note(second, for: key)
    #expect(table.take(key) == .some(first))
    #expect(table.take(key) == nil)
  }

  @Test("a blind look is told from none")
  func blind() {
    var table = SightingTable()
    table.note(nil, for: key)
    #expect(table.take(key) == .some(nil))
    #expect(table.take(key) == nil)
  }

  @Test("a clear of one's own counts from then on")
  func ownClear() {
    var table = SightingTable()
    let first = sighting(1)
    table.markAgain(key, [9])
    #expect(table.take(key) == nil)
    table.note(first, for: key)
    table.markAgain(key, [9])
    #expect(table.take(key) == .some(Sighting(mark: [9], generations: first.generations)))
  }

  @Test("what is never written does not fill the table for ever")
  func bounded() {
    var table = SightingTable()
    let function = StoreFunction.example()
    for index in 0...SightingTable.capacity { table.note(nil, for: function.call(index)) }
    #expect(table.count == 1)
  }
}

@Suite struct PendingClearsTests {
  @Test("many single clears become one of everything")
  func collapse() {
    var pending = PendingClears()
    #expect(pending.isEmpty)
    let function = StoreFunction.example()
    for index in 0..<PendingClears.most { pending.add(.call(function.call(index))) }
    #expect(pending.selections.count == PendingClears.most)
    pending.add(.tag("x"))
    #expect(pending.selections == [.everything])
    pending.add(.tag("x"))
    #expect(pending.selections == [.everything])
    pending.remove([.everything])
    #expect(pending.isEmpty)
  }
}
#endif
