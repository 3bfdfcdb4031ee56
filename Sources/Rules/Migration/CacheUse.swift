import HashProbe
import SwiftSyntax

/// A place where the legacy API, or one of its replacements, is used.
struct CacheUse {
  /// Which of the two APIs it belongs to.
  enum Generation: Hashable {
    case legacy
    case replacement(Decision.Kind)
  }

  enum Form {
    /// `@cache`, `@cache(…)`, `@CacheRuntime.cache(…)` on a function.
    case attribute(AttributeSyntax, on: FunctionDeclSyntax, insideConditional: Bool)
    /// `cache { … }`, `cache(…, function)`.
    case call(FunctionCallExprSyntax)
  }

  var form: Form
  var generation: Generation
  /// The module in front of the name, if it is written.
  var module: TokenSyntax?
  var name: TokenSyntax

  /// The finding's range: from `@`, or from the call's name, to the end of the name.
  var range: Range<Int> {
    let start =
      switch form {
      case .attribute(let attribute, _, _): attribute.atSign.startOffset
      case .call: (module ?? name).startOffset
      }
    return start..<name.endOffset
  }

  /// The name as messages show it: `@CacheRuntime.cache`, `cache`.
  var spelling: String { spelling(of: name.plainText) }

  /// Another name in this one's place, with the same module in front.
  func spelling(of name: String) -> String {
    let qualified = module.map { $0.plainText + "." + name } ?? name
    if case .attribute = form { return "@" + qualified }
    return qualified
  }

  /// The name that takes this one's place.
  func replacement(_ names: Replacements.Names) -> String {
    if case .attribute = form { return names.attribute }
    return names.function
  }

  /// Whatever stands between its parentheses.
  var arguments: LabeledExprListSyntax? {
    switch form {
    case .attribute(let attribute, _, _):
      if case .argumentList(let list) = attribute.arguments { return list }
      return nil
    case .call(let call): return call.arguments
    }
  }

  var parentheses: (left: TokenSyntax, right: TokenSyntax)? {
    let pair =
      switch form {
      case .attribute(let attribute, _, _): (attribute.leftParen, attribute.rightParen)
      case .call(let call): (call.leftParen, call.rightParen)
      }
    guard let left = pair.0, let right = pair.1, left.isPresent, right.isPresent else { return nil }
    return (left, right)
  }

  /// Whether the parentheses may go once nothing is left between them.
  var standsWithoutParentheses: Bool {
    switch form {
    case .attribute: true
    case .call(let call): call.trailingClosure != nil
    }
  }
}

extension SyntaxProtocol {
  /// The offset of its first byte, white space and comments before it aside.
  var startOffset: Int { positionAfterSkippingLeadingTrivia.utf8Offset }
  /// The offset after its last byte, white space and comments behind it aside.
  var endOffset: Int { endPositionBeforeTrailingTrivia.utf8Offset }
}

extension TokenSyntax {
  var isPresent: Bool { presence == .present }
}
