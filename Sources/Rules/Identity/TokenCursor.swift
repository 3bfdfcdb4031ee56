import SwiftSyntax

/// Finds the tokens at places that come in order, each from the one before.
///
/// A tree looks for a place from its root and through all that stands before it in a list, which for many places in a
/// long file takes time with the square of its length.
struct TokenCursor {
  private let tree: SourceFileSyntax
  private var last: TokenSyntax?

  init(_ tree: SourceFileSyntax) { self.tree = tree }

  /// The token there, comments and white space around it included.
  ///
  /// - Complexity: O(*n*) in the tokens since the place before; from the root for a place that lies before it.
  mutating func token(at offset: Int) -> TokenSyntax? {
    let place = AbsolutePosition(utf8Offset: offset)
    if let last, last.position <= place {
      var token: TokenSyntax? = last
      while let current = token, current.endPosition <= place {
        token = current.nextToken(viewMode: .sourceAccurate)
      }
      if token != nil { self.last = token }
      return token
    }
    last = tree.token(at: place)
    return last
  }
}
