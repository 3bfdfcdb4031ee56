import Linter
import Rules
import Testing

struct FixTests {
  /// Text, the rules in force, and the text after their fixes.
  @Test(arguments: [
    ("old", "new"),
    ("old(old, older)", "new(new, older)"),
    ("let a = 1\r\nheader(old)\r\n", "// head\r\n// line\r\nlet a = 1\r\nheaded(new)\r\n"),
    ("\u{FEFF}header()\n", "\u{FEFF}// head\n// line\nheaded()\n"),
    ("header()\nheader()\n", "// head\n// line\nheaded()\nheaded()\n"),
    ("header", "// head\n// line\nheaded"),
    ("let 👩‍👩‍👧 = old", "let 👩‍👩‍👧 = new"),
  ]) func fixes(before: String, after: String) throws {
    let tree = try TemporaryTree(["F.swift": before])
    var report = tree.pipeline(rules: [Renaming.self, Heading.self]).fix(includingUnsafe: false)
    report.write()
    #expect(report.left.problems == [])
    #expect(try tree.read("F.swift") == after)
    #expect(try tree.names() == ["F.swift"])
    #expect(tree.pipeline(rules: [Renaming.self, Heading.self]).fix(includingUnsafe: false).changes.isEmpty)
  }

  @Test func unsafeFixesAreAppliedWhenAskedFor() throws {
    let tree = try TemporaryTree(["F.swift": "older(strange)"])
    var report = tree.pipeline(rules: [Renaming.self, Complaining.self]).fix(includingUnsafe: false)
    #expect(report.changes.isEmpty)
    #expect(report.left.findings.map { report.reason(for: $0) } == [.unsafe, .noFix])
    report = tree.pipeline(rules: [Renaming.self, Complaining.self]).fix(includingUnsafe: true)
    report.write()
    #expect(try tree.read("F.swift") == "new(strange)")
    #expect(report.left.findings.map { report.reason(for: $0) } == [.noFix])
    #expect(TextReport().summary(of: report) == "fixed 1 finding in 1 file; 1 left (1 without a fix)\n")
  }

  /// What cannot be fixed is left as it was, with one line that says why, and the file beside it is fixed.
  @Test(arguments: [
    ("ping", "Bad.swift: error: the fixes of 'wavering' undo one another; the file was left as it was\n"),
    (
      "grow",
      "Bad.swift: error: the fixes of 'growing' do not settle in 20 rounds; the file was left as it was\n"
    ),
    (
      "old(fragile)",
      "Bad.swift: error: the fixes of 'breaking', 'renaming' would break the syntax; the file was left as it was\n"
    ),
    (
      "  beyond",
      "Bad.swift:1:3: error: the fix of 'overreaching' does not fit the file; nothing of it was applied\n"
    ),
  ]) func badFixesLeaveTheFile(text: String, message: String) throws {
    let tree = try TemporaryTree(["Bad.swift": text, "Good.swift": "old"])
    let rules: [any Rule.Type] = [
      Wavering.self, Growing.self, Breaking.self, Overreaching.self, Renaming.self,
    ]
    var report = tree.pipeline(rules: rules).fix(includingUnsafe: false)
    report.write()
    #expect(TextReport().problems(of: report.left) == message)
    #expect(try tree.read("Bad.swift") == text)
    #expect(try tree.read("Good.swift") == "new")
    #expect(report.left.findings.allSatisfy { report.reason(for: $0) == .givenUp })
    #expect(report.left.outcome == .incomplete)
  }

  /// Linting does not look into the body of a function without a use, so the error shows when the file is to be fixed.
  @Test func errorsInABodyThatNobodyLooksIntoForbidFixingToo() throws {
    let text = "import CacheRuntime\n@cache func f() -> Int { 1 }\nfunc other() { let = }\n"
    let tree = try TemporaryTree(["A.swift": text])
    let request = LintRequest(
      paths: ["."], workingDirectory: tree.path, configuration: try Configuration.shipped(), workers: 2)
    let report = Pipeline(request).fix(includingUnsafe: true)
    #expect(report.changes.isEmpty)
    #expect(report.left.findings.map { report.reason(for: $0) } == [.syntaxErrors])
    #expect(report.left.problems.isEmpty)
  }

  @Test func aFileWithSyntaxErrorsIsLintedAndNotFixed() throws {
    let tree = try TemporaryTree(["F.swift": "func f( { old"])
    let report = tree.pipeline(rules: [Renaming.self]).fix(includingUnsafe: true)
    #expect(report.changes.isEmpty)
    #expect(report.left.findings.map { report.reason(for: $0) } == [.syntaxErrors])
    #expect(report.left.outcome == .findings)
  }
}
