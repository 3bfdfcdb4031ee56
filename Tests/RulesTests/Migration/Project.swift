import HashProbe

@testable import Rules

/// Several files of a made-up project.
struct Project {
  var files: [SourceFile]
  var configuration = Configuration.shippedForTests

  /// - Parameter texts: Text by path; `Sources/App/Load.swift` belongs to the module `App`.
  init(_ texts: [String: String]) {
    files = texts.sorted { $0.key < $1.key }.map { path, text in
      let parts = path.split(separator: "/")
      return SourceFile(path: path, module: parts.count > 2 ? String(parts[1]) : nil, text: text)
    }
  }

  var context: RuleContext {
    let index = DeclarationIndex(files: files.map { ($0.path, $0.module, $0.tree) })
    return RuleContext(configuration: configuration, index: index)
  }

  /// `path:line message`, in order.
  func messages(of rule: any Rule.Type = LegacyCache.self) -> [String] {
    findings(of: rule).map { "\($0.path):\($0.start.line) \($0.message)" }
  }

  func findings(of rule: any Rule.Type = LegacyCache.self) -> [Finding] {
    let context = context
    return files.flatMap { rule.findings(in: $0, context).sorted { $0.start < $1.start } }
  }
}
