import SwiftSyntax

extension SyntaxProtocol {
  /// The code in one line, for a message: comments left out, and one blank where any white space stands.
  var oneLine: String {
    var text = ""
    for token in tokens(viewMode: .sourceAccurate) {
      if !text.isEmpty, let before = token.previousToken(viewMode: .sourceAccurate),
        !before.trailingTrivia.isEmpty || !token.leadingTrivia.isEmpty
      {
        text += " "
      }
      text += token.text
    }
    return text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
