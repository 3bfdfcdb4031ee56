package import SwiftSyntax

extension TypeExpression {
  /// What an expression plainly is: a literal, a call of a type, a cast; `nil` where only the compiler can tell.
  package init?(inferredFrom expression: some ExprSyntaxProtocol) {
    guard let type = Self.infer(ExprSyntax(expression), depth: 0) else { return nil }
    self = type
  }

  private static func infer(_ expression: ExprSyntax, depth: Int) -> TypeExpression? {
    guard depth < 16 else { return nil }
    let depth = depth + 1
    switch expression.as(ExprSyntaxEnum.self) {
    case .integerLiteralExpr: return .named("Int")
    case .floatLiteralExpr: return .named("Double")
    case .booleanLiteralExpr: return .named("Bool")
    case .stringLiteralExpr, .simpleStringLiteralExpr: return .named("String")
    case .arrayExpr(let array):
      return common(array.elements.map(\.expression), depth).map { .array($0) }
    case .dictionaryExpr(let dictionary):
      guard case .elements(let elements) = dictionary.content,
        let key = common(elements.map(\.key), depth), let value = common(elements.map(\.value), depth)
      else { return nil }
      return .dictionary(key: key, value: value)
    case .tupleExpr(let tuple): return inferTuple(tuple, depth)
    case .prefixOperatorExpr(let node):
      let isSign = node.operator.text == "-" || node.operator.text == "+"
      return isSign || node.operator.text == "!" ? infer(node.expression, depth: depth) : nil
    case .tryExpr(let node):
      let type = infer(node.expression, depth: depth)
      return node.questionOrExclamationMark?.tokenKind == .postfixQuestionMark
        ? type.map { .optional($0) } : type
    case .awaitExpr(let node): return infer(node.expression, depth: depth)
    case .unsafeExpr(let node): return infer(node.expression, depth: depth)
    case .functionCallExpr(let call):
      if let member = call.calledExpression.as(MemberAccessExprSyntax.self),
        member.declName.baseName.tokenKind == .keyword(.`init`), let base = member.base
      {
        return constructed(base)
      }
      return constructed(call.calledExpression)
    case .memberAccessExpr(let member):
      guard member.declName.baseName.tokenKind == .keyword(.self), let base = member.base else { return nil }
      return constructed(base).map { .metatype($0) }
    case .sequenceExpr(let sequence): return cast(Array(sequence.elements))
    case .asExpr(let node): return TypeExpression(node.type)
    default: return nil
    }
  }

  /// `value as Type`, `as!` and `as?`, before operators are folded.
  private static func cast(_ elements: [ExprSyntax]) -> TypeExpression? {
    guard elements.count == 3, let cast = elements[1].as(UnresolvedAsExprSyntax.self),
      let type = elements[2].as(TypeExprSyntax.self)
    else { return nil }
    let isOptional = cast.questionOrExclamationMark?.tokenKind == .postfixQuestionMark
    return isOptional ? .optional(TypeExpression(type.type)) : TypeExpression(type.type)
  }

  private static func inferTuple(_ tuple: TupleExprSyntax, _ depth: Int) -> TypeExpression? {
    var elements: [TupleElement] = []
    for element in tuple.elements {
      guard let type = infer(element.expression, depth: depth) else { return nil }
      elements.append(TupleElement(element.label?.plainText, type))
    }
    return elements.count == 1 ? elements.first?.type : .tuple(elements)
  }

  /// The type that all elements of a literal have; integers among floating-point numbers are such.
  private static func common(_ elements: [ExprSyntax], _ depth: Int) -> TypeExpression? {
    var types: Set<TypeExpression> = []
    for element in elements {
      guard let type = infer(element, depth: depth) else { return nil }
      types.insert(type)
    }
    if types == [.named("Int"), .named("Double")] { return .named("Double") }
    return types.count == 1 ? types.first : nil
  }

  /// The type that a called expression names, told from a function by its capital letter.
  private static func constructed(_ callee: ExprSyntax) -> TypeExpression? {
    switch callee.as(ExprSyntaxEnum.self) {
    case .declReferenceExpr(let name) where !name.baseName.plainText.startsUppercase: return nil
    case .memberAccessExpr(let member) where !member.declName.baseName.plainText.startsUppercase: return nil
    case .arrayExpr, .dictionaryExpr, .genericSpecializationExpr, .typeExpr, .declReferenceExpr,
      .memberAccessExpr:
      guard let type = try? TypeExpression(parsing: callee.trimmedText) else { return nil }
      guard case .named(let components) = type else { return type }
      return components.last?.name.startsUppercase == true ? type : nil
    case .tupleExpr(let tuple):
      guard let only = tuple.elements.first, tuple.elements.count == 1 else { return nil }
      return constructed(only.expression)
    default: return nil
    }
  }
}

extension String {
  fileprivate var startsUppercase: Bool { first?.isUppercase == true }
}
