import SwiftSyntax

/// What stands behind `#if`, or its contrary behind `#else`.
package indirect enum CompilationCondition: Hashable, Codable, Sendable {
  /// `DEBUG`, `true`.
  case flag(String)
  /// `os(Linux)`, `canImport(UIKit)`, `swift(>=6.0)`.
  case call(String, String)
  case not(CompilationCondition)
  case all([CompilationCondition])
  case any([CompilationCondition])
}

extension CompilationCondition {
  /// Reads the condition of an `#if`; what is no condition counts as false.
  init(_ expression: ExprSyntax) {
    self = Self.read(expression, depth: 0)
  }

  private static func read(_ expression: ExprSyntax, depth: Int) -> CompilationCondition {
    guard depth < 64 else { return .flag("false") }
    let depth = depth + 1
    switch expression.as(ExprSyntaxEnum.self) {
    case .declReferenceExpr(let name): return .flag(name.baseName.plainText)
    case .booleanLiteralExpr(let literal): return .flag(literal.literal.text)
    case .prefixOperatorExpr(let node) where node.operator.text == "!":
      return .not(read(node.expression, depth: depth))
    case .tupleExpr(let tuple):
      guard let only = tuple.elements.first else { return .flag("false") }
      return read(only.expression, depth: depth)
    case .functionCallExpr(let call):
      return .call(call.calledExpression.trimmedText, call.arguments.trimmedText)
    case .sequenceExpr(let sequence): return readSequence(Array(sequence.elements), depth)
    default: return .flag("false")
    }
  }

  /// `&&` binds tighter than `||`.
  private static func readSequence(_ elements: [ExprSyntax], _ depth: Int) -> CompilationCondition {
    var sums: [[CompilationCondition]] = [[]]
    for element in elements {
      if let sign = element.as(BinaryOperatorExprSyntax.self) {
        if sign.operator.text == "||" { sums.append([]) }
      } else {
        sums[sums.count - 1].append(read(element, depth: depth))
      }
    }
    let products = sums.map { $0.count == 1 ? $0[0] : .all($0) }
    return products.count == 1 ? products[0] : .any(products)
  }
}
