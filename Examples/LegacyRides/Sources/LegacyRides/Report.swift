/// The lines of a report; the same whenever the program runs.
struct Report {
  private var lines: [String] = []

  mutating func line(_ name: String, _ value: some CustomStringConvertible) {
    let padding = String(repeating: " ", count: max(1, 28 - name.count))
    lines.append("\(name)\(padding)\(value)")
  }

  func print(_ title: String) {
    Swift.print("== \(title)")
    for line in lines { Swift.print(line) }
  }

  /// Prints the lines that another report does not have at the same place.
  func print(_ title: String, unlike other: Report) {
    Swift.print("== \(title): \(lines.count) lines, of which these differ")
    for (line, before) in zip(lines, other.lines) where line != before { Swift.print(line) }
  }

  /// Prints how often the bodies ran, three to a line.
  static func print(_ title: String, _ counts: [(name: String, runs: Int)]) {
    Swift.print("== \(title)")
    for start in stride(from: 0, to: counts.count, by: 3) {
      let part = counts[start..<min(start + 3, counts.count)].map { name, runs in
        let text = "\(name) \(runs)"
        return text + String(repeating: " ", count: max(1, 30 - text.count))
      }
      Swift.print(part.joined().trimmingSuffix(while: { $0 == " " }))
    }
  }
}

extension String {
  fileprivate func trimmingSuffix(while isUnwanted: (Character) -> Bool) -> Substring {
    var end = endIndex
    while end > startIndex, isUnwanted(self[index(before: end)]) { end = index(before: end) }
    return self[..<end]
  }
}
