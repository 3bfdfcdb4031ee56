package import HashProbe
package import SwiftSyntax

/// What the uses in a file mention: the names whose declarations, wherever they stand, its findings may rest on.
///
/// A name too many makes a file too many be parsed. So nothing is looked up here: whatever is called like the API
/// counts as a use, and of a call, whose function may stand anywhere, every name in the file counts.
package struct UseMentions: Codable, Sendable {
  package private(set) var names = NameMentions()
  /// The functions that calls hand over by their names.
  package private(set) var functions: Set<String> = []
  /// Whether anything in the file looks like a use.
  package private(set) var hasUses = false
  /// Whether all uses are attributes, so that nothing else in the file than their functions is looked at.
  package private(set) var areAttributes = true

  /// What somebody asks, with no file behind it.
  package init(names: NameMentions, functions: Set<String>) {
    self.names = names
    self.functions = functions
  }

  /// - Parameter offsets: Where the names of the API stand, in ascending order; `nil` where that is not known.
  package init(in tree: SourceFileSyntax, _ configuration: Configuration, offsets: [Int]? = nil) {
    let finder = MentionFinder(APINames(configuration), offsets)
    finder.walk(tree)
    names = finder.names
    hasUses = finder.hasUses
    areAttributes = !finder.hasCalls
    guard finder.hasCalls else { return }
    for token in tree.tokens(viewMode: .sourceAccurate) {
      guard case .identifier = token.tokenKind else { continue }
      names.add(part: NameDigest(token.plainText))
    }
    functions = finder.functions
    // What literals are, and what braces and question marks stand for, has no name in the file.
    for name in ["Int", "Double", "Bool", "String"] { names.add(part: NameDigest(name)) }
  }
}

/// The names of the legacy API and of what takes its place.
package struct APINames: Sendable {
  package let attributes: Set<String>
  package let functions: Set<String>

  package var all: Set<String> { attributes.union(functions) }

  package init(_ configuration: Configuration) {
    let new = Decision.Kind.allCases.map { configuration.replacements[$0] }
    attributes = Set(configuration.legacy.attributes + new.map(\.attribute))
    functions = Set(configuration.legacy.functions + new.map(\.function))
  }
}

private final class MentionFinder: SyntaxVisitor {
  private let api: APINames
  private let offsets: [Int]?
  var names = NameMentions()
  var functions: Set<String> = []
  var hasUses = false
  var hasCalls = false

  init(_ api: APINames, _ offsets: [Int]?) {
    self.api = api
    self.offsets = offsets
    super.init(viewMode: .sourceAccurate)
  }

  override func visit(_ node: CodeBlockItemSyntax) -> SyntaxVisitorContinueKind { mayHoldUse(node) }

  override func visit(_ node: MemberBlockItemSyntax) -> SyntaxVisitorContinueKind { mayHoldUse(node) }

  private func mayHoldUse(_ node: some SyntaxProtocol) -> SyntaxVisitorContinueKind {
    guard let offsets else { return .visitChildren }
    let range = node.position.utf8Offset..<node.endPosition.utf8Offset
    return offsets.hasElement(in: range) ? .visitChildren : .skipChildren
  }

  override func visit(_ node: AttributeSyntax) -> SyntaxVisitorContinueKind {
    let isCandidate = node.attributeName.tokens(viewMode: .sourceAccurate)
      .contains { api.attributes.contains($0.plainText) }
    guard isCandidate, let function = node.enclosingFunction else { return .visitChildren }
    hasUses = true
    add(function.attributes)
    add(function.signature)
    if let clause = function.genericParameterClause { add(clause) }
    if let clause = function.genericWhereClause { add(clause) }
    addSurroundings(of: Syntax(function))
    return .visitChildren
  }

  override func visit(_ node: FunctionCallExprSyntax) -> SyntaxVisitorContinueKind {
    guard let name = node.calledExpression.calledName, api.functions.contains(name) else {
      return .visitChildren
    }
    hasUses = true
    hasCalls = true
    addSurroundings(of: Syntax(node))
    for argument in node.arguments {
      for token in argument.tokens(viewMode: .sourceAccurate) {
        if case .identifier = token.tokenKind { functions.insert(token.plainText) }
      }
    }
    return .visitChildren
  }

  private func add(_ node: some SyntaxProtocol) {
    for token in node.tokens(viewMode: .sourceAccurate) {
      if case .identifier = token.tokenKind { names.add(part: NameDigest(token.plainText)) }
    }
  }

  /// The types and functions around a use, as far as they say what a name in it means.
  private func addSurroundings(of node: Syntax) {
    var place = node.parent
    while let current = place {
      if let extended = current.as(ExtensionDeclSyntax.self) {
        add(extended.extendedType)
        if let clause = extended.genericWhereClause { add(clause) }
      } else if let group = current.asProtocol((any DeclGroupSyntax).self) {
        if let named = group.asProtocol((any NamedDeclSyntax).self) { add(named.name) }
        if let clause = group.inheritanceClause { add(clause) }
      }
      if let generic = current.asProtocol((any WithGenericParametersSyntax).self) {
        if let clause = generic.genericParameterClause { add(clause) }
        if let clause = generic.genericWhereClause { add(clause) }
      }
      place = current.parent
    }
  }
}

extension AttributeSyntax {
  /// The function that carries the attribute, be it behind `#if`.
  fileprivate var enclosingFunction: FunctionDeclSyntax? {
    var place = parent
    while let current = place {
      if let function = current.as(FunctionDeclSyntax.self) { return function }
      guard
        current.is(AttributeListSyntax.self) || current.is(IfConfigClauseSyntax.self)
          || current.is(IfConfigClauseListSyntax.self) || current.is(IfConfigDeclSyntax.self)
      else { return nil }
      place = current.parent
    }
    return nil
  }
}

extension ExprSyntax {
  /// `cache` of `cache`, `CacheRuntime.cache` and `cache<Int>`.
  fileprivate var calledName: String? {
    if let generic = self.as(GenericSpecializationExprSyntax.self) { return generic.expression.calledName }
    if let member = self.as(MemberAccessExprSyntax.self) { return member.declName.baseName.plainText }
    return self.as(DeclReferenceExprSyntax.self)?.baseName.plainText
  }
}
