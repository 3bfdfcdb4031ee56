package import SwiftSyntax

/// All types, extensions, conformances and aliases that a set of sources declares.
package struct DeclarationIndex: Sendable {
  package let summaries: [DeclarationSummary]

  /// Merges what single files declare; the order of the files does not matter.
  package init(_ summaries: [DeclarationSummary] = []) {
    self.summaries = summaries
  }

  /// Reads and merges whole files; `module` is `nil` for a file that belongs to no package target.
  package init(files: [(path: String, module: String?, tree: SourceFileSyntax)]) {
    self.init(files.map { DeclarationSummary(of: $0.tree, path: $0.path, module: $0.module) })
  }
}
