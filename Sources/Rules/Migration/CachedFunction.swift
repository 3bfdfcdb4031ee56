import HashProbe
import SwiftSyntax

/// The function behind a use: what it is called, what it returns, and what may keep it from being cached.
struct CachedFunction {
  /// With its labels, such as `loadRides(url:)`; of a closure the name that it is bound to, if any.
  var name: String?
  /// As it is spelled, in one line; `nil` where the source does not say it.
  var returnType: String?
  var result: TypeExpression?
  /// The names around the declaration that its return type may be short for, outermost first.
  var scope: [String] = []
  /// The generic parameters in sight with what is demanded of them, those of types that the index knows aside.
  var generics = GenericSignature(nil, nil)
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
    returnType = signature.returnClause?.type.oneLine ?? "Void"
    result = signature.returnClause.map { TypeExpression($0.type) } ?? .tuple([])
    scope = NameLookup.enclosingTypes(of: Syntax(function))
    generics = Self.generics(around: Syntax(function))
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
    generics = declaration.generics
    if type == .tuple([]) { obstacles = [.returnsNothing] }
  }

  /// A function of which nothing is known but perhaps its name and its type.
  init(name: String?, returnType: TypeSyntax? = nil, at place: Syntax) {
    self.name = name
    self.returnType = returnType?.oneLine
    result = returnType.map { TypeExpression($0) }
    scope = NameLookup.enclosingTypes(of: place)
    generics = Self.generics(around: place)
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

  /// What the functions around a place, its own among them, say of generic parameters; those of types the index knows.
  static func generics(around node: Syntax) -> GenericSignature {
    var all = GenericSignature(nil, nil)
    var place: Syntax? = node
    while let current = place {
      if let own = signature(of: current) {
        // An inner name hides an outer one, with all that is demanded of it.
        let inner = Set(all.parameters.map(\.name))
        all.parameters += own.parameters.filter { !inner.contains($0.name) }
        all.requirements += own.requirements.filter { requirement in
          guard case .named(let components) = requirement.left, let first = components.first else {
            return true
          }
          return !inner.contains(first.name)
        }
      }
      place = current.parent
    }
    return all
  }

  private static func signature(of node: Syntax) -> GenericSignature? {
    if let node = node.as(FunctionDeclSyntax.self) {
      return GenericSignature(node.genericParameterClause, node.genericWhereClause)
    }
    if let node = node.as(InitializerDeclSyntax.self) {
      return GenericSignature(node.genericParameterClause, node.genericWhereClause)
    }
    if let node = node.as(SubscriptDeclSyntax.self) {
      return GenericSignature(node.genericParameterClause, node.genericWhereClause)
    }
    return nil
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
