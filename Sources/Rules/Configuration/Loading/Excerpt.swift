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
      if character == "\t" {
        text = "\t"
        width = 1
        return
      }
      text = character.unicodeScalars.map { SingleLine.isHarmless($0) ? String($0) : "\u{FFFD}" }.joined()
      width = Self.width(of: character)
    }

    var blank: String { text == "\t" ? "\t" : String(repeating: " ", count: width) }

    /// Two columns for East Asian wide characters and emoji, one for the others.
    private static func width(of character: Character) -> Int {
      guard let scalar = character.unicodeScalars.first else { return 0 }
      if scalar.properties.isEmojiPresentation || character.unicodeScalars.contains("\u{FE0F}") { return 2 }
      switch scalar.value {
      case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF,
        0xFE30...0xFE6F,
        0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x20000...0x3FFFD:
        return 2
      default: return 1
      }
    }
  }
}
