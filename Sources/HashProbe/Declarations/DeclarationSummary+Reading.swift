package import SwiftSyntax

extension DeclarationSummary {
  /// Reads what a file declares.
  package init(of tree: SourceFileSyntax, path: String, module: String?) {
    self.init(path: path, module: module)
  }
}
