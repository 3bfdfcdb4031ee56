import SwiftSyntax

/// Which lines a directive beside code is about.
///
/// `:next` means what begins on the next line of code, as far as its first brace: an attribute over three lines is one
/// thing, and so is a function's head with its attributes and parameters. Comments and blank lines in between do not
/// count, so that directives may stand above one another. A finding is meant when any of its lines is.
enum DirectiveLines {
  static func lines(
    of command: Directive.Command, comment: Range<Int>, before next: TokenSyntax?, in file: SourceFile
  ) -> ClosedRange<Int>? {
    let first = file.position(at: comment.lowerBound).line
    let last = file.position(at: max(comment.lowerBound, comment.upperBound - 1)).line
    switch command {
    case .this: return first...last
    case .next: return linesOfCode(behind: last, from: next, file)
    case .previous: return lineOfCode(before: first, from: next, file)
    case .file, .start, .end: return nil
    }
  }

  static func linesOfCode(
    behind line: Int, from next: TokenSyntax?, _ file: SourceFile
  ) -> ClosedRange<Int>? {
    var token = next
    while let current = token, current.tokenKind != .endOfFile {
      let start = file.position(at: current.startOffset).line
      if start > line { return start...max(start, file.position(at: headEnd(of: current)).line) }
      token = current.nextToken(viewMode: .sourceAccurate)
    }
    return nil
  }

  private static func lineOfCode(
    before line: Int, from next: TokenSyntax?, _ file: SourceFile
  ) -> ClosedRange<Int>? {
    var token = next?.previousToken(viewMode: .sourceAccurate)
    while let current = token {
      let end = file.position(at: max(current.startOffset, current.endOffset - 1)).line
      if end < line { return end...end }
      token = current.previousToken(viewMode: .sourceAccurate)
    }
    return nil
  }

  /// Where the head of what begins with a token ends.
  private static func headEnd(of token: TokenSyntax) -> Int {
    var node = Syntax(token)
    while let parent = node.parent, parent.startOffset == token.startOffset, !isList(parent) { node = parent }
    // In the middle of a declaration's attributes and modifiers the rest of its head is meant.
    if let declaration = declaration(headedBy: node) { node = declaration }
    return brace(of: node)?.startOffset ?? max(node.startOffset, node.endOffset - 1)
  }

  private static func isList(_ node: Syntax) -> Bool {
    node.is(CodeBlockItemListSyntax.self) || node.is(MemberBlockItemListSyntax.self)
      || node.is(SourceFileSyntax.self)
  }

  private static func declaration(headedBy node: Syntax) -> Syntax? {
    guard let parent = node.parent else { return nil }
    if parent.is(AttributeListSyntax.self) || parent.is(DeclModifierListSyntax.self) {
      return parent.parent.flatMap { $0.isProtocol((any DeclSyntaxProtocol).self) ? $0 : nil }
    }
    return node.is(TokenSyntax.self) && parent.isProtocol((any DeclSyntaxProtocol).self) ? parent : nil
  }

  /// The brace that opens the body.
  private static func brace(of node: Syntax) -> TokenSyntax? {
    switch node.as(SyntaxEnum.self) {
    case .codeBlockItem(let item): brace(of: Syntax(item.item))
    case .memberBlockItem(let item): brace(of: Syntax(item.decl))
    case .functionDecl(let node): node.body?.leftBrace
    case .initializerDecl(let node): node.body?.leftBrace
    case .subscriptDecl(let node): node.accessorBlock?.leftBrace
    case .ifConfigDecl(let node): node.clauses.first?.poundKeyword
    default: node.tokens(viewMode: .sourceAccurate).first { $0.tokenKind == .leftBrace }
    }
  }
}
