/// Which lines two texts have in common, in order; everything else was deleted or inserted.
///
/// Three steps, from cheap to costly, none of which can make the result wrong, only longer than it needs to be:
/// 1. the common beginning and end are set aside;
/// 2. lines that occur once on either side are anchors (patience): the longest ascending run of them is kept, and the
///    gaps between them are compared on their own;
/// 3. a gap without anchors goes through Myers' greedy search, which gives up past a number of differences, and the
///    gap then counts as replaced whole.
struct LineDiff {
  /// Stretches of common lines, ascending on both sides.
  private(set) var common: [(old: Int, new: Int, count: Int)] = []

  private let old: [Int]
  private let new: [Int]

  /// Past so many differences in one gap it counts as replaced whole: the search costs their square.
  private static let differenceLimit = 400

  /// - Complexity: O(n log n) and O(d²) for gaps of d differences, d bounded.
  init(_ old: [ArraySlice<UInt8>], _ new: [ArraySlice<UInt8>]) {
    // Lines as small numbers, the same for the same bytes.
    var numbers: [ArraySlice<UInt8>: Int] = [:]
    func number(_ line: ArraySlice<UInt8>) -> Int {
      if let known = numbers[line] { return known }
      numbers[line] = numbers.count
      return numbers.count - 1
    }
    self.old = old.map(number)
    self.new = new.map(number)
    compare(old.indices, new.indices)
  }

  /// Gaps that are still to be compared stand on a stack of their own, last one first: no recursion on long texts.
  private mutating func compare(_ old: Range<Int>, _ new: Range<Int>) {
    enum Step {
      case gap(Range<Int>, Range<Int>)
      case common(Int, Int, Int)
    }
    var steps: [Step] = [.gap(old, new)]
    while let step = steps.popLast() {
      switch step {
      case .common(let old, let new, let count):
        keep(old, new, count)
      case .gap(var old, var new):
        let start = zip(old, new).prefix { self.old[$0] == self.new[$1] }.count
        keep(old.lowerBound, new.lowerBound, start)
        old = (old.lowerBound + start)..<old.upperBound
        new = (new.lowerBound + start)..<new.upperBound
        let end = zip(old.reversed(), new.reversed()).prefix { self.old[$0] == self.new[$1] }.count
        old = old.lowerBound..<(old.upperBound - end)
        new = new.lowerBound..<(new.upperBound - end)
        steps.append(.common(old.upperBound, new.upperBound, end))
        guard !old.isEmpty, !new.isEmpty else { continue }

        let anchors = anchors(old, new)
        if anchors.isEmpty {
          for run in greedyRuns(old, new).reversed() { steps.append(.common(run.old, run.new, run.count)) }
          continue
        }
        var ends = (old: old.upperBound, new: new.upperBound)
        for anchor in anchors.reversed() {
          steps.append(.gap((anchor.old + 1)..<ends.old, (anchor.new + 1)..<ends.new))
          steps.append(.common(anchor.old, anchor.new, 1))
          ends = anchor
        }
        steps.append(.gap(old.lowerBound..<ends.old, new.lowerBound..<ends.new))
      }
    }
  }

  private mutating func keep(_ old: Int, _ new: Int, _ count: Int) {
    guard count > 0 else { return }
    if let last = common.last, last.old + last.count == old, last.new + last.count == new {
      common[common.count - 1].count += count
    } else {
      common.append((old, new, count))
    }
  }

  /// Lines that occur once in both ranges, as many as ascend on both sides.
  private func anchors(_ old: Range<Int>, _ new: Range<Int>) -> [(old: Int, new: Int)] {
    func places(_ lines: [Int], _ range: Range<Int>) -> [Int: Int] {
      var places: [Int: Int] = [:]
      for index in range { places[lines[index]] = places[lines[index]] == nil ? index : -1 }
      return places
    }
    let there = places(self.new, new)
    let pairs = places(self.old, old).compactMap { line, index -> (old: Int, new: Int)? in
      guard index >= 0, let other = there[line], other >= 0 else { return nil }
      return (index, other)
    }
    return Self.longestAscent(pairs.sorted { $0.old < $1.old })
  }

  /// The longest run of pairs whose second parts ascend too.
  private static func longestAscent(_ pairs: [(old: Int, new: Int)]) -> [(old: Int, new: Int)] {
    // For every length, the index of the pair with the least second part that ends a run of that length.
    var ends: [Int] = []
    var previous = [Int?](repeating: nil, count: pairs.count)
    for (index, pair) in pairs.enumerated() {
      var low = 0
      var high = ends.count
      while low < high {
        let middle = (low + high) / 2
        if pairs[ends[middle]].new < pair.new { low = middle + 1 } else { high = middle }
      }
      previous[index] = low == 0 ? nil : ends[low - 1]
      if low == ends.count { ends.append(index) } else { ends[low] = index }
    }
    var run: [(old: Int, new: Int)] = []
    var next = ends.last
    while let index = next {
      run.append(pairs[index])
      next = previous[index]
    }
    return run.reversed()
  }

  /// Myers' search: the furthest place reached on every diagonal, one difference more at a time.
  private func greedyRuns(_ old: Range<Int>, _ new: Range<Int>) -> [(old: Int, new: Int, count: Int)] {
    var trace: [[Int]] = []
    for differences in 0...min(old.count + new.count, Self.differenceLimit) {
      // A diagonal `k` has index `k + differences + 1`, so that its neighbours have one too.
      var row = [Int](repeating: 0, count: 2 * differences + 3)
      for diagonal in stride(from: -differences, through: differences, by: 2) {
        var x = Self.step(to: diagonal, differences, trace.last ?? []).start
        while x < old.count, x - diagonal < new.count,
          self.old[old.lowerBound + x] == self.new[new.lowerBound + x - diagonal]
        {
          x += 1
        }
        row[diagonal + differences + 1] = x
        if diagonal == old.count - new.count, x >= old.count {
          trace.append(row)
          return runs(trace, old, new)
        }
      }
      trace.append(row)
    }
    return []
  }

  /// The last difference on the way to a diagonal: which diagonal it came from, where it was there, and where it is now.
  private static func step(
    to diagonal: Int, _ differences: Int, _ before: [Int]
  ) -> (diagonal: Int, reached: Int, start: Int) {
    guard differences > 0 else { return (0, 0, 0) }
    func reached(_ diagonal: Int) -> Int { before[diagonal + differences] }
    let isInsertion =
      diagonal == -differences
      || (diagonal != differences && reached(diagonal - 1) < reached(diagonal + 1))
    let from = isInsertion ? diagonal + 1 : diagonal - 1
    return (from, reached(from), isInsertion ? reached(from) : reached(from) + 1)
  }

  /// Walks the search back from its end.
  private func runs(
    _ trace: [[Int]], _ old: Range<Int>, _ new: Range<Int>
  ) -> [(old: Int, new: Int, count: Int)] {
    var runs: [(old: Int, new: Int, count: Int)] = []
    var x = old.count
    var y = new.count
    for differences in stride(from: trace.count - 1, through: 0, by: -1) {
      let diagonal = x - y
      let step = Self.step(to: diagonal, differences, differences > 0 ? trace[differences - 1] : [])
      if x > step.start {
        runs.append((old.lowerBound + step.start, new.lowerBound + step.start - diagonal, x - step.start))
      }
      (x, y) = (step.reached, step.reached - step.diagonal)
    }
    return runs.reversed()
  }
}
