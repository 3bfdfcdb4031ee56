import HashProbe
import SeededRandom
import Testing

@Suite struct CondensedSourceTests {
  @Test(arguments: [1, 2, 3] as [UInt64])
  func `Every byte that is kept knows its place`(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    for _ in 0..<200 {
      let source = (0..<Int.random(in: 0...60, using: &random)).map { UInt8($0) }
      var ranges: [Range<Int>] = []
      var next = 0
      while next < source.count {
        let start = Int.random(in: next...source.count, using: &random)
        let end = Int.random(in: start...source.count, using: &random)
        if start < end { ranges.append(start..<end) }
        next = end + Int.random(in: 0...3, using: &random)
      }
      let condensed = CondensedSource(source, without: ranges)
      let kept = source.indices.filter { index in !ranges.contains { $0.contains(index) } }
      #expect(condensed.bytes == kept.map { source[$0] }, "seed \(seed), \(ranges)")
      for (here, there) in kept.enumerated() {
        #expect(condensed.offset(of: here) == there, "seed \(seed), \(ranges)")
        #expect(condensed.place(ofOffset: there) == here, "seed \(seed), \(ranges)")
      }
      // Ranges side by side leave nothing between them.
      let middle = Int.random(in: 0...condensed.bytes.count, using: &random)
      let left = condensed.range(of: 0..<middle)
      let right = condensed.range(of: middle..<condensed.bytes.count)
      #expect(left.lowerBound == 0 && left.upperBound == right.lowerBound, "seed \(seed), \(ranges)")
      #expect(kept.prefix(middle).allSatisfy(left.contains), "seed \(seed), \(ranges)")
      #expect(kept.dropFirst(middle).allSatisfy(right.contains), "seed \(seed), \(ranges)")
    }
  }
}
