import HashProbe
import SwiftSyntax

extension CachedFunction {
  /// A closure that is cached, with what its signature, its surroundings or its single result say of its type.
  init(_ closure: ClosureExprSyntax, in call: FunctionCallExprSyntax) {
    let binding = call.binding
    let name = binding?.pattern.as(IdentifierPatternSyntax.self)?.identifier.plainText
    let written =
      closure.signature?.returnClause?.type
      ?? binding?.typeAnnotation?.type.functionResult
      ?? call.coercion?.functionResult
    self.init(name: name, returnType: written, at: Syntax(call))
    if written == nil { infer(from: closure) }
    calls = CalledNames(in: closure.statements)
    if case .parameterClause(let clause) = closure.signature?.parameterClause,
      clause.parameters.contains(where: { $0.type?.isInout == true })
    {
      obstacles.append(.inoutParameter)
    }
  }

  /// Takes the type from the closure's results where all of them say the same.
  private mutating func infer(from closure: ClosureExprSyntax) {
    let results = ClosureResults(closure).expressions
    let types = Set(results.map { TypeExpression(inferredFrom: $0) })
    guard types.count == 1, let only = types.first, let type = only else { return }
    returnType = type.description
    result = type
  }
}

/// What a closure gives back: its only expression, or the values of its `return` statements.
private struct ClosureResults {
  var expressions: [ExprSyntax] = []

  init(_ closure: ClosureExprSyntax) {
    if let only = closure.statements.first, closure.statements.count == 1, case .expr(let value) = only.item {
      expressions = [value]
      return
    }
    let collector = Collector(viewMode: .sourceAccurate)
    collector.walk(closure.statements)
    expressions = collector.expressions
  }

  private final class Collector: SyntaxVisitor {
    var expressions: [ExprSyntax] = []

    override func visit(_ node: ReturnStmtSyntax) -> SyntaxVisitorContinueKind {
      if let value = node.expression { expressions.append(value) }
      return .skipChildren
    }
    override func visit(_ node: ClosureExprSyntax) -> SyntaxVisitorContinueKind { .skipChildren }
    override func visit(_ node: FunctionDeclSyntax) -> SyntaxVisitorContinueKind { .skipChildren }
    override func visit(_ node: AccessorBlockSyntax) -> SyntaxVisitorContinueKind { .skipChildren }
  }
}

extension ExprListSyntax {
  /// `Type` of `… as Type`, the whole sequence being that.
  fileprivate var coercedType: TypeSyntax? {
    var elements = Array(self)
    guard let type = elements.popLast()?.as(TypeExprSyntax.self), let word = elements.popLast() else {
      return nil
    }
    return word.as(UnresolvedAsExprSyntax.self)?.questionOrExclamationMark?.tokenKind == .postfixQuestionMark
      || !word.is(UnresolvedAsExprSyntax.self) ? nil : type.type
  }
}

extension FunctionCallExprSyntax {
  /// The `let area = …` whose value the call is.
  fileprivate var binding: PatternBindingSyntax? {
    var place = parent
    while let current = place {
      if let initializer = current.as(InitializerClauseSyntax.self) {
        return initializer.parent?.as(PatternBindingSyntax.self)
      }
      guard
        current.is(TryExprSyntax.self) || current.is(AwaitExprSyntax.self)
          || current.is(SequenceExprSyntax.self)
          || current.is(ExprListSyntax.self)
      else { return nil }
      place = current.parent
    }
    return nil
  }

  /// `Type` of `cache { … } as Type`.
  fileprivate var coercion: TypeSyntax? {
    parent?.as(ExprListSyntax.self)?.coercedType
  }
}

extension TypeSyntax {
  /// `C` of `(A) -> C`, attributes and parentheses aside.
  var functionResult: TypeSyntax? {
    var type = self
    while true {
      if let function = type.as(FunctionTypeSyntax.self) { return function.returnClause.type }
      if let attributed = type.as(AttributedTypeSyntax.self) {
        type = attributed.baseType
      } else if let tuple = type.as(TupleTypeSyntax.self), let only = tuple.elements.first,
        tuple.elements.count == 1
      {
        type = only.type
      } else {
        return nil
      }
    }
  }
}
