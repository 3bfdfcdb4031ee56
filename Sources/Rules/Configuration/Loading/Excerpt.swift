/// A line of a file and the carets under a part of it, fit for a terminal.
///
/// Tabs stay tabs in both lines, so that the caret stands right whatever their width; wide characters take two
/// columns and combining ones none. Of a long line only what surrounds the caret is shown.
struct Excerpt {
  static let maximumWidth = 110

  var line: String
  var caret: String

  init(_ place: RulesFileError.Place) {
    let start = max(0, place.column - 1)
    let end = start + max(0, place.length)
    var cells: [Cell] = []
    var offset = 0
    for character in place.text {
      cells.append(Cell(character, at: offset))
      offset += character.utf8.count
    }
    let first = cells.firstIndex { $0.offset + $0.length > start } ?? cells.count
    let last = max(first + 1, cells.firstIndex { $0.offset >= end } ?? cells.count)

    // Room for two thirds of the width in front of the caret; the rest behind it.
    var from = 0
    if cells.count > Self.maximumWidth { from = max(0, first - Self.maximumWidth * 2 / 3) }
    let to = min(cells.count, from + Self.maximumWidth)
    let shown = cells[min(from, to)..<to]
    line = (from > 0 ? "…" : "") + shown.map(\.text).joined() + (to < cells.count ? "…" : "")

    let indent = cells[min(from, first)..<first].map(\.blank).joined()
    let marked = max(
      1, cells[min(first, to)..<max(min(first, to), min(last, to))].reduce(0) { $0 + $1.width })
    caret = (from > 0 ? " " : "") + indent + "^" + String(repeating: "~", count: marked - 1)
  }

  private struct Cell {
    var text: String
    var offset: Int
    var length: Int
    var width: Int

    init(_ character: Character, at offset: Int) {
      self.offset = offset
      length = character.utf8.count
      text = TerminalCells.harmless(String(character))
      width = TerminalCells.width(of: character)
    }

    var blank: String { text == "\t" ? "\t" : String(repeating: " ", count: width) }
  }
}
