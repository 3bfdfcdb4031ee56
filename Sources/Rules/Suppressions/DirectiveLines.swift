import HashProbe
import SwiftSyntax

/// Which lines a directive beside code is about.
///
/// `:next` means what begins on the next line of code, as far as its first brace: an attribute over three lines is one
/// thing, and so is a function's head with its attributes and parameters. Comments and blank lines in between do not
/// count, so that directives may stand above one another. A finding is meant when any of its lines is.
///
/// The lines with code are found in one walk, so that a directive costs no more for what else stands on its line.
struct DirectiveLines {
  private let file: SourceFile
  /// The first token of each line that one begins on.
  private var beginnings: [(line: Int, token: TokenSyntax)] = []
  /// The lines that tokens end on.
  private var ends: [Int] = []

  init(_ file: SourceFile) {
    self.file = file
    for token in file.tree.tokens(viewMode: .sourceAccurate) where token.tokenKind != .endOfFile {
      let (start, end) = (token.startOffset, token.endOffset)
      let first = file.position(at: start).line
      if beginnings.last?.line != first { beginnings.append((first, token)) }
      let last = file.position(at: max(start, end - 1)).line
      if ends.last != last { ends.append(last) }
    }
  }

  func lines(of command: Directive.Command, comment: Range<Int>) -> ClosedRange<Int>? {
    let first = file.position(at: comment.lowerBound).line
    let last = file.position(at: max(comment.lowerBound, comment.upperBound - 1)).line
    switch command {
    case .this: return first...last
    case .next: return linesOfCode(behind: last)
    case .previous: return lineOfCode(before: first)
    case .file, .start, .end: return nil
    }
  }

  /// - Complexity: O(log *n*) in the lines of the file, and the size of the head.
  func linesOfCode(behind line: Int) -> ClosedRange<Int>? {
    let next = beginnings.partitioningIndex { $0.line > line }
    guard next < beginnings.endIndex else { return nil }
    let (start, token) = beginnings[next]
    return start...max(start, file.position(at: Self.headEnd(of: token)).line)
  }

  private func lineOfCode(before line: Int) -> ClosedRange<Int>? {
    let next = ends.partitioningIndex { $0 >= line }
    return next > ends.startIndex ? ends[next - 1]...ends[next - 1] : nil
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
