extension Array {
  /// The first index whose element satisfies `isSecond`, which holds from somewhere on to the end.
  ///
  /// - Complexity: O(log *n*).
  package func partitioningIndex(where isSecond: (Element) -> Bool) -> Int {
    var low = startIndex
    var high = endIndex
    while low < high {
      let middle = low + (high - low) / 2
      if isSecond(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}

extension [Int] {
  /// Whether one of the elements, which ascend, lies in a range.
  ///
  /// - Complexity: O(log *n*).
  package func hasElement(in range: Range<Int>) -> Bool {
    let place = partitioningIndex { $0 >= range.lowerBound }
    return place < count && self[place] < range.upperBound
  }
}
