import Foundation
import Testing

@testable import Linter
@testable import Rules

/// Comments are written where they belong; afterwards nothing is left to report, and the code is the same.
struct SuppressionWritingTests {
  private func report(_ tree: TemporaryTree) throws -> LintReport {
    Pipeline(
      LintRequest(paths: ["."], workingDirectory: tree.path, configuration: try Configuration.shipped())
    ).lint()
  }

  private func suppress(_ tree: TemporaryTree) throws -> SuppressionWriting.Outcome {
    SuppressionWriting(reason: "later", workingDirectory: tree.path).write(try report(tree))
  }

  /// A source before and after.
  @Test(arguments: [
    (
      "@cache func f() -> Int { 1 }",
      "// recache:disable:next legacy-cache -- later\n@cache func f() -> Int { 1 }"
    ),
    (
      "struct A {\n\t  @cache static func f() -> Int { 1 }\n}",
      "struct A {\n\t  // recache:disable:next legacy-cache -- later\n\t  @cache static func f() -> Int { 1 }\n}"
    ),
    (
      "@cache(suppressStWarning: true) func f() -> Int { 1 }",
      "// recache:disable:next legacy-cache, removed-option -- later\n@cache(suppressStWarning: true) func f() -> Int { 1 }"
    ),
    (
      "@cache(\n  ttl: 60,\n  suppressStWarning: true)\nfunc f() -> Int { 1 }",
      "// recache:disable:next legacy-cache, removed-option -- later\n@cache(\n  ttl: 60,\n  suppressStWarning: true)\nfunc f() -> Int { 1 }"
    ),
    (
      "// recache:disable:next removed-option -- known\n@cache(suppressStWarning: true) func f() -> Int { 1 }",
      "// recache:disable:next removed-option -- known\n// recache:disable:next legacy-cache -- later\n@cache(suppressStWarning: true) func f() -> Int { 1 }"
    ),
    (
      "let a = [\n  cache { () -> Int in 1 },\n  cache { () -> Int in 2 },\n]",
      "let a = [\n  // recache:disable:next legacy-cache -- later\n  cache { () -> Int in 1 },\n  // recache:disable:next legacy-cache -- later\n  cache { () -> Int in 2 },\n]"
    ),
    (
      "func f() {\n  let t = \"\"\"\n    a\n    \\(cache { () -> Int in 1 }())\n    \"\"\"\n}",
      "func f() {\n  // recache:disable legacy-cache -- later\n  let t = \"\"\"\n    a\n    \\(cache { () -> Int in 1 }())\n    \"\"\"\n  // recache:enable legacy-cache\n}"
    ),
    (
      "let t = \"\"\"\n  \\(cache { () -> Int in 1 }())\n  \"\"\"",
      "// recache:disable legacy-cache -- later\nlet t = \"\"\"\n  \\(cache { () -> Int in 1 }())\n  \"\"\"\n// recache:enable legacy-cache"
    ),
    (
      "#if DEBUG\n@cache\n#endif\nfunc f() -> Int { 1 }",
      "#if DEBUG\n// recache:disable:next legacy-cache -- later\n@cache\n#endif\nfunc f() -> Int { 1 }"
    ),
  ]) func theCommentStandsWhereItBelongs(before: String, after: String) throws {
    for (head, end) in [("import CacheRuntime\n", "\n"), ("\u{FEFF}import CacheRuntime\r\n", "\r\n")] {
      let tree = try TemporaryTree(["A.swift": head + before.replacing("\n", with: end)])
      let outcome = try suppress(tree)
      #expect(outcome.report.findings == [] && outcome.report.problems == [])
      #expect(outcome.files == 1)
      #expect(try tree.read("A.swift") == head + after.replacing("\n", with: end))
      let again = try report(tree)
      #expect(again.findings == [], "\(again.findings.map(\.message))")
      #expect(try suppress(tree).files == 0)
    }
  }

  @Test func whatIsAboutSuppressionsIsLeft() throws {
    let tree = try TemporaryTree(["A.swift": "let a = 1 // recache:disable:this legacy-cache\n"])
    let outcome = try suppress(tree)
    #expect(outcome.report.findings.map(\.rule) == ["unused-suppression"])
    #expect(outcome.suppressed == 0)
  }

  @Test func whereNoCommentCanStandTheFileIsLeftAsItIs() throws {
    let source = "import CacheRuntime\nlet a = 1 /* b\n */; let f = cache { () -> Int in 1 }\n"
    let tree = try TemporaryTree(["A.swift": source])
    let outcome = try suppress(tree)
    if outcome.report.problems.isEmpty {
      #expect(try report(tree).findings == [])
    } else {
      #expect(outcome.report.problems.map(\.reason) == [.unsuppressed(rules: ["legacy-cache"])])
      #expect(outcome.report.findings.count == 1)
      #expect(try tree.read("A.swift") == source)
    }
  }

  @Test func aFileThatHasChangedIsLeftAlone() throws {
    let tree = try TemporaryTree(["A.swift": "import CacheRuntime\n@cache func f() -> Int { 1 }\n"])
    let found = try report(tree)
    try tree.write("// New.\n", to: "A.swift")
    let outcome = SuppressionWriting(reason: "later", workingDirectory: tree.path).write(found)
    #expect(outcome.report.problems.map(\.reason) == [.changedOnDisk])
    #expect(outcome.report.findings == found.findings)
    #expect(try tree.read("A.swift") == "// New.\n")
  }

  /// Over every example of every rule that can be suppressed: afterwards the lint is silent, and fixing takes the
  /// comments out again once the uses are gone.
  @Test func suppressingEverythingIsSilent() throws {
    var files: [String: String] = [:]
    for rule in Registry.rules.map({ $0.description }) where rule.isSuppressible {
      for (index, example) in rule.triggering.enumerated() {
        let marks = Set((1...9).map { Character("\($0)\u{FE0F}\u{20E3}") })
        files["\(rule.id)/\(index)/A.swift"] = String(example.filter { !marks.contains($0) })
        files["\(rule.id)/\(index)/Package.swift"] = "// swift-tools-version: 6.0\n"
      }
    }
    let tree = try TemporaryTree(files)
    let before = try report(tree)
    #expect(before.findings.count > 50)
    let outcome = try suppress(tree)
    #expect(outcome.report.findings == [], "\(outcome.report.findings.map { "\($0.path): \($0.message)" })")
    let after = try report(tree)
    #expect(after.findings == [], "\(after.findings.map { "\($0.path): \($0.message)" })")
  }

  /// The same for a baseline.
  @Test func aBaselineOfEverythingIsSilent() throws {
    var files: [String: String] = [:]
    for rule in Registry.rules.map({ $0.description }) {
      for (index, example) in rule.triggering.enumerated() {
        let marks = Set((1...9).map { Character("\($0)\u{FE0F}\u{20E3}") })
        files["\(rule.id)\(index).swift"] = String(example.filter { !marks.contains($0) })
      }
    }
    let tree = try TemporaryTree(files)
    let report = try report(tree)
    #expect(report.findings.count > 80)
    let path = tree.path + "/baseline.json"
    try tree.write(BaselineFile(of: report, at: path, workingDirectory: tree.path).text, to: "baseline.json")
    let outcome = try Baseline(reading: path, workingDirectory: tree.path).apply(
      to: try self.report(tree), isPartial: false)
    #expect(outcome.report.findings == [] && outcome.stale.isEmpty && outcome.known == report.findings.count)
  }
}
