import HashProbe
import SwiftSyntax

/// A parameter of a cached function, or `self` of a method, with what the probe says of it.
struct CachedParameter {
  var name: String
  /// The full name of the function.
  var function: String
  var range: Range<Int>
  var type: ResolvedType
  var verdict: Verdict
  var isSelf = false
  /// Leaves it out of the key; `nil` where its value is likely to decide the result.
  var exclusion: Fix?

  /// The included parameters of a function, `self` first.
  static func parameters(
    of function: FunctionDeclSyntax, in file: SourceFile, _ probe: Probe
  ) -> [CachedParameter] {
    let name = CachedFunction.fullName(function)
    var scope = probe.index.scope(
      in: NameLookup.enclosingTypes(of: Syntax(function)), module: file.module,
      imports: Set(file.imports.modules), path: file.path)
    let generics = CachedFunction.generics(around: Syntax(function))
    scope.addGenericParameters(generics.parameters.map(\.name))
    let assumptions = probe.index.assumptions(of: generics, in: scope)

    var found: [CachedParameter] = []
    let isStatic = function.modifiers.contains { ["static", "class"].contains($0.name.text) }
    if !isStatic, isMember(function), let type = probe.index.selfType(in: scope) {
      let verdict = probe.verdict(on: type, module: file.module, assumptions: assumptions)
      let range = function.name.startOffset..<function.name.endOffset
      found.append(
        CachedParameter(
          name: "self", function: name, range: range, type: type, verdict: verdict, isSelf: true))
    }
    for parameter in function.signature.parameterClause.parameters {
      let token = parameter.secondName ?? parameter.firstName
      guard !token.plainText.hasPrefix("_") else { continue }
      let spelled = TypeExpression(parameter.type)
      let type = probe.index.resolve(parameter.ellipsis == nil ? spelled : .array(spelled), in: scope)
      var item = CachedParameter(
        name: token.plainText, function: name, range: token.startOffset..<token.endOffset, type: type,
        verdict: probe.verdict(onArgument: type, module: file.module, assumptions: assumptions))
      if probe.index.isShared(type) { item.exclusion = exclusion(of: parameter, token, function) }
      found.append(item)
    }
    return found
  }

  /// Whether a function is declared in a type and not in a body, where `self` is none of its arguments.
  private static func isMember(_ function: FunctionDeclSyntax) -> Bool {
    var node = function.parent
    while let current = node {
      if current.is(MemberBlockItemSyntax.self) { return true }
      if current.is(CodeBlockItemSyntax.self) { return false }
      node = current.parent
    }
    return false
  }

  /// Puts an underscore before the internal name, and where the body uses it.
  private static func exclusion(
    of parameter: FunctionParameterSyntax, _ token: TokenSyntax, _ function: FunctionDeclSyntax
  ) -> Fix? {
    let name = token.plainText
    guard token.text == name else { return nil }
    let declared = parameter.secondName == nil ? "\(name) _\(name)" : "_\(name)"
    var edits = [Edit(start: token.startOffset, end: token.endOffset, replacement: declared)]
    if let body = function.body {
      let references = NameReferences(name)
      references.walk(body)
      guard !references.isDeclaredAgain else { return nil }
      edits += references.offsets.map { Edit(start: $0, end: $0, replacement: "_") }
    }
    return Fix(title: "leave '\(name)' out of the key", applicability: .unsafe, edits: edits)
  }
}

/// Where a body uses a name, and whether it declares that name again.
private final class NameReferences: SyntaxVisitor {
  private let name: String
  private(set) var offsets: [Int] = []
  private(set) var isDeclaredAgain = false

  init(_ name: String) {
    self.name = name
    super.init(viewMode: .sourceAccurate)
  }

  override func visit(_ node: DeclReferenceExprSyntax) -> SyntaxVisitorContinueKind {
    let isMember = node.parent?.as(MemberAccessExprSyntax.self)?.declName.id == node.id
    if node.baseName.text == name, !isMember { offsets.append(node.baseName.startOffset) }
    return .visitChildren
  }

  override func visit(_ node: IdentifierPatternSyntax) -> SyntaxVisitorContinueKind {
    if node.identifier.plainText == name { isDeclaredAgain = true }
    return .visitChildren
  }

  override func visit(_ node: FunctionParameterSyntax) -> SyntaxVisitorContinueKind {
    if (node.secondName ?? node.firstName).plainText == name { isDeclaredAgain = true }
    return .visitChildren
  }

  override func visit(_ node: ClosureParameterSyntax) -> SyntaxVisitorContinueKind {
    if (node.secondName ?? node.firstName).plainText == name { isDeclaredAgain = true }
    return .visitChildren
  }

  override func visit(_ node: ClosureShorthandParameterSyntax) -> SyntaxVisitorContinueKind {
    if node.name.plainText == name { isDeclaredAgain = true }
    return .visitChildren
  }

  override func visit(_ node: ClosureCaptureSyntax) -> SyntaxVisitorContinueKind {
    if node.name.plainText == name { isDeclaredAgain = true }
    return .visitChildren
  }
}
