import SwiftSyntax

/// The names that a file may declare anywhere: all identifiers but those that can only refer to something.
///
/// A search through scopes for any other name finds nothing, and asking for it at each of many uses would take time
/// with the square of the file's length.
enum DeclarableNames {
  /// - Complexity: O(*n*) in the number of tokens.
  static func names(in tree: SourceFileSyntax) -> Set<String> {
    let visitor = DeclarableNamesVisitor(viewMode: .sourceAccurate)
    visitor.walk(tree)
    return visitor.names
  }
}

private final class DeclarableNamesVisitor: SyntaxVisitor {
  private(set) var names: Set<String> = []

  override func visit(_ token: TokenSyntax) -> SyntaxVisitorContinueKind {
    // A word that is a keyword elsewhere may be a name where it stands.
    switch token.tokenKind {
    case .identifier, .keyword: break
    default: return .skipChildren
    }
    switch token.parent?.kind {
    case .declReferenceExpr, .identifierType, .memberType, .importPathComponent: break
    default: names.insert(token.plainText)
    }
    return .skipChildren
  }
}
