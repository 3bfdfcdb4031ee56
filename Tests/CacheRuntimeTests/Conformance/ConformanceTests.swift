import Foundation
import Testing

/// Holds `Documentation/Conformance.md` against `rows.txt` and the names of the tests.
@Suite struct ConformanceTests {
  private struct Row {
    let id: String
    let behaviour: String
    /// Why there is no test: `no`, `adapted` or `later`, and the reason.
    let reason: String?
  }

  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
  private static let tests = folder.appending(path: "../..").standardized
  private static let document = tests.appending(path: "../Documentation/Conformance.md").standardized

  private static func rows() throws -> [Row] {
    try String(contentsOf: folder.appending(path: "rows.txt"), encoding: .utf8).split(separator: "\n").map {
      let parts = $0.split(separator: "|", maxSplits: 2).map(String.init)
      return Row(id: parts[0], behaviour: parts[1], reason: parts.count > 2 ? parts[2] : nil)
    }
  }

  /// The names of the tests by the ids that stand in them, or in a comment `// Row` before them.
  private static func testsByRow() throws -> [String: [String]] {
    var found: [String: [String]] = [:]
    for target in ["CacheRuntimeTests", "CacheMacrosTests", "CompileFailTests"] {
      let files = FileManager.default.enumerator(atPath: tests.appending(path: target).path())
      for case let path as String in files ?? .init() where path.hasSuffix(".swift") {
        let text = try String(
          contentsOf: tests.appending(path: target).appending(path: path), encoding: .utf8)
        let name = "\(target)/\(URL(filePath: path).deletingPathExtension().lastPathComponent)"
        for line in text.split(separator: "\n")
        where line.contains("@Test(\"") || line.contains("// Row")
          || line.contains(/^ +"[A-Z][0-9]{2}[:,]/)
        {
          for match in line.matches(of: /\b[CKHETMXDPVGSRBLZ][0-9]{2}\b/) {
            if found[String(match.0)]?.contains(name) != true {
              found[String(match.0), default: []].append(name)
            }
          }
        }
      }
    }
    return found.mapValues { $0.sorted() }
  }

  @Test func everyRowHasATestOrAReason() throws {
    let tests = try Self.testsByRow()
    for row in try Self.rows() {
      #expect(tests[row.id] != nil || row.reason != nil, "\(row.id) has neither a test nor a reason")
    }
    #expect(try Self.rows().count == 195)
  }

  @Test func noTestNamesAnUnknownRow() throws {
    let ids = try Set(Self.rows().map(\.id))
    #expect(try Self.testsByRow().keys.filter { !ids.contains($0) } == [])
  }

  @Test func documentIsCurrent() throws {
    let tests = try Self.testsByRow()
    var text = """
      # Conformance

      What the guide's cache does, row by row, and what holds it here. Made from `rows.txt` and the names of the tests;
      `RECORD=1` makes it anew. A row without a test says why: `no` has no meaning in Swift, `adapted` is something else
      here, `later` is not built yet.

      | row | behaviour | held by |
      |---|---|---|

      """
    for row in try Self.rows() {
      let held = tests[row.id]?.map { "`\($0)`" }.joined(separator: ", ")
      text += "| \(row.id) | \(row.behaviour) | \(held ?? row.reason ?? "nothing") |\n"
    }
    if ProcessInfo.processInfo.environment["RECORD"] == "1" {
      try text.write(to: Self.document, atomically: true, encoding: .utf8)
      Issue.record("recorded; run again without RECORD")
      return
    }
    #expect(
      try String(contentsOf: Self.document, encoding: .utf8) == text,
      "Documentation/Conformance.md is out of date; run 'make generate'")
  }
}
