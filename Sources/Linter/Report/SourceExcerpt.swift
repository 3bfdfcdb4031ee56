import Rules

/// A line of source with carets under the range in question.
///
/// ```
///  12 | @cache(ttl: 60)
///     | ^~~~~~
/// ```
struct SourceExcerpt {
  var line: String
  var from: SourcePosition
  var to: SourcePosition

  /// - Parameter paint: Colours the carets.
  func text(_ paint: (String) -> String) -> String {
    let number = String(from.line)
    let margin = String(repeating: " ", count: number.count)
    return " \(number) | \(TerminalCells.harmless(line))\n \(margin) | \(paint(carets))\n"
  }

  /// Under every column of the range, as wide as the terminal shows it, as far as the line goes.
  private var carets: String {
    let before = prefix(bytes: from.column - 1)
    let end = to.line == from.line ? to.column - 1 : line.utf8.count
    let inside = prefix(bytes: max(end, from.column)).dropFirst(before.count)
    // Tabs stay tabs, so that the carets stand where the text stands.
    let indent = before.map { $0 == "\t" ? "\t" : String(repeating: " ", count: TerminalCells.width(of: $0)) }
      .joined()
    let width = max(1, inside.reduce(0) { $0 + TerminalCells.width(of: $1) })
    return indent + "^" + String(repeating: "~", count: width - 1)
  }

  private func prefix(bytes: Int) -> Substring {
    let utf8 = line.utf8
    let end = utf8.index(utf8.startIndex, offsetBy: max(0, bytes), limitedBy: utf8.endIndex) ?? utf8.endIndex
    return line[..<end]
  }
}
