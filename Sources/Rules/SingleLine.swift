/// Text from a file as part of a one-line message, without characters that control a terminal or end the line.
package struct SingleLine: CustomStringConvertible {
  package var description: String

  /// - Parameter limit: How many characters may stand; where more do, the end is left out.
  package init(_ text: String, clippedTo limit: Int = 120) {
    let isClipped = text.utf8.count > limit && text.count > limit
    let shown = isClipped ? text.prefix(limit) + "…" : text[...]
    description =
      shown.unicodeScalars.allSatisfy(Self.isHarmless)
      ? String(shown)
      : shown.unicodeScalars.map { Self.isHarmless($0) ? String($0) : "\u{FFFD}" }.joined()
  }

  /// The whole text.
  package static func whole(_ text: String) -> String { "\(SingleLine(text, clippedTo: .max))" }

  /// The whole text, with blanks for its line ends.
  package static func joined(_ text: String) -> String {
    whole(text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).joined(separator: " "))
  }

  static func isHarmless(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.value < 0x7F { return scalar.value >= 0x20 }
    switch scalar.properties.generalCategory {
    case .control, .lineSeparator, .paragraphSeparator, .surrogate: return false
    case .format: return scalar == "\u{200D}"
    default: return true
    }
  }
}
