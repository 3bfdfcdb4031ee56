import HashProbe

/// Which modules pass the API on with `@_exported import`, directly or through each other.
struct ModuleExports {
  private let legacy: Set<String>
  private let reexporting: Set<String>

  /// - Parameter summaries: Of all files that may hold such an import.
  init(_ summaries: [DeclarationSummary], of legacy: Set<String>) {
    self.legacy = legacy
    var exports: [String: Set<String>] = [:]
    for summary in summaries {
      guard let module = summary.module else { continue }
      for imported in summary.imports where imported.isExported {
        exports[imported.module, default: []].insert(module)
      }
    }
    var found: Set<String> = []
    var pending = Array(legacy)
    while let next = pending.popLast() {
      for module in exports[next] ?? [] where found.insert(module).inserted { pending.append(module) }
    }
    reexporting = found
  }

  var isEmpty: Bool { reexporting.isEmpty }

  /// Whether a file may see the API: by an import of its own, or because its module passes it on.
  func isSeen(by file: DeclarationSummary) -> Bool {
    if let module = file.module, reexporting.contains(module) { return true }
    return file.imports.contains { legacy.contains($0.module) || reexporting.contains($0.module) }
  }
}
