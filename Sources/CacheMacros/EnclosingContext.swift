import SwiftSyntax

/// What stands around a function, as far as a macro is shown it.
struct EnclosingContext {
  /// The names of what encloses the function, outermost first.
  private(set) var path: [String] = []
  /// Whether the function may be compiled for several types: in a generic type or function, or in an extension, whose
  /// type's parameters are out of sight.
  private(set) var mayBeGeneric = false
  /// Generic parameters of enclosing functions.
  private(set) var genericParameters: [String] = []
  /// Whether the function is a member of a type.
  private(set) var isMember = false
  /// Whether the function is local to another.
  private(set) var isLocal = false
  /// Whether it is a member of the type itself.
  private(set) var isStaticMember = false
  /// Whether it is a member of an extension, or the type it belongs to is declared as an actor or a class here.
  private(set) var isExtension = false
  private(set) var isActor = false
  private(set) var isClass = false
  /// The type it belongs to, as spelt.
  private(set) var typeName: String?

  /// - Parameter localName: what the compiler calls a local function, which tells it from others of its name.
  init(_ lexicalContext: [Syntax], of function: FunctionDeclSyntax, localName: String? = nil) {
    for (depth, syntax) in lexicalContext.enumerated() {
      var names: [String] = []
      switch syntax.as(SyntaxEnum.self) {
      case .structDecl(let type):
        names = addType(type.name, type.genericParameterClause, depth)
      case .enumDecl(let type):
        names = addType(type.name, type.genericParameterClause, depth)
      case .classDecl(let type):
        names = addType(type.name, type.genericParameterClause, depth)
        if depth == 0 { isClass = true }
      case .actorDecl(let type):
        names = addType(type.name, type.genericParameterClause, depth)
        if depth == 0 { isActor = true }
      case .extensionDecl(let type):
        mayBeGeneric = true
        if depth == 0 {
          isMember = true
          isExtension = true
          typeName = type.extendedType.trimmedDescription
        }
        names = [type.extendedType.normalized + (type.genericWhereClause.map { " " + $0.normalized } ?? "")]
      case .protocolDecl(let type):
        mayBeGeneric = true
        if depth == 0 { isMember = true }
        names = [type.name.text]
      case .functionDecl(let outer):
        if depth == 0 { isLocal = true }
        addGenerics(outer.genericParameterClause)
        if outer.signature.parameterClause.parameters.contains(where: { $0.type.containsKeyword(.some) }) {
          mayBeGeneric = true
        }
        names = [outer.name.text + outer.signature.normalized]
      case .initializerDecl(let outer):
        if depth == 0 { isLocal = true }
        addGenerics(outer.genericParameterClause)
        names = ["init" + outer.signature.normalized]
      case .subscriptDecl(let outer):
        if depth == 0 { isLocal = true }
        addGenerics(outer.genericParameterClause)
        names = ["subscript" + outer.parameterClause.normalized]
      default:
        if depth == 0 { isLocal = true }
        // Code whose surroundings a macro is not shown in full.
        mayBeGeneric = true
        names = ["\(syntax.kind)"]
      }
      path.insert(contentsOf: names, at: 0)
    }
    if let localName { path.append(localName) }
    isStaticMember =
      isMember
      && function.modifiers.contains {
        $0.name.tokenKind == .keyword(.static) || $0.name.tokenKind == .keyword(.class)
      }
  }

  private mutating func addType(_ name: TokenSyntax, _ generics: GenericParameterClauseSyntax?, _ depth: Int)
    -> [String]
  {
    if depth == 0 {
      isMember = true
      typeName = name.text
    }
    if generics != nil { mayBeGeneric = true }
    return [name.text]
  }

  private mutating func addGenerics(_ clause: GenericParameterClauseSyntax?) {
    guard let clause else { return }
    mayBeGeneric = true
    genericParameters += clause.parameters.filter { $0.specifier == nil }.map(\.name.text)
  }
}
