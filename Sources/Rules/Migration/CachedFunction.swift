import HashProbe
import SwiftSyntax

/// The function behind a use: what it is called, what it returns, and what may keep it from being cached.
struct CachedFunction {
  /// With its labels, such as `loadRides(url:)`; of a closure the name that it is bound to, if any.
  var name: String?
  /// As it is spelled; `nil` where the source does not say it.
  var returnType: String?
  var result: TypeExpression?
  /// The names around the declaration that its return type may be short for, outermost first.
  var scope: [String] = []
  var genericParameters: [String] = []
  var calls: CalledNames?
  var obstacles: [Obstacle] = []
  var doubts: [Doubt] = []

  /// What a replacement refuses although the legacy API took it.
  enum Obstacle: Hashable {
    case returnsNothing, rethrowing, inoutParameter, mutating, noBody, alreadyReplaced
  }

  /// What keeps a rewrite from being certain.
  enum Doubt: Hashable {
    case insideConditional, severalFunctions, unappliedMethod
  }

  /// The function that carries an attribute.
  init(_ function: FunctionDeclSyntax) {
    let signature = function.signature
    name = Self.fullName(function)
    returnType = signature.returnClause?.type.trimmedDescription ?? "Void"
    result = signature.returnClause.map { TypeExpression($0.type) } ?? .tuple([])
    scope = NameLookup.enclosingTypes(of: Syntax(function))
    genericParameters = Self.genericParameters(around: Syntax(function))
    calls = function.body.map { CalledNames(in: $0) }
    obstacles = Self.obstacles(of: function)
  }

  /// A function that another file declares, or of which only the index knows.
  init(_ declaration: FunctionDeclaration, enclosedIn types: [String]) {
    name = declaration.fullName
    let type = declaration.result ?? .tuple([])
    returnType = type.description
    result = type
    scope = types
    genericParameters = declaration.generics.parameters.map(\.name)
    if type == .tuple([]) { obstacles = [.returnsNothing] }
  }

  /// A function of which nothing is known but perhaps its name and its type.
  init(name: String?, returnType: TypeSyntax? = nil, at place: Syntax) {
    self.name = name
    self.returnType = returnType?.trimmedDescription
    result = returnType.map { TypeExpression($0) }
    scope = NameLookup.enclosingTypes(of: place)
    genericParameters = Self.genericParameters(around: place)
    if let result, result == .tuple([]) { obstacles = [.returnsNothing] }
  }

  /// `rides(in:limit:_:)`.
  static func fullName(_ function: FunctionDeclSyntax) -> String {
    let labels = function.signature.parameterClause.parameters.map { $0.firstName.plainText + ":" }
    return function.name.plainText + "(" + labels.joined() + ")"
  }

  private static func obstacles(of function: FunctionDeclSyntax) -> [Obstacle] {
    var found: [Obstacle] = []
    let signature = function.signature
    let returned = signature.returnClause.map { TypeExpression($0.type) } ?? .tuple([])
    if returned == .tuple([]) || returned == .named("Never") { found.append(.returnsNothing) }
    if signature.effectSpecifiers?.throwsClause?.throwsSpecifier.tokenKind == .keyword(.rethrows) {
      found.append(.rethrowing)
    }
    if signature.parameterClause.parameters.contains(where: { $0.type.isInout }) {
      found.append(.inoutParameter)
    }
    if function.modifiers.contains(where: { $0.name.tokenKind == .keyword(.mutating) }) {
      found.append(.mutating)
    }
    if function.body == nil { found.append(.noBody) }
    return found
  }

  /// The generic parameters of the functions around a place, its own among them; those of types the index knows.
  static func genericParameters(around node: Syntax) -> [String] {
    var names: [String] = []
    var place: Syntax? = node
    while let current = place {
      let clause =
        current.as(FunctionDeclSyntax.self)?.genericParameterClause
        ?? current.as(InitializerDeclSyntax.self)?.genericParameterClause
        ?? current.as(SubscriptDeclSyntax.self)?.genericParameterClause
      names += clause?.parameters.map(\.name.plainText) ?? []
      place = current.parent
    }
    return names
  }
}

extension TypeSyntax {
  var isInout: Bool {
    guard let attributed = self.as(AttributedTypeSyntax.self) else { return false }
    return attributed.specifiers.contains { specifier in
      specifier.as(SimpleTypeSpecifierSyntax.self)?.specifier.tokenKind == .keyword(.inout)
    }
  }
}
