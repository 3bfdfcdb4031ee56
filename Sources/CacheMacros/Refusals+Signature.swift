import SwiftDiagnostics
import SwiftSyntax

/// What the function's modifiers, effects, parameters and enclosing declarations rule out.
func addSignatureRefusals(
  of attribute: AttributeSyntax, on function: FunctionDeclSyntax, in lexicalContext: [Syntax],
  to found: inout RefusalCollector
) {
  let name = function.fullName
  if function.body == nil {
    if lexicalContext.first?.is(ProtocolDeclSyntax.self) == true {
      found.add(.protocolRequirement(attribute: attribute.cacheName, function: name), at: function.name)
    } else {
      found.add(.missingBody(attribute: attribute.cacheName, function: name), at: function.name)
    }
  }
  for builder in function.attributes.compactMap({ $0.as(AttributeSyntax.self) }) {
    let builderName = builder.cacheName
    if builderName.hasSuffix("Builder"), builderName.first?.isUppercase == true {
      found.add(.resultBuilder(function: name, builder: builderName), at: builder)
    }
  }
  if let body = function.body {
    let finder = CachedInside(attribute.cacheName)
    finder.walk(body)
    for (inner, attribute) in finder.found {
      found.add(
        .nestedInItself(function: name, inner: inner.fullName, attribute: attribute.cacheName), at: attribute)
    }
  }
  if let mutating = function.modifier(.mutating) {
    found.add(.mutating(function: name), at: mutating)
  }
  for specifier in [function.modifier(.consuming), function.modifier(.__consuming)].compactMap(\.self) {
    found.add(.consumingMethod(function: name), at: specifier)
  }
  if let specifier = function.signature.effectSpecifiers?.throwsClause?.throwsSpecifier,
    specifier.tokenKind == .keyword(.rethrows)
  {
    let throwing = specifier.with(\.tokenKind, .keyword(.throws))
    found.add(
      .rethrowing(function: name), at: specifier,
      fixIts: [
        FixIt(
          message: Remedy.declareThrows,
          changes: [.replace(oldNode: Syntax(specifier), newNode: Syntax(throwing))])
      ])
  }
  addParameterRefusals(of: attribute, on: function, to: &found)
  addCopyabilityRefusals(on: function, in: lexicalContext, to: &found)
}

private func addParameterRefusals(
  of attribute: AttributeSyntax, on function: FunctionDeclSyntax, to found: inout RefusalCollector
) {
  let name = function.fullName
  for parameter in function.signature.parameterClause.parameters {
    let parameterName = parameter.internalName.text
    let specifiers = parameter.type.as(AttributedTypeSyntax.self)?.specifiers
    for specifier in (specifiers ?? []).compactMap({ $0.as(SimpleTypeSpecifierSyntax.self) }) {
      switch specifier.specifier.tokenKind {
      case .keyword(.inout):
        found.add(.inoutParameter(function: name, parameter: parameterName), at: specifier)
      case .keyword(.borrowing), .keyword(.consuming), .keyword(.__owned), .keyword(.__shared):
        found.add(
          .ownership(function: name, parameter: parameterName, specifier: specifier.specifier.text),
          at: specifier,
          fixIts: [
            FixIt(
              message: Remedy.removeSpecifier(specifier.specifier.text),
              changes: [
                .replaceText(
                  range: specifier.positionAfterSkippingLeadingTrivia..<specifier.endPosition, with: "",
                  in: Syntax(specifier))
              ])
          ])
      default: continue
      }
    }
    if !parameter.isExcluded, parameter.type.isClosure, attribute.option("hashFuncs") == nil {
      found.add(.closureParameter(function: name, parameter: parameterName), at: parameter.internalName)
    }
  }
}

/// `~Copyable` and `~Escapable` wherever the signature, its constraints or the type around it spell them.
private func addCopyabilityRefusals(
  on function: FunctionDeclSyntax, in lexicalContext: [Syntax], to found: inout RefusalCollector
) {
  let name = function.fullName
  let finder = SuppressionFinder(viewMode: .sourceAccurate)
  finder.walk(function.signature)
  if let generics = function.genericParameterClause { finder.walk(generics) }
  if let requirements = function.genericWhereClause { finder.walk(requirements) }
  for suppressed in finder.found {
    found.add(
      .suppressedConformance(function: name, constraint: suppressed.trimmedDescription), at: suppressed)
  }
  guard !function.isStatic, let enclosing = lexicalContext.first else { return }
  let nominal: (name: TokenSyntax, inheritance: InheritanceClauseSyntax?)? =
    switch enclosing.as(SyntaxEnum.self) {
    case .structDecl(let type): (type.name, type.inheritanceClause)
    case .enumDecl(let type): (type.name, type.inheritanceClause)
    case .protocolDecl(let type): (type.name, type.inheritanceClause)
    default: nil
    }
  if let nominal,
    nominal.inheritance?.inheritedTypes.contains(where: { $0.type.is(SuppressedTypeSyntax.self) }) == true
  {
    found.add(.nonCopyableSelf(function: name, type: nominal.name.text), at: function.name)
  }
}

private final class SuppressionFinder: SyntaxVisitor {
  var found: [SuppressedTypeSyntax] = []

  override func visit(_ node: SuppressedTypeSyntax) -> SyntaxVisitorContinueKind {
    if ["Copyable", "Escapable"].contains(node.type.trimmedDescription) { found.append(node) }
    return .skipChildren
  }
}

/// Finds the functions inside of a body that are under an attribute of this name.
private final class CachedInside: SyntaxVisitor {
  var found: [(function: FunctionDeclSyntax, attribute: AttributeSyntax)] = []
  private let name: String

  init(_ name: String) {
    self.name = name
    super.init(viewMode: .sourceAccurate)
  }

  override func visit(_ node: FunctionDeclSyntax) -> SyntaxVisitorContinueKind {
    for attribute in node.attributes.compactMap({ $0.as(AttributeSyntax.self) })
    where attribute.cacheName == name {
      found.append((node, attribute))
    }
    return .visitChildren
  }
}
