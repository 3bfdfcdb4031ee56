import Foundation
import HashProbe
import SwiftParser
import Testing

/// What the probe knows of `CacheRuntime` is what its sources say: which protocols make a key, and which types have them.
@Suite struct GeneratedRuntimeFactsTests {
  static let protocols: Set<String> = ["CacheHashable", "StrictlyKeyed", "BitwiseKeyed"]

  @Test func `The facts are what the sources say`() throws {
    let root = ToolchainFactsTests.root
    let file = root.appending(path: "Sources/HashProbe/Toolchain/RuntimeFacts.generated.swift")
    let expected = try Self.file(root.appending(path: "Sources/CacheRuntime"))
    if ProcessInfo.processInfo.environment["RECORD"] == "1" {
      try Data(expected.utf8).write(to: file)
      Issue.record("recorded; run again without RECORD=1")
    }
    let committed = String(decoding: try Data(contentsOf: file), as: UTF8.self)
    #expect(committed == expected, "out of date; run `make generate`")
  }

  private static func file(_ folder: URL) throws -> String {
    let files = FileManager.default.enumerator(atPath: folder.path)?.allObjects as? [String] ?? []
    let summaries = try files.filter { $0.hasSuffix(".swift") }.sorted().map { file in
      let text = try String(contentsOf: folder.appending(path: file), encoding: .utf8)
      return DeclarationSummary(of: Parser.parse(source: text), path: file, module: "CacheRuntime")
    }
    var lines: Set<String> = []
    var declared: [String] = []
    for summary in summaries {
      for type in summary.types where protocols.contains(type.head.name) {
        let parents = type.inherited.map(\.description).filter(protocols.contains)
        declared += ["protocol \(type.head.name)"] + parents.map { " : \($0)" }
      }
      for item in summary.extensions {
        for parent in item.inherited.map(\.description) where protocols.contains(parent) {
          let conditions = item.requirements.map { "\($0.left): \($0.right)" }.joined(separator: ", ")
          lines.insert(
            "extension \(item.extended)\n : \(parent)" + (conditions.isEmpty ? "" : " where \(conditions)"))
        }
      }
    }
    #expect(declared.count > 3 && lines.count > 40)
    let text = (declared + lines.sorted()).joined(separator: "\n").split(separator: "\n")
      .map { "    \($0)\n" }.joined()
    return """
      // Generated from the sources of CacheRuntime by GeneratedRuntimeFactsTests; not to be edited.
      extension RuntimeFacts {
        /// The facts in the form of those of the toolchain.
        static let text = #\"\"\"
          module CacheRuntime
      \(text)    \"\"\"#
      }

      """
  }
}
