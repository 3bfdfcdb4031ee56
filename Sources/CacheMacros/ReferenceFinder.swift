import SwiftSyntax

/// Names that code reads, names that it declares anywhere, and its uses of `self`.
final class ReferenceFinder: SyntaxVisitor {
  var names: [TokenSyntax] = []
  var declared: Set<String> = []
  var selfTokens: [TokenSyntax] = []
  private var depthInTypes = 0

  override func visit(_ node: DeclReferenceExprSyntax) -> SyntaxVisitorContinueKind {
    if node.parent?.as(MemberAccessExprSyntax.self)?.declName.id == node.id { return .visitChildren }
    if node.parent?.is(KeyPathPropertyComponentSyntax.self) == true { return .visitChildren }
    if node.baseName.tokenKind == .keyword(.self) {
      if depthInTypes == 0 { selfTokens.append(node.baseName) }
    } else {
      names.append(node.baseName)
    }
    return .visitChildren
  }

  override func visit(_ node: OptionalBindingConditionSyntax) -> SyntaxVisitorContinueKind {
    // `if let name` reads the outer `name` and declares another.
    guard node.initializer == nil, let pattern = node.pattern.as(IdentifierPatternSyntax.self) else {
      return .visitChildren
    }
    names.append(pattern.identifier)
    return .skipChildren
  }

  override func visit(_ node: ClosureCaptureSyntax) -> SyntaxVisitorContinueKind {
    if node.initializer != nil {
      declared.insert(node.name.text)
    } else if node.name.tokenKind == .keyword(.self) {
      if depthInTypes == 0 { selfTokens.append(node.name) }
    } else {
      names.append(node.name)
    }
    return .visitChildren
  }

  override func visit(_ node: IdentifierPatternSyntax) -> SyntaxVisitorContinueKind {
    declared.insert(node.identifier.text)
    return .visitChildren
  }

  override func visit(_ node: FunctionParameterSyntax) -> SyntaxVisitorContinueKind {
    declared.insert(node.internalName.text)
    return .visitChildren
  }

  override func visit(_ node: ClosureShorthandParameterSyntax) -> SyntaxVisitorContinueKind {
    declared.insert(node.name.text)
    return .visitChildren
  }

  override func visit(_ node: ClosureParameterSyntax) -> SyntaxVisitorContinueKind {
    declared.insert((node.secondName ?? node.firstName).text)
    return .visitChildren
  }

  override func visit(_ node: FunctionDeclSyntax) -> SyntaxVisitorContinueKind {
    declared.insert(node.name.text)
    return .visitChildren
  }

  override func visit(_ node: StructDeclSyntax) -> SyntaxVisitorContinueKind { enter(node.name) }
  override func visitPost(_ node: StructDeclSyntax) { depthInTypes -= 1 }
  override func visit(_ node: ClassDeclSyntax) -> SyntaxVisitorContinueKind { enter(node.name) }
  override func visitPost(_ node: ClassDeclSyntax) { depthInTypes -= 1 }
  override func visit(_ node: EnumDeclSyntax) -> SyntaxVisitorContinueKind { enter(node.name) }
  override func visitPost(_ node: EnumDeclSyntax) { depthInTypes -= 1 }
  override func visit(_ node: ActorDeclSyntax) -> SyntaxVisitorContinueKind { enter(node.name) }
  override func visitPost(_ node: ActorDeclSyntax) { depthInTypes -= 1 }

  private func enter(_ name: TokenSyntax) -> SyntaxVisitorContinueKind {
    declared.insert(name.text)
    depthInTypes += 1
    return .visitChildren
  }
}
