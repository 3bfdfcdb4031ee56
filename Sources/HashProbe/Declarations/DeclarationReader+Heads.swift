package import SwiftSyntax

extension DeclarationReader {
  func head(
    _ name: String, _ node: some SyntaxProtocol, _ attributes: AttributeListSyntax,
    _ modifiers: DeclModifierListSyntax, _ around: Surroundings
  ) -> DeclarationHead {
    DeclarationHead(
      name: name, scope: around.scope, place: place(of: node),
      access: accessLevel(modifiers) ?? around.access,
      attributes: attributes.compactMap(AttributeUse.init), conditions: around.conditions)
  }

  /// What the modifiers say of who may read, `private(set)` aside.
  func accessLevel(_ modifiers: DeclModifierListSyntax) -> AccessLevel? {
    for modifier in modifiers where modifier.detail == nil {
      switch modifier.name.tokenKind {
      case .keyword(.private): return .private
      case .keyword(.fileprivate): return .fileprivate
      case .keyword(.internal): return .internal
      case .keyword(.package): return .package
      case .keyword(.public): return .public
      case .keyword(.open): return .open
      default: continue
      }
    }
    return nil
  }
}

extension AttributeUse {
  /// `nil` for attributes behind `#if`.
  init?(_ element: AttributeListSyntax.Element) {
    guard case .attribute(let attribute) = element else { return nil }
    self.init(
      type: TypeExpression(attribute.attributeName),
      arguments: attribute.arguments?.trimmedText)
  }
}

extension GenericSignature {
  /// Reads what stands between angle brackets and behind `where`.
  package init(_ parameters: GenericParameterClauseSyntax?, _ clause: GenericWhereClauseSyntax?) {
    self.init(parameters: [], requirements: [])
    for parameter in parameters?.parameters ?? [] {
      let keyword = parameter.specifier?.tokenKind
      self.parameters.append(
        GenericParameter(
          name: parameter.name.plainText, constraint: parameter.inheritedType.map { TypeExpression($0) },
          isPack: keyword == .keyword(.each), isValue: keyword == .keyword(.let)))
    }
    let clauses = [parameters?.genericWhereClause, clause].compactMap(\.self)
    requirements = clauses.flatMap(\.requirements).compactMap(GenericRequirement.init)
  }
}

extension GenericRequirement {
  /// `nil` for layout requirements, which say nothing of conformances.
  fileprivate init?(_ node: GenericRequirementSyntax) {
    switch node.requirement {
    case .conformanceRequirement(let node):
      self.init(
        left: TypeExpression(node.leftType), relation: .conforms, right: TypeExpression(node.rightType))
    case .sameTypeRequirement(let node):
      guard case .type(let left) = node.leftType, case .type(let right) = node.rightType else { return nil }
      self.init(left: TypeExpression(left), relation: .equals, right: TypeExpression(right))
    case .layoutRequirement: return nil
    }
  }
}
