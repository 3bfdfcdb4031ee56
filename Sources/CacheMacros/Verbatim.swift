import SwiftSyntax

// The compiler parses what a macro returns, whatever was known of it here. So code that is made as text stays text: to parse
// it here too, and to format it, took most of the time of an expansion, which is a debug build's at each compilation.

extension CodeBlockItemSyntax {
  /// A statement or declaration that is only there to be printed.
  init(verbatim code: String) {
    self.init(item: .expr(ExprSyntax(DeclReferenceExprSyntax(baseName: .identifier(code)))))
  }
}

extension DeclSyntax {
  /// A declaration that is only there to be printed.
  init(verbatim code: String) { self.init(MissingDeclSyntax(placeholder: .identifier(code))) }
}
