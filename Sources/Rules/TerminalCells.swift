/// How a terminal shows text from a file.
package enum TerminalCells {
  /// Text without characters that would move the cursor or turn its direction; tabs stay.
  package static func harmless(_ text: some StringProtocol) -> String {
    text.split(separator: "\t", omittingEmptySubsequences: false).map { SingleLine.whole(String($0)) }
      .joined(separator: "\t")
  }

  /// Two cells for East Asian wide characters and emoji, one for the others.
  package static func width(of character: Character) -> Int {
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
