import SwiftSyntax

/// Statements by which the compiler itself refuses a local function that captures anything.
///
/// A macro is not shown the body around a local function (`addCaptureRefusals` finds what it can see). But a closure
/// converts to a C function only when it captures nothing, all that it calls included, so naming the function in one asks
/// the compiler about every capture. Generic code would be refused for its type parameters, and a local function of an
/// actor's method captures the actor to be isolated to; neither is asked about.
func captureCheck(of function: FunctionDeclSyntax, in lexicalContext: [Syntax]) -> [CodeBlockItemSyntax] {
  guard let innermost = lexicalContext.first, !innermost.isTypeDeclaration,
    !lexicalContext.contains(where: \.mayBeGenericOrActor), !function.isGeneric
  else { return [] }
  let labels = function.signature.parameterClause.parameters.map { "\($0.firstName.label):" }.joined()
  let name = function.name.text + (labels.isEmpty ? "" : "(\(labels))")
  return [
    CodeBlockItemSyntax(
      verbatim: """
        // an error here: local function '\(function.fullName)' uses a value of the function around it, which its key \
        would miss; pass it as a parameter
        let _: @convention(c) () -> Void = { _ = \(name) }
        """)
  ]
}

extension FunctionDeclSyntax {
  fileprivate var isGeneric: Bool {
    genericParameterClause != nil
      || signature.parameterClause.parameters.contains { $0.type.containsKeyword(.some) }
  }
}

extension Syntax {
  /// Whether code inside may use type parameters, as far as the header shows it, or be isolated to an instance.
  fileprivate var mayBeGenericOrActor: Bool {
    switch self.as(SyntaxEnum.self) {
    case .functionDecl(let function): function.isGeneric
    case .initializerDecl(let initializer):
      initializer.genericParameterClause != nil
        || initializer.signature.parameterClause.parameters.contains { $0.type.containsKeyword(.some) }
    case .subscriptDecl(let member): member.genericParameterClause != nil
    case .structDecl(let type): type.genericParameterClause != nil
    case .enumDecl(let type): type.genericParameterClause != nil
    case .classDecl(let type): type.genericParameterClause != nil
    case .actorDecl, .extensionDecl, .protocolDecl: true
    default: false
    }
  }
}
