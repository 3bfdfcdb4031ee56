import HashProbe
import SwiftSyntax

/// The names of the declarations around a place, outermost first.
enum DeclarationPath {
  /// `Store.title(for:)`, `Store.area`, or nothing at the top level of a file.
  static func text(around token: TokenSyntax?) -> String {
    var names: [String] = []
    var node = token.map { Syntax($0) }
    while let current = node {
      if let name = name(of: current) { names.append(name) }
      node = current.parent
    }
    return names.reversed().joined(separator: ".")
  }

  private static func name(of node: Syntax) -> String? {
    switch node.as(SyntaxEnum.self) {
    case .functionDecl(let node): CachedFunction.fullName(node)
    case .initializerDecl(let node): "init" + labels(node.signature.parameterClause)
    case .deinitializerDecl: "deinit"
    case .subscriptDecl(let node): "subscript" + labels(node.parameterClause)
    case .structDecl(let node): node.name.plainText
    case .enumDecl(let node): node.name.plainText
    case .classDecl(let node): node.name.plainText
    case .actorDecl(let node): node.name.plainText
    case .protocolDecl(let node): node.name.plainText
    case .extensionDecl(let node): node.extendedType.oneLine
    case .patternBinding(let node): node.pattern.oneLine
    default: nil
    }
  }

  private static func labels(_ clause: FunctionParameterClauseSyntax) -> String {
    "(" + clause.parameters.map { $0.firstName.plainText + ":" }.joined() + ")"
  }
}
