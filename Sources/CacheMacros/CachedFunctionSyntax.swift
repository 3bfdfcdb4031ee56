import SwiftSyntax

/// A function under one of the attributes, with what its expansion needs to know of it.
struct CachedFunctionSyntax {
  let function: FunctionDeclSyntax
  let attribute: AttributeSyntax
  let kind: String
  let context: EnclosingContext
  let keyParameters: [KeyParameter]

  init(
    _ function: FunctionDeclSyntax, _ attribute: AttributeSyntax, kind: String, in surroundings: Surroundings
  ) {
    self.function = function
    self.attribute = attribute
    self.kind = kind
    keyParameters = Self.keyParameters(of: function)
    context = EnclosingContext(
      surroundings.lexicalContext, of: function, localName: surroundings.localName)
  }

  var isAsync: Bool { function.signature.effectSpecifiers?.asyncSpecifier != nil }
  var isThrowing: Bool {
    guard let clause = function.signature.effectSpecifiers?.throwsClause else { return false }
    return !["Never", "Swift.Never"].contains(clause.type?.trimmedDescription)
  }
  /// Whether any error may leave the function, ours included.
  var throwsAnything: Bool {
    guard let clause = function.signature.effectSpecifiers?.throwsClause else { return false }
    guard let type = clause.type?.trimmedDescription else { return true }
    return ["any Error", "any Swift.Error", "Error"].contains(type)
  }

  /// The result's type as it can be written anywhere: `Int?` for `Int!`, and without `sending`.
  var resultType: String {
    guard let written = function.signature.returnClause?.type else { return "Void" }
    let type = written.as(AttributedTypeSyntax.self).map(\.withoutSpecifiers) ?? written
    guard let unwrapped = type.as(ImplicitlyUnwrappedOptionalTypeSyntax.self) else {
      return type.trimmedDescription
    }
    return "\(unwrapped.wrappedType.trimmedDescription)?"
  }

  /// Whether the result's type has no name.
  var hasOpaqueResult: Bool { function.signature.returnClause?.type.containsKeyword(.some) ?? false }
  private var hasOpaqueParameter: Bool {
    function.signature.parameterClause.parameters.contains { $0.type.containsKeyword(.some) }
  }

  /// Whether one declaration stands for functions of several types.
  var isGeneric: Bool { function.genericParameterClause != nil || hasOpaqueParameter }

  /// Whether the result is `Self` where that may be a subclass, which the type of a property cannot name inside another.
  var returnsVaryingSelf: Bool {
    (context.isClass || context.isExtension)
      && function.signature.returnClause?.containsKeyword(.Self) == true
  }

  /// Whether the cache can be a stored constant beside the body.
  var hasOwnStorage: Bool {
    !isGeneric && !hasOpaqueResult && !context.mayBeGeneric && !isInlinable && !namesSelfType
  }

  /// Whether `Self` stands in the signature or in an option: inside another type it would be that one.
  private var namesSelfType: Bool {
    function.signature.containsKeyword(.Self) || attribute.containsKeyword(.Self)
  }

  /// Whether the body is compiled into other modules too, where a type of its own cannot go.
  private var isInlinable: Bool {
    let inlined: Set<String> = [
      "inlinable", "_alwaysEmitIntoClient", "backDeployed", "_backDeploy", "_transparent",
    ]
    return function.attributes.contains {
      $0.as(AttributeSyntax.self).map { inlined.contains($0.attributeName.trimmedDescription) } ?? false
    }
  }

  var hasHandle: Bool {
    option("handle")?.as(BooleanLiteralExprSyntax.self)?.literal.tokenKind != .keyword(.false)
      && !function.name.isOperator && function.name.bareName.isPlainName
      // The compiler does not find what a macro adds beside a local function.
      && !context.isLocal
      // Whether the overridden method has a handle to override is out of sight.
      && !function.modifiers.contains { $0.name.tokenKind == .keyword(.override) }
  }

  private var arguments: [LabeledExprSyntax] {
    attribute.arguments?.as(LabeledExprListSyntax.self).map { Array($0) } ?? []
  }

  func option(_ name: String) -> ExprSyntax? { arguments.first { $0.label?.text == name }?.expression }

  /// Whether results may leave the process; an expression that is no literal may say so.
  var persists: Bool {
    guard let given = option("persist") else { return false }
    if let literal = given.as(BooleanLiteralExprSyntax.self) {
      return literal.literal.tokenKind == .keyword(.true)
    }
    return given.as(MemberAccessExprSyntax.self)?.declName.baseName.text != "none"
  }

  /// Whether hash functions take part in the key.
  var hasHashFunctions: Bool {
    guard let given = option("hashFuncs") else { return false }
    return given.as(ArrayExprSyntax.self)?.elements.isEmpty != true
  }

  /// `f(in:limit:_:)`
  var name: String {
    let labels = function.signature.parameterClause.parameters.map { "\($0.firstName.bareName):" }.joined()
    return "\(function.name.bareName)(\(labels))"
  }

  /// The options as arguments of `CacheOptions.init`.
  var options: String {
    arguments.filter { $0.label?.text != "handle" && $0.label != nil }
      .map { $0.with(\.trailingComma, nil).trimmedDescription }.joined(separator: ", ")
  }

  /// The function's identity as an expression.
  var identity: String {
    let signature = function.signature.normalized
    let generics = function.genericParameterClause?.normalized ?? ""
    let constraints = function.genericWhereClause?.normalized ?? ""
    let isStatic = context.isStaticMember ? "static " : ""
    let path = (context.path + ["\(isStatic)\(function.name.text)\(generics)\(signature)\(constraints)"])
      .joined(separator: ".")
    let fingerprint = Fingerprint.of(function.with(\.attributes, []))
    return """
      __CacheRuntime.Identity(fileID: #fileID, path: \(literal(path)), name: \(literal(name)), \
      fingerprint: \(literal(fingerprint)))
      """
  }

  func literal(_ text: String) -> String {
    "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
  }
}

extension SyntaxProtocol {
  /// The tokens with one space between them.
  var normalized: String {
    tokens(viewMode: .sourceAccurate).map(\.text).joined(separator: " ")
  }

  func containsKeyword(_ keyword: Keyword) -> Bool {
    tokens(viewMode: .sourceAccurate).contains { $0.tokenKind == .keyword(keyword) }
  }
}

extension AttributedTypeSyntax {
  /// The type with its attributes, which are part of it, and without what is said of the place where it stands.
  fileprivate var withoutSpecifiers: TypeSyntax {
    attributes.isEmpty && lateSpecifiers.isEmpty ? baseType : TypeSyntax(with(\.specifiers, []))
  }
}
