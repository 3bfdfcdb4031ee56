import Testing

@testable import Rules

/// What a directive is about; what the rules' examples show is not repeated here.
struct DirectiveTests {
  private static let configuration = Configuration.shippedForTests

  private func rules(_ text: String, _ configuration: Configuration = Self.configuration) -> [String] {
    Example("import CacheRuntime\n" + text).findings(configuration).map { "\($0.start.line) \($0.rule)" }
  }

  /// A source, and the lines and rules of what is left to report.
  @Test(
    arguments: [
      // ':next' ends with the head.
      (
        "// recache:disable:next all\n@cache func f() -> Int {\n  let g = cache { () -> Int in 1 }\n  return g()\n}",
        ["4 legacy-cache"]
      ),
      ("// recache:disable:next all\nlet f = cache(\n  suppressStWarning: true\n) { () -> Int in 1 }", []),
      ("// recache:disable:next all\n\n// A word.\n/* Another. */\n@cache func f() -> Int { 1 }", []),
      (
        "/* recache:disable:next all */ @cache func f() -> Int { 1 }\n@cache func g() -> Int { 1 }",
        ["2 legacy-cache"]
      ),
      ("@discardableResult // recache:disable:next all\n@cache\nfunc f() -> Int { 1 }", []),
      // ':this' and ':previous' are about one line.
      (
        "@cache( // recache:disable:this legacy-cache\n  suppressStWarning: true)\nfunc f() -> Int { 1 }",
        ["3 removed-option"]
      ),
      ("@cache func f() -> Int { 1 }\n\n// A word.\n// recache:disable:previous all", []),
      (
        "@cache func f() -> Int { 1 }\nlet a = 1\n// recache:disable:previous all",
        ["2 legacy-cache", "4 unused-suppression"]
      ),
      // A finding is meant when any of its lines is.
      (
        "@cache(suppressStWarning:\n  true) // recache:disable:this removed-option\nfunc f() -> Int { 1 }",
        ["2 legacy-cache"]
      ),
      // Regions.
      (
        "@cache func f() -> Int { 1 }\n// recache:disable all\n@cache func g() -> Int { 1 }\n// recache:enable all\n@cache func h() -> Int { 1 }",
        ["2 legacy-cache", "6 legacy-cache"]
      ),
      ("// recache:disable legacy-cache\n@cache func f() -> Int { 1 }", []),
      (
        "// recache:disable legacy-cache\n// recache:disable legacy-cache\n@cache func f() -> Int { 1 }\n// recache:enable all\n@cache func g() -> Int { 1 }",
        ["2 unused-suppression", "6 legacy-cache"]
      ),
      (
        "/* recache:disable legacy-cache */ @cache func f() -> Int { 1 } /* recache:enable legacy-cache */; @cache func g() -> Int { 1 }",
        ["2 legacy-cache"]
      ),
      // The whole file, from its middle.
      (
        "@cache func f() -> Int { 1 }\n// recache:disable:file legacy-cache\n@cache func g() -> Int { 1 }", []
      ),
      // Strings and documentation.
      (
        "let t = \"\"\"\n// recache:disable:file all\n\"\"\"\n@cache func f() -> Int { 1 }",
        ["5 legacy-cache"]
      ),
      ("let t = \"// recache:disable:this all\"; @cache func f() -> Int { 1 }", ["2 legacy-cache"]),
      ("/// recache:disable:next all\n@cache func f() -> Int { 1 }", ["3 legacy-cache"]),
      ("let r = #/ // recache:disable:file all /#\n@cache func f() -> Int { 1 }", ["3 legacy-cache"]),
    ] as [(String, [String])]) func whatIsLeft(text: String, left: [String])
  {
    #expect(rules(text) == left)
    // A lone carriage return ends a line for the compiler too, but not a line comment of ours.
    #expect(rules(text.replacing("\n", with: "\r\n")) == left)
  }

  @Test func aReasonIsAskedForWhereTheRulesFileSaysSo() throws {
    let strict = try Self.configuration.extended(
      by: Array("version: 1\nsuppressions: {require-reason: true}\n".utf8), path: ".recache.yml")
    #expect(strict.requiresReasons && !Self.configuration.requiresReasons)
    let use = "\n@cache func f() -> Int { 1 }"
    #expect(rules("// recache:disable:next all" + use, strict) == ["2 invalid-suppression"])
    #expect(rules("// recache:disable:next all -- " + use, strict) == ["2 invalid-suppression"])
    #expect(rules("// recache:disable:next all -- later" + use, strict) == [])
    #expect(rules("// recache:disable all -- later" + use + "\n// recache:enable all", strict) == [])
    let off = try strict.extended(
      by: Array("version: 1\nsuppressions: {require-reason: false}\n".utf8), path: "b.yml")
    #expect(!off.requiresReasons)
    let kept = try strict.extended(by: Array("version: 1\nsuppressions: {}\n".utf8), path: "b.yml")
    #expect(kept.requiresReasons)
  }

  @Test func rulesThatAreOffAreNotJudged() throws {
    let off = try Self.configuration.extended(
      by: Array("version: 1\nseverities: {legacy-cache: off}\n".utf8), path: ".recache.yml")
    #expect(rules("let a = 1 // recache:disable:this legacy-cache", off) == [])
    #expect(rules("let a = 1 // recache:disable:this removed-option", off) == ["2 unused-suppression"])
  }
}
