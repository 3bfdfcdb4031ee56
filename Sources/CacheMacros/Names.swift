import SwiftParser
import SwiftSyntax

extension TokenSyntax {
  /// The name without backticks, as messages have it.
  var bareName: String {
    text.hasPrefix("`") ? String(text.dropFirst().dropLast()) : text
  }

  /// The name as an expression or a parameter can have it: in backticks where the grammar would take it for another thing.
  var reference: String {
    text.hasPrefix("`") || text.isValidSwiftIdentifier(for: .variableName) ? text : "`\(text)`"
  }

  /// The name as it stands before a colon, where most keywords need no backticks.
  var label: String { bareName.isPlainName ? bareName : text }

  var isOperator: Bool {
    switch tokenKind {
    case .binaryOperator, .prefixOperator, .postfixOperator: true
    default: false
    }
  }
}

extension String {
  /// Whether a name needs no backticks with a `$` before it.
  var isPlainName: Bool { "x\(self)".isValidSwiftIdentifier(for: .variableName) }
}
