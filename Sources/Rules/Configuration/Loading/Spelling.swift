/// The name a person probably meant.
package enum Spelling {
  /// The nearest of `names`, where it is near enough to be worth naming; of equals, the first.
  package static func nearest(to name: String, among names: some Sequence<String>) -> String? {
    let typed = Array(name.lowercased().unicodeScalars.prefix(64))
    var best: (name: String, distance: Int)?
    for candidate in names {
      let distance = distance(typed, Array(candidate.lowercased().unicodeScalars.prefix(64)))
      let limit = max(1, min(typed.count, candidate.unicodeScalars.count) / 3)
      if distance <= limit, distance < best?.distance ?? .max { best = (candidate, distance) }
    }
    return best?.name
  }

  /// The number of insertions, removals, changes and swaps of neighbours from one to the other.
  private static func distance(_ from: [Unicode.Scalar], _ to: [Unicode.Scalar]) -> Int {
    var beforeLast = [Int](repeating: 0, count: to.count + 1)
    var last = Array(0...to.count)
    for (row, left) in from.enumerated() {
      var current = [row + 1]
      for (column, right) in to.enumerated() {
        var cost = min(last[column] + (left == right ? 0 : 1), last[column + 1] + 1, current[column] + 1)
        if row > 0, column > 0, left == to[column - 1], from[row - 1] == right {
          cost = min(cost, beforeLast[column - 1] + 1)
        }
        current.append(cost)
      }
      (beforeLast, last) = (last, current)
    }
    return last[to.count]
  }
}
