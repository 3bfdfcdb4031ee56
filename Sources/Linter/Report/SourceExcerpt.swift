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
    return " \(number) | \(visible(line[...]))\n \(margin) | \(paint(carets))\n"
  }

  /// Under every column of the range, as wide as the terminal shows it, as far as the line goes.
  private var carets: String {
    let before = prefix(bytes: from.column - 1)
    let end = to.line == from.line ? to.column - 1 : line.utf8.count
    let inside = prefix(bytes: max(end, from.column)).dropFirst(before.count)
    // Tabs stay tabs, so that the carets stand where the text stands.
    let indent = before.map { $0 == "\t" ? "\t" : String(repeating: " ", count: Self.width(of: $0)) }.joined()
    let width = max(1, inside.reduce(0) { $0 + Self.width(of: $1) })
    return indent + "^" + String(repeating: "~", count: width - 1)
  }

  private func prefix(bytes: Int) -> Substring {
    let utf8 = line.utf8
    let end = utf8.index(utf8.startIndex, offsetBy: max(0, bytes), limitedBy: utf8.endIndex) ?? utf8.endIndex
    return line[..<end]
  }

  /// Control characters would move the cursor.
  private func visible(_ text: Substring) -> String {
    String(
      text.map {
        $0 != "\t" && $0.unicodeScalars.contains { $0.properties.generalCategory == .control } ? "�" : $0
      })
  }

  /// How many cells a character takes: two for East Asian wide ones and emoji.
  private static func width(of character: Character) -> Int {
    guard let scalar = character.unicodeScalars.first else { return 0 }
    if scalar.properties.isEmojiPresentation || character.unicodeScalars.contains("\u{FE0F}") { return 2 }
    switch scalar.value {
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF,
      0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x20000...0x3FFFD:
      return 2
    default: return 1
    }
  }
}
