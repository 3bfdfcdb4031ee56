import Foundation
import SwiftParser
import SwiftSyntax
import SwiftSyntaxMacroExpansion
import SwiftSyntaxMacros
import Testing

@testable import CacheMacros

/// The benchmarks compile the expansion of their functions and not the macros; this keeps it the macros' own.
@Suite struct GeneratedBenchmarkFunctionsTests {
  private static let folder = URL(fileURLWithPath: #filePath)
    .appendingPathComponent("../../../Benchmarks").standardizedFileURL
  private static let sourcePath = "Functions/CachedFunctions.swift"
  private static let expansionPath = "Sources/CacheBenchmarks/Generated/CachedFunctions.swift"

  @Test func isCurrent() throws {
    let source = try String(contentsOf: Self.folder.appendingPathComponent(Self.sourcePath), encoding: .utf8)
    let expansion = Self.expansion(of: source)
    let file = Self.folder.appendingPathComponent(Self.expansionPath)
    if ProcessInfo.processInfo.environment["RECORD"] == "1" {
      try Data(expansion.utf8).write(to: file)
      Issue.record("recorded Benchmarks/\(Self.expansionPath); run again without RECORD")
      return
    }
    #expect(
      try String(contentsOf: file, encoding: .utf8) == expansion,
      "Benchmarks/\(Self.expansionPath) is out of date; run 'make generate'")
  }

  private static func expansion(of source: String) -> String {
    let file = Parser.parse(source: source)
    let context = BasicMacroExpansionContext(
      sourceFiles: [file: .init(moduleName: "CacheBenchmarks", fullFilePath: "CachedFunctions.swift")])
    let expanded = file.expand(
      macroSpecs: [
        "CacheData": MacroSpec(type: CacheDataMacro.self),
        "CacheResource": MacroSpec(type: CacheResourceMacro.self),
      ]
    ) { syntax in
      BasicMacroExpansionContext(sharingWith: context, lexicalContext: syntax.allMacroLexicalContexts())
    }
    return """
      // Made from \(sourcePath) by the macros; a test of the root package keeps it current.
      // swift-format-ignore-file

      \(expanded.description)
      """
  }
}
