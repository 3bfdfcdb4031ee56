import SwiftDiagnostics
import SwiftSyntax

/// Everything that stands against caching `declaration` as `attribute` asks.
///
/// To be called once for each use, from the peer role: it is the one that the compiler runs on every kind of
/// declaration. A body without any error here can be moved into a nested function as it is.
///
/// - Parameter lexicalContext: what encloses the declaration, innermost first, as `MacroExpansionContext` gives it.
/// - Returns: diagnostics in the order of the source, those of the attribute first.
func refusals(
  of attribute: AttributeSyntax, on declaration: some DeclSyntaxProtocol, in lexicalContext: [Syntax]
) -> [Diagnostic] {
  let name = attribute.cacheName
  var found = RefusalCollector()
  guard let function = declaration.as(FunctionDeclSyntax.self) else {
    found.add(misplaced(name, on: DeclSyntax(declaration)), at: attribute)
    return found.diagnostics
  }
  addOptionRefusals(of: attribute, on: function, in: lexicalContext, to: &found)
  addSecondAttributeRefusals(of: attribute, on: function, to: &found)
  found.startNextPart()
  addSignatureRefusals(of: attribute, on: function, in: lexicalContext, to: &found)
  addResultRefusals(of: attribute, on: function, to: &found)
  addCaptureRefusals(on: function, in: lexicalContext, to: &found)
  return found.diagnostics
}

/// Diagnostics of one use, sorted by place within each tree that they point into.
struct RefusalCollector {
  private var finished: [Diagnostic] = []
  private var part: [Diagnostic] = []

  var diagnostics: [Diagnostic] { finished + part.sorted { $0.position < $1.position } }

  mutating func add(_ refusal: Refusal, at node: some SyntaxProtocol, fixIts: [FixIt] = []) {
    part.append(Diagnostic(node: node, message: refusal, fixIts: fixIts))
  }

  /// The attribute and the declaration are separate trees, whose positions do not compare.
  mutating func startNextPart() {
    finished = diagnostics
    part = []
  }
}

/// The refusal of an attribute on what is not a function.
private func misplaced(_ name: String, on declaration: DeclSyntax) -> Refusal {
  switch declaration.as(DeclSyntaxEnum.self) {
  case .variableDecl(let variable):
    let pattern = variable.bindings.first?.pattern.trimmedDescription ?? "_"
    return .property(attribute: name, name: pattern)
  case .accessorDecl(let accessor): return .accessor(attribute: name, kind: accessor.accessorSpecifier.text)
  case .subscriptDecl: return .subscripting(attribute: name)
  case .initializerDecl: return .initializer(attribute: name)
  case .deinitializerDecl: return .deinitializer(attribute: name)
  case .structDecl, .classDecl, .enumDecl, .actorDecl: return .notAFunction(attribute: name, kind: "types")
  case .protocolDecl: return .notAFunction(attribute: name, kind: "protocols")
  case .extensionDecl: return .notAFunction(attribute: name, kind: "extensions")
  case .typeAliasDecl, .associatedTypeDecl: return .notAFunction(attribute: name, kind: "type aliases")
  case .importDecl: return .notAFunction(attribute: name, kind: "imports")
  case .enumCaseDecl: return .notAFunction(attribute: name, kind: "enum cases")
  default:
    // The compiler hands an accessor over alone, and alone it does not parse as a declaration.
    let words = declaration.tokens(viewMode: .sourceAccurate).drop {
      $0.tokenKind == .atSign || $0.text == name
    }
    let accessors: Set<String> = ["get", "set", "willSet", "didSet", "_read", "_modify", "init"]
    guard let word = words.first(where: { accessors.contains($0.text) }) else {
      return .notAFunction(attribute: name, kind: "declarations of this kind")
    }
    return .accessor(attribute: name, kind: word.text)
  }
}

/// A second attribute: said at every one but the first in the source.
private func addSecondAttributeRefusals(
  of attribute: AttributeSyntax, on function: FunctionDeclSyntax, to found: inout RefusalCollector
) {
  let names = function.attributes.compactMap { $0.as(AttributeSyntax.self)?.cacheName }
    .filter(CacheAttribute.names.contains)
  guard names.count > 1, let first = names.first else { return }
  let isFirst = attribute.cacheName == first && names.filter { $0 == first }.count == 1
  guard !isFirst else { return }
  found.add(
    .alreadyCached(function: function.fullName, by: first, attribute: attribute.cacheName),
    at: attribute, fixIts: [.removing(attribute)])
}

/// The attributes of this plug-in.
enum CacheAttribute {
  static let data = "CacheData"
  static let resource = "CacheResource"
  static let legacy = "cache"
  static let names: Set<String> = [data, resource, legacy]
}

extension AttributeSyntax {
  /// The attribute's name without its module.
  var cacheName: String {
    if let member = attributeName.as(MemberTypeSyntax.self) { return member.name.text }
    return attributeName.as(IdentifierTypeSyntax.self)?.name.text ?? attributeName.trimmedDescription
  }
}

extension FunctionDeclSyntax {
  /// The name as the compiler prints it, `rides(in:limit:_:)`.
  var fullName: String {
    let labels = signature.parameterClause.parameters.map { "\($0.firstName.text):" }
    return "\(name.text)(\(labels.joined()))"
  }

  func modifier(_ keyword: Keyword) -> DeclModifierSyntax? {
    modifiers.first { $0.name.tokenKind == .keyword(keyword) }
  }

  var isStatic: Bool { modifier(.static) != nil || modifier(.class) != nil }
}

extension FunctionParameterSyntax {
  /// The name by which the body knows the parameter.
  var internalName: TokenSyntax { secondName ?? firstName }

  /// Whether the parameter is left out of the key.
  var isExcluded: Bool { internalName.bareName.hasPrefix("_") && internalName.text != "_" }
}

extension FixIt {
  /// Takes the whole attribute away, with the space after it.
  static func removing(_ attribute: AttributeSyntax) -> FixIt {
    let range = attribute.positionAfterSkippingLeadingTrivia..<attribute.endPosition
    return FixIt(
      message: Remedy.removeAttribute(attribute.cacheName),
      changes: [.replaceText(range: range, with: "", in: Syntax(attribute))])
  }
}
