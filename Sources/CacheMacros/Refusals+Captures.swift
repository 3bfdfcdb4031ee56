import SwiftSyntax

/// What a local function visibly captures, which its key would miss.
///
/// Two calls of the enclosing function share the local function's cache, so a captured value that differs between them
/// would give a wrong hit. A macro sees the headers of what encloses it and not the bodies: parameters of enclosing
/// functions and `self` are found, local variables are not. A name that anything inside the function declares as well
/// is left alone.
func addCaptureRefusals(
  on function: FunctionDeclSyntax, in lexicalContext: [Syntax], to found: inout RefusalCollector
) {
  guard let body = function.body else { return }
  let enclosing = EnclosingNames(lexicalContext)
  guard enclosing.isLocal else { return }
  var own = Set(function.signature.parameterClause.parameters.map(\.internalName.text))
  own.formUnion(function.genericParameterClause?.parameters.map(\.name.text) ?? [])

  let references = ReferenceFinder(viewMode: .sourceAccurate)
  references.walk(body)
  var said: Set<String> = []
  for token in references.names {
    let name = token.text
    guard enclosing.parameters.contains(name), !own.contains(name), !references.declared.contains(name),
      said.insert(name).inserted
    else { continue }
    found.add(.capturedParameter(function: function.fullName, parameter: name), at: token)
  }
  if enclosing.hasSelf, !references.declared.contains("self"), let token = references.selfTokens.first {
    found.add(.capturedSelf(function: function.fullName), at: token)
  }
}

/// The names that the declarations around a local function bring in.
private struct EnclosingNames {
  var parameters: Set<String> = []
  var hasSelf = false
  /// Whether the innermost declaration around is code, and not a type or nothing.
  var isLocal = false

  init(_ lexicalContext: [Syntax]) {
    for (depth, syntax) in lexicalContext.enumerated() {
      switch syntax.as(SyntaxEnum.self) {
      case .functionDecl(let function):
        add(function.signature.parameterClause)
        // The outermost one below a type decides.
        hasSelf = !function.isStatic
      case .initializerDecl(let initializer):
        add(initializer.signature.parameterClause)
        hasSelf = true
      case .deinitializerDecl: hasSelf = true
      case .subscriptDecl(let member):
        add(member.parameterClause)
        hasSelf = !member.modifiers.contains { $0.name.tokenKind == .keyword(.static) }
      case .accessorDecl(let accessor):
        if let name = accessor.parameters?.name.text { parameters.insert(name) }
        hasSelf = false  // the property may be static; its declaration is not among the contexts
      case .patternBinding: hasSelf = false
      case .closureExpr(let closure):
        switch closure.signature?.parameterClause {
        case .simpleInput(let names)?: parameters.formUnion(names.map(\.name.text))
        case .parameterClause(let clause)?:
          parameters.formUnion(clause.parameters.map { ($0.secondName ?? $0.firstName).text })
        case nil: break
        }
        parameters.formUnion(closure.signature?.capture?.items.map(\.name.text) ?? [])
      case .structDecl, .classDecl, .enumDecl, .actorDecl, .extensionDecl, .protocolDecl:
        // A member of a type: what lies further out cannot be captured.
        isLocal = depth > 0
        return
      default: continue
      }
    }
    isLocal = !lexicalContext.isEmpty
    hasSelf = false
  }

  private mutating func add(_ clause: FunctionParameterClauseSyntax) {
    parameters.formUnion(clause.parameters.map(\.internalName.text))
  }
}
