import HashProbe

/// The regions in which one rule is silent: each inside of another one or beside it.
struct SuppressedRegions {
  /// Which region is the innermost from an offset on.
  private struct Border {
    var offset: Int
    var innermost: Suppressions.Key?
  }

  /// By their offsets; of several at one offset the last counts.
  private var borders: [Border] = []

  init(_ regions: [(key: Suppressions.Key, range: Range<Int>)]) {
    var open: [(key: Suppressions.Key, range: Range<Int>)] = []
    for region in regions.sorted(by: { $0.range.lowerBound < $1.range.lowerBound }) {
      while let last = open.last, last.range.upperBound <= region.range.lowerBound { close(&open) }
      open.append(region)
      borders.append(Border(offset: region.range.lowerBound, innermost: region.key))
    }
    while !open.isEmpty { close(&open) }
  }

  private mutating func close(_ open: inout [(key: Suppressions.Key, range: Range<Int>)]) {
    guard let last = open.popLast() else { return }
    borders.append(Border(offset: last.range.upperBound, innermost: open.last?.key))
  }

  /// - Complexity: O(log *n*).
  func innermost(at offset: Int) -> Suppressions.Key? {
    let next = borders.partitioningIndex { $0.offset > offset }
    return next > borders.startIndex ? borders[next - 1].innermost : nil
  }
}
