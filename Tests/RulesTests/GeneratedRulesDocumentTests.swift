import Foundation
import Testing

@testable import Rules

@Suite struct GeneratedRulesDocumentTests {
  private static let file = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../Documentation/Rules.md").standardizedFileURL

  @Test func `Documentation/Rules.md is what the rules say`() throws {
    let wanted = RulesDocument.markdown(configuration: .shippedForTests)
    let found = try? String(contentsOf: Self.file, encoding: .utf8)
    if ProcessInfo.processInfo.environment["RECORD"] == "1", found != wanted {
      try FileManager.default.createDirectory(
        at: Self.file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(wanted.utf8).write(to: Self.file)
      Issue.record("Documentation/Rules.md was recorded; run the test again without RECORD")
      return
    }
    // Not '#expect(found == wanted)', which would print both of them.
    if found != wanted { Issue.record("Documentation/Rules.md is out of date; run make docs") }
  }

  @Test func `Every rule, example and row is in the document`() {
    let text = RulesDocument.markdown(configuration: .shippedForTests)
    for rule in Registry.rules.map({ $0.description }) {
      #expect(text.contains("\n## \(rule.id)\n"))
      for example in rule.triggering + rule.notTriggering { #expect(text.contains(example)) }
    }
    for row in Configuration.shippedForTests.decisions { #expect(text.contains("| \(row.useCase) |")) }
    #expect(text.hasSuffix("|\n"))
  }
}
