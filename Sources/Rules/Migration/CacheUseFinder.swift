import HashProbe
import SwiftSyntax

extension CacheUse {
  /// All uses in a file of the legacy API and of its replacements, from top to bottom.
  ///
  /// A branch of `#if` counts whatever its condition, `#if false` too: nobody else will migrate the code in it, and
  /// it is compiled some day. The same holds for an import inside `#if`.
  static func uses(in file: SourceFile, _ context: RuleContext) -> [CacheUse] {
    guard context.names.seesLegacyModule(file.imports, module: file.module, of: context.configuration) else {
      return []
    }
    func find() -> [CacheUse] {
      let finder = CacheUseFinder(file: file, context: context)
      finder.walk(file.tree)
      return finder.uses
    }
    return context.memory?.uses(in: file, find) ?? find()
  }
}

/// One pass over a file; whether a name means the API is asked only where the name stands.
private final class CacheUseFinder: SyntaxVisitor {
  private let file: SourceFile
  private let context: RuleContext
  private let attributes: [String: CacheUse.Generation]
  private let functions: [String: CacheUse.Generation]
  /// What the file may declare; most files declare no name of the API, and then no scope has to be searched.
  private lazy var declarable = DeclarableNames.names(in: file.tree)
  private(set) var uses: [CacheUse] = []

  init(file: SourceFile, context: RuleContext) {
    self.file = file
    self.context = context
    let legacy = context.configuration.legacy
    var attributes: [String: CacheUse.Generation] = [:]
    var functions: [String: CacheUse.Generation] = [:]
    for kind in Decision.Kind.allCases {
      attributes[context.configuration.replacements[kind].attribute] = .replacement(kind)
      functions[context.configuration.replacements[kind].function] = .replacement(kind)
    }
    for name in legacy.attributes { attributes[name] = .legacy }
    for name in legacy.functions { functions[name] = .legacy }
    self.attributes = attributes
    self.functions = functions
    super.init(viewMode: .sourceAccurate)
  }

  override func visit(_ node: FunctionDeclSyntax) -> SyntaxVisitorContinueKind {
    var pending = node.attributes.reversed().map { ($0, false) }
    while let (element, isConditional) = pending.popLast() {
      switch element {
      case .attribute(let attribute):
        note(attribute, on: node, insideConditional: isConditional)
      case .ifConfigDecl(let conditional):
        for clause in conditional.clauses.reversed() {
          guard case .attributes(let list) = clause.elements else { continue }
          pending += list.reversed().map { ($0, true) }
        }
      }
    }
    return .visitChildren
  }

  private func note(_ attribute: AttributeSyntax, on function: FunctionDeclSyntax, insideConditional: Bool) {
    guard let (module, name) = attribute.attributeName.moduleAndName,
      let generation = attributes[name.plainText], name.isPresent,
      means(name.plainText, in: module, at: Syntax(attribute), as: .attributes)
    else { return }
    uses.append(
      CacheUse(
        form: .attribute(attribute, on: function, insideConditional: insideConditional),
        generation: generation, module: module, name: name))
  }

  override func visit(_ node: FunctionCallExprSyntax) -> SyntaxVisitorContinueKind {
    guard let (module, name) = node.calledExpression.moduleAndName,
      let generation = functions[name.plainText], name.isPresent,
      node.mayCacheAFunction,
      means(name.plainText, in: module, at: Syntax(node), as: .values)
    else { return .visitChildren }
    uses.append(CacheUse(form: .call(node), generation: generation, module: module, name: name))
    return .visitChildren
  }

  /// Whether a name means the API, and nothing that the project declares or imports from elsewhere.
  private func means(
    _ name: String, in module: TokenSyntax?, at node: Syntax, as namespace: Namespace
  ) -> Bool {
    if let module {
      return context.configuration.legacy.modules.contains(module.plainText)
        && !isDeclared(module.plainText, at: node, .values)
    }
    return !file.imports.takesFromElsewhere(name, modules: context.configuration.legacy.modules)
      && !isDeclared(name, at: node, namespace)
      && !context.names.shadows(name, at: node, inModule: file.module, namespace)
  }

  private func isDeclared(_ name: String, at node: Syntax, _ namespace: Namespace) -> Bool {
    declarable.contains(name) && NameLookup.declaration(of: name, at: node, namespace) != nil
  }
}

extension FunctionCallExprSyntax {
  /// Whether there is anything to cache among the arguments: a closure, or what may be the name of a function.
  fileprivate var mayCacheAFunction: Bool {
    trailingClosure != nil || functionArgument != nil
  }

  /// The argument that is the cached function: the last one without a label that is no literal.
  var functionArgument: ExprSyntax? {
    arguments.last { argument in
      guard argument.label == nil else { return false }
      let expression = argument.expression.withoutParentheses
      return expression.is(ClosureExprSyntax.self) || expression.is(DeclReferenceExprSyntax.self)
        || expression.is(MemberAccessExprSyntax.self) || expression.is(GenericSpecializationExprSyntax.self)
        || expression.is(FunctionCallExprSyntax.self) || expression.is(AsExprSyntax.self)
        || expression.is(SequenceExprSyntax.self)
    }?.expression
  }
}

extension ExprSyntax {
  /// `f` of `(f)`.
  var withoutParentheses: ExprSyntax {
    var expression = self
    while let tuple = expression.as(TupleExprSyntax.self), let only = tuple.elements.first,
      tuple.elements.count == 1, only.label == nil
    {
      expression = only.expression
    }
    return expression
  }

  /// `cache`, `CacheRuntime.cache` and `cache<Int>` as a name with its module.
  fileprivate var moduleAndName: (module: TokenSyntax?, name: TokenSyntax)? {
    if let specialized = self.as(GenericSpecializationExprSyntax.self) {
      return specialized.expression.moduleAndName
    }
    if let reference = self.as(DeclReferenceExprSyntax.self), reference.argumentNames == nil {
      return (reference.moduleSelector?.moduleName, reference.baseName)
    }
    if let member = self.as(MemberAccessExprSyntax.self), member.declName.argumentNames == nil,
      let base = member.base?.as(DeclReferenceExprSyntax.self), base.argumentNames == nil
    {
      return (base.baseName, member.declName.baseName)
    }
    return nil
  }
}

extension TypeSyntax {
  /// `cache` and `CacheRuntime.cache` as a name with its module.
  fileprivate var moduleAndName: (module: TokenSyntax?, name: TokenSyntax)? {
    if let type = self.as(IdentifierTypeSyntax.self) { return (type.moduleSelector?.moduleName, type.name) }
    if let type = self.as(MemberTypeSyntax.self), let base = type.baseType.as(IdentifierTypeSyntax.self),
      base.genericArgumentClause == nil
    {
      return (base.name, type.name)
    }
    return nil
  }
}
