import SeededRandom
import Testing

@testable import Linter

@Suite struct ByteBudgetTests {
  @Test(arguments: [
    ([] as [Int], [] as [Int]),
    ([1, 3, 2], [1, 2, 0]),
    // The second large one has no room beside the first; small ones of as many bytes come between.
    ([60, 60, 10, 30, 20], [0, 3, 4, 2, 1]),
    // What is larger than the budget leaves no room for anything.
    ([300, 60, 10], [0, 1, 2]),
  ])
  func `Large items are begun first, with small ones between those that would wait for each other`(
    sizes: [Int], order: [Int]
  ) {
    #expect(ByteBudget(100).order(of: sizes) == order)
  }

  @Test(arguments: [1, 2, 3] as [UInt64])
  func `Every item is begun once`(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let sizes = (0..<500).map { _ in Int.random(in: 0...200, using: &random) }
    #expect(ByteBudget(100).order(of: sizes).sorted() == Array(sizes.indices), "seed \(seed)")
  }
}
