import HashProbe
import SwiftSyntax

/// What a file imports, with `#if` left out of account and whatever its attributes and access level.
struct FileImports {
  struct Import: Hashable {
    var module: String
    /// The one declaration that `import func CacheRuntime.cache` takes.
    var declaration: String?
  }

  /// Each once, in the order of the file.
  private(set) var imports: [Import] = []

  /// Imports stand at the top level of a file or in a `#if` there.
  init(_ tree: SourceFileSyntax) {
    var seen: Set<Import> = []
    var pending = Array(tree.statements.reversed())
    while let statement = pending.popLast() {
      guard case .decl(let declaration) = statement.item else { continue }
      if let conditional = declaration.as(IfConfigDeclSyntax.self) {
        for clause in conditional.clauses.reversed() {
          if case .statements(let statements) = clause.elements { pending += statements.reversed() }
        }
      } else if let imported = declaration.as(ImportDeclSyntax.self), let first = imported.path.first {
        let declared = imported.importKindSpecifier == nil ? nil : imported.path.last?.name.plainText
        let new = Import(module: first.name.plainText, declaration: declared)
        if seen.insert(new).inserted { imports.append(new) }
      }
    }
  }

  var modules: [String] { imports.map(\.module) }

  /// Whether the file takes one of these modules, whole or at least one of these names.
  func takes(anyOf modules: Set<String>, names: Set<String>) -> Bool {
    imports.contains { taken in
      modules.contains(taken.module) && (taken.declaration.map { names.contains($0) } ?? true)
    }
  }

  /// Whether `import func Other.cache` gives the name another meaning in this file.
  func takesFromElsewhere(_ name: String, modules: [String]) -> Bool {
    imports.contains { $0.declaration == name && !modules.contains($0.module) }
  }
}
