/// A source without what nobody reads, and where the rest of it stood.
package struct CondensedSource: Sendable {
  /// What is left.
  package let bytes: [UInt8]
  /// Where each stretch that was kept begins, here and in the source.
  private let starts: [(here: Int, there: Int)]

  /// - Parameter ranges: What is left out, in ascending order and without overlap.
  package init(_ source: [UInt8], without ranges: [Range<Int>]) {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(source.count - ranges.reduce(0) { $0 + $1.count })
    var starts: [(here: Int, there: Int)] = []
    starts.reserveCapacity(ranges.count + 1)
    var next = 0
    for range in ranges {
      if range.lowerBound > next {
        starts.append((bytes.count, next))
        bytes += source[next..<range.lowerBound]
      }
      next = range.upperBound
    }
    starts.append((bytes.count, next))
    bytes += source[next...]
    self.bytes = bytes
    self.starts = starts
  }

  /// Where a byte that was kept stood in the source.
  ///
  /// - Complexity: O(log *n*) for *n* stretches.
  package func offset(of offset: Int) -> Int {
    let stretch = starts[max(0, starts.partitioningIndex { $0.here > offset } - 1)]
    return stretch.there + offset - stretch.here
  }

  /// Where a range that begins and ends with bytes that were kept stood, with what was left out before it.
  package func range(of range: Range<Int>) -> Range<Int> {
    func end(_ offset: Int) -> Int { offset == 0 ? 0 : self.offset(of: offset - 1) + 1 }
    return end(range.lowerBound)..<end(range.upperBound)
  }

  /// Where an offset of the source is here; what was left out is where it would be.
  package func place(ofOffset offset: Int) -> Int {
    let next = starts.partitioningIndex { $0.there > offset }
    guard next > 0 else { return 0 }
    let end = next < starts.count ? starts[next].here : bytes.count
    return min(starts[next - 1].here + offset - starts[next - 1].there, end)
  }
}
