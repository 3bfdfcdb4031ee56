import SwiftDiagnostics
import SwiftParser
import SwiftSyntax
import SwiftSyntaxMacroExpansion
import SwiftSyntaxMacros
import Testing

@testable import CacheMacros

/// One use of an attribute and all that is said of it.
///
/// In the source, `1️⃣` stands before the token that the first diagnostic points at, `2️⃣` before the second's.
struct RefusalExample: Sendable, CustomTestStringConvertible {
  let kinds: [Refusal.Kind]
  let source: String
  /// The diagnostics in order, as `error: text`.
  let said: [String]
  /// The fix-its in order, as the editor shows them.
  let fixIts: [String]
  /// The source after all fix-its.
  let fixed: String?

  var testDescription: String { "\(kinds.map(\.rawValue).joined(separator: ", ")): \(source)" }

  init(_ kinds: Refusal.Kind..., source: String, said: String..., fixIt: String? = nil, fixed: String? = nil)
  {
    self.kinds = kinds
    self.source = source
    self.said = said
    self.fixIts = fixIt.map { [$0] } ?? []
    self.fixed = fixed
  }
}

/// What the plug-in says of a source.
struct RefusalReport: Equatable {
  var kinds: [String] = []
  var said: [String] = []
  var offsets: [Int] = []
  var fixIts: [String] = []
  var fixed: String = ""

  /// Expands every attribute of this plug-in in the source, through the macro system and with its lexical contexts.
  init(of source: String) {
    let file = Parser.parse(source: source)
    let context = BasicMacroExpansionContext(
      sourceFiles: [file: .init(moduleName: "App", fullFilePath: "App.swift")])
    _ = file.expand(macroSpecs: Self.macros) { syntax in
      BasicMacroExpansionContext(sharingWith: context, lexicalContext: syntax.allMacroLexicalContexts())
    }
    var edits: [(range: Range<Int>, text: String)] = []
    for diagnostic in context.diagnostics {
      // The macro system has its own word on two body macros.
      guard let refusal = diagnostic.diagMessage as? Refusal else { continue }
      kinds.append(refusal.kind.rawValue)
      said.append("\(diagnostic.diagMessage.severity): \(diagnostic.message)")
      offsets.append(
        context.location(
          for: diagnostic.node.positionAfterSkippingLeadingTrivia, anchoredAt: diagnostic.node, fileName: ""
        ).offset)
      for fixIt in diagnostic.fixIts {
        fixIts.append(fixIt.message.message)
        edits += fixIt.changes.compactMap { Self.edit($0, in: context) }
      }
    }
    fixed = Self.apply(edits, to: source)
  }

  private static let macros: [String: MacroSpec] = [
    "CacheData": MacroSpec(type: Refusing.self),
    "CacheResource": MacroSpec(type: Refusing.self),
    "cache": MacroSpec(type: Refusing.self),
  ]

  private static func edit(_ change: FixIt.Change, in context: BasicMacroExpansionContext) -> (
    Range<Int>, String
  )? {
    func offset(_ position: AbsolutePosition, _ node: Syntax) -> Int {
      context.location(for: position, anchoredAt: node, fileName: "").offset
    }
    switch change {
    case .replace(let old, let new):
      return (offset(old.position, old)..<offset(old.endPosition, old), new.description)
    case .replaceText(let range, let text, let node):
      return (offset(range.lowerBound, node)..<offset(range.upperBound, node), text)
    default:
      Issue.record("the harness applies no fix-it of this kind")
      return nil
    }
  }

  private static func apply(_ edits: [(range: Range<Int>, text: String)], to source: String) -> String {
    var bytes = Array(source.utf8)
    for edit in edits.sorted(by: { $0.range.lowerBound > $1.range.lowerBound }) {
      bytes.replaceSubrange(edit.range, with: Array(edit.text.utf8))
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

/// The plug-in's refusals and no expansion.
private struct Refusing: PeerMacro, BodyMacro {
  /// The macro system expands no peer of an accessor, only its body.
  static func expansion(
    of node: AttributeSyntax,
    providingBodyFor declaration: some DeclSyntaxProtocol & WithOptionalCodeBlockSyntax,
    in context: some MacroExpansionContext
  ) throws -> [CodeBlockItemSyntax] {
    if declaration.is(AccessorDeclSyntax.self) {
      for diagnostic in refusals(of: node, on: declaration, in: context.lexicalContext) {
        context.diagnose(diagnostic)
      }
    }
    return Array(declaration.body?.statements ?? [])
  }

  static func expansion(
    of node: AttributeSyntax, providingPeersOf declaration: some DeclSyntaxProtocol,
    in context: some MacroExpansionContext
  ) throws -> [DeclSyntax] {
    for diagnostic in refusals(of: node, on: declaration, in: context.lexicalContext) {
      context.diagnose(diagnostic)
    }
    return []
  }
}

extension String {
  /// The text without its markers, and their UTF-8 offsets in the order of their numbers.
  func withoutMarkers() -> (text: String, offsets: [Int]) {
    var text = self
    var offsets: [Int] = []
    for marker in ["1️⃣", "2️⃣", "3️⃣"] {
      guard let range = text.firstRange(of: marker) else { break }
      var before = String(text[..<range.lowerBound])
      for other in ["1️⃣", "2️⃣", "3️⃣"] { before.replace(other, with: "") }
      offsets.append(before.utf8.count)
      text.removeSubrange(range)
    }
    return (text, offsets)
  }
}
