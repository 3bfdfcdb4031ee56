import SwiftSyntax
import SwiftSyntaxMacroExpansion
import SwiftSyntaxMacros
import SwiftSyntaxMacrosGenericTestSupport
import Testing

@testable import CacheMacros

/// One use of an attribute and all that is said of it.
struct RefusalExample: Sendable, CustomTestStringConvertible {
  let kind: Refusal.Kind?
  let source: String
  let said: [Said]
  let fixed: String?

  var testDescription: String { "\(kind?.rawValue ?? "accepted"): \(source)" }

  /// A diagnostic as the compiler would print it.
  struct Said: Sendable {
    let line: Int
    let column: Int
    let severity: DiagnosticSeverity
    let message: String
    let fixIts: [String]
  }
}

/// The plug-in's refusals and no expansion.
private struct Refusing: PeerMacro {
  static func expansion(
    of node: AttributeSyntax, providingPeersOf declaration: some DeclSyntaxProtocol,
    in context: some MacroExpansionContext
  ) throws -> [DeclSyntax] {
    for diagnostic in refusals(of: node, on: declaration, in: context.lexicalContext) { context.diagnose(diagnostic) }
    return []
  }
}

private let specifications: [String: MacroSpec] = [
  "CacheData": MacroSpec(type: Refusing.self),
  "CacheResource": MacroSpec(type: Refusing.self),
  "cache": MacroSpec(type: Refusing.self),
]

/// Expands the source and compares diagnostics, places, fix-its and the source that they leave.
private func check(_ example: RefusalExample) {
  var expanded = example.source
  for attribute in attributes(in: example.source) {
    guard let range = expanded.range(of: attribute) else { continue }
    expanded.removeSubrange(range)
  }
  assertMacroExpansion(
    example.source,
    expandedSource: expanded,
    diagnostics: example.said.map { said in
      DiagnosticSpec(
        message: said.message, line: said.line, column: said.column, severity: said.severity,
        fixIts: said.fixIts.map { FixItSpec(message: $0) })
    },
    macroSpecs: specifications,
    applyFixIts: example.said.flatMap(\.fixIts),
    fixedSource: example.fixed,
    failureHandler: { failure in
      Issue.record(Comment(rawValue: "\(failure.message)\n\(example.source)"))
    })
}
