import Linter
import Testing

struct ProjectLinterTests {
  private static let source = "import CacheRuntime\n@cache func one() -> Int { 1 }\n"

  @Test func findingsJSONAndDiffAreThoseOfTheCommandLine() throws {
    let tree = try TemporaryTree(["One.swift": Self.source])
    let linter = try ProjectLinter(paths: [tree.path])
    let report = linter.lint()
    let finding = try #require(report.findings.first)
    #expect(report.files == 1)
    #expect(report.findings.count == 1)
    #expect(report.errors == [])
    #expect(finding.rule == "legacy-cache")
    #expect(finding.severity == .warning)
    #expect(finding.path.hasSuffix("/One.swift"))
    #expect([finding.start.line, finding.start.column, finding.start.offset] == [2, 1, 20])
    #expect([finding.end.line, finding.end.column, finding.end.offset] == [2, 7, 26])
    #expect(finding.function == "one()")
    let decision = try #require(finding.decision)
    #expect(decision.kind == .data)
    #expect(decision.confidence == .certain)
    #expect(decision.returnType == "Int")
    #expect(decision.because == "Simple computations with basic types")
    let fix = try #require(finding.fixes.first)
    #expect(fix.isSafe)
    #expect(fix.edits.map { "\($0.start)..<\($0.end): \($0.replacement)" } == ["20..<26: @CacheData"])
    #expect(report.json.contains("\"version\": 1"))
    #expect(report.json.contains("\"rule\": \"legacy-cache\""))
    #expect(
      linter.diff().hasSuffix(
        "@@ -1,2 +1,2 @@\n import CacheRuntime\n-@cache func one() -> Int { 1 }\n+@CacheData func one() -> Int { 1 }\n"
      ), "\(linter.diff())")
    #expect(try tree.read("One.swift") == Self.source)
  }

  @Test func aRulesFileIsHeardAndABadOneIsAnError() throws {
    let tree = try TemporaryTree([
      "One.swift": Self.source, "Off.yml": "version: 1\nseverities:\n  legacy-cache: off\n",
      "Bad.yml": "version: 1\nunknown: 1\n",
    ])
    let linter = try ProjectLinter(paths: [tree.path], rulesFile: tree.url("Off.yml").path)
    #expect(linter.lint().findings == [])
    #expect(linter.diff() == "")
    let error = #expect(throws: (any Error).self) {
      try ProjectLinter(paths: [tree.path], rulesFile: tree.url("Bad.yml").path)
    }
    #expect(error.map { "\($0)".contains("Bad.yml:2:1: error: ") } == true)
    let missing = try ProjectLinter(paths: [tree.path + "/none"]).lint()
    #expect(missing.errors.map { $0.hasSuffix("/none: error: no such file or directory") } == [true])
  }
}
