import Foundation

/// The tables of a run, as text and as JSON.
struct Report: Codable {
  var version = 1
  let repeats: Int
  let processors: Int
  var tables: [Table] = []

  mutating func add(_ table: Table) {
    var table = table
    let floor = table.lines.first?.median ?? 0
    if table.lines.count > 1, floor > 0 {
      for index in table.lines.indices { table.lines[index].ratio = table.lines[index].median / floor }
    }
    tables.append(table)
    print(text(table))
    fflush(nil)
  }

  private func text(_ table: Table) -> String {
    var lines = ["\(table.title)"]
    let width = (table.lines.map(\.name.count).max() ?? 0) + 2
    for line in table.lines {
      var text = "  " + line.name.padding(toLength: width, withPad: " ", startingAt: 0)
      text += pad(with(table.unit, line.median)) + pad("least " + with(table.unit, line.least), 20)
      if let ratio = line.ratio { text += pad("x " + fixed(ratio), 16) }
      lines.append(text)
    }
    return (lines + table.notes.map { "  " + $0 }).joined(separator: "\n") + "\n"
  }

  private func pad(_ text: String, _ width: Int = 14) -> String {
    String(repeating: " ", count: max(1, width - text.count)) + text
  }

  private func with(_ unit: String, _ value: Double) -> String {
    switch (unit, value) {
    case ("ns", 1e9...): fixed(value / 1e9) + " s"
    case ("ns", 1e6...): fixed(value / 1e6) + " ms"
    case ("ns", 1e4...): fixed(value / 1e3) + " us"
    default: fixed(value) + " " + unit
    }
  }

  func write(to path: String) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
    try encoder.encode(self).write(to: URL(fileURLWithPath: path))
  }
}
