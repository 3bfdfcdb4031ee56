import Linter
import Testing

struct LintTests {
  @Test func findingsAreSortedAndPathsRelative() throws {
    let tree = try TemporaryTree([
      "B.swift": "let x = old\nlet y = old + strange\n", "A/Z.swift": "func f() { older() }", "A.swift": "",
    ])
    let report = tree.pipeline(rules: [Renaming.self, Complaining.self]).lint()
    #expect(
      TextReport().findings(of: report) == """
        A/Z.swift:1:12: warning: 'older' is old [renaming]
        B.swift:1:9: warning: 'old' is old [renaming]
        B.swift:2:9: warning: 'old' is old [renaming]
        B.swift:2:15: warning: 'strange' is strange [complaining]

        """)
    #expect(TextReport().summary(of: report) == "4 findings in 3 files (3 fixable)\n")
    #expect(report.outcome == .findings)
    #expect(report.problems == [])
  }

  @Test(arguments: [1, 2, 7]) func threadsDoNotChangeTheReport(workers: Int) throws {
    let tree = try TemporaryTree(
      Dictionary(
        uniqueKeysWithValues: (0..<40).map { ("F\($0).swift", String(repeating: "old\n", count: $0)) }))
    let one = tree.pipeline(rules: [Renaming.self], workers: 1).lint()
    let many = tree.pipeline(rules: [Renaming.self], workers: workers).lint()
    #expect(JSONReport.text(one) == JSONReport.text(many))
    #expect(one.findings.count == (0..<40).reduce(0, +))
  }

  @Test func oneBadFileDoesNotStopTheOthers() throws {
    let tree = try TemporaryTree([
      "Good.swift": "old", "Half.swift": "func f( {\nold\n", "Bom.swift": "\u{FEFF}old",
    ])
    try tree.write([0x6C, 0x0A, 0x65, 0xFF, 0x20], to: "Bytes.swift")
    try tree.write(
      String(repeating: "(", count: 10_000) + String(repeating: ")", count: 10_000), to: "Deep.swift")
    try tree.write(String(repeating: "[", count: 10_000), to: "Brackets.swift")
    let report = tree.pipeline(rules: [Renaming.self]).lint()
    #expect(report.findings.map(\.path) == ["Bom.swift", "Good.swift", "Half.swift"])
    #expect(
      TextReport().problems(of: report) == """
        Brackets.swift:1:13: error: more than 12 '[' in a row, which take too long to parse; the file was not looked at
        Bytes.swift:2:2: error: the file is not valid UTF-8
        Deep.swift: error: nested more than 256 levels deep; the rest of the file was not looked at

        """)
    #expect(report.outcome == .incomplete)
  }
}
