/// The known name that an unknown one was probably meant to be, or nothing.
///
/// Case and underscores do not count (`max_entries`, `hashfuncs`); otherwise at most a third of the letters may differ.
func nearest(to name: String, among known: [String]) -> String? {
  let bare = bareName(name)
  let ranked = known.map { (name: $0, distance: editDistance(bare, bareName($0))) }
  guard let best = ranked.min(by: { $0.distance < $1.distance }) else { return nil }
  return best.distance * 3 <= bare.count ? best.name : nil
}

private func bareName(_ name: String) -> [Character] {
  name.lowercased().filter { $0 != "_" }
}

/// How many letters must be inserted, removed, replaced or swapped with their neighbour.
private func editDistance(_ first: [Character], _ second: [Character]) -> Int {
  var beforePrevious: [Int] = []
  var previous = Array(0...second.count)
  for (row, letter) in first.enumerated() {
    var current = [row + 1]
    for (column, other) in second.enumerated() {
      var distance = min(
        previous[column + 1] + 1, current[column] + 1, previous[column] + (letter == other ? 0 : 1))
      if row > 0, column > 0, letter == second[column - 1], first[row - 1] == other {
        distance = min(distance, beforePrevious[column - 1] + 1)
      }
      current.append(distance)
    }
    beforePrevious = previous
    previous = current
  }
  return previous[second.count]
}
