/// The lines of a report; the same whenever the program runs.
struct Report {
  private var lines: [String] = []

  mutating func heading(_ text: String) { lines.append("== \(text)") }

  mutating func line(_ name: String, _ value: some CustomStringConvertible) {
    let padding = String(repeating: " ", count: max(1, 28 - name.count))
    lines.append("\(name)\(padding)\(value)")
  }

  func print() {
    for line in lines { Swift.print(line) }
  }
}
