import Foundation
import Testing

@testable import Linter
@testable import Rules

/// A baseline knows findings again however the code around them moves, and nothing else.
struct BaselineTests {
  private static let one = "import CacheRuntime\n@cache func one() -> Int { 1 }\n"

  private func lint(_ tree: TemporaryTree, _ paths: [String] = ["."]) throws -> LintReport {
    Pipeline(
      LintRequest(paths: paths, workingDirectory: tree.path, configuration: try Configuration.shipped())
    ).lint()
  }

  private func write(_ tree: TemporaryTree) throws {
    let file = BaselineFile(of: try lint(tree), at: "baseline.json", workingDirectory: tree.path)
    try tree.write(file.text, to: "baseline.json")
  }

  private func outcome(
    _ tree: TemporaryTree, _ paths: [String] = ["."], isPartial: Bool = false
  ) throws -> Baseline.Outcome {
    try Baseline(reading: tree.path + "/baseline.json", workingDirectory: tree.path)
      .apply(to: try lint(tree, paths), isPartial: isPartial)
  }

  /// A file before, the same file or others afterwards, and what is new and stale then.
  struct Case: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var before: [String: String] = ["A.swift": BaselineTests.one]
    var after: [String: String?]
    var fresh: [String] = []
    var stale: Int = 0
  }

  static let cases: [Case] = [
    Case(testDescription: "nothing changes", after: [:]),
    Case(
      testDescription: "lines above, and another message",
      after: ["A.swift": "import CacheRuntime\n\n\nlet x = 1\n@cache func one() -> String { \"\" }\n"]),
    Case(testDescription: "CRLF", after: ["A.swift": one.replacing("\n", with: "\r\n")]),
    Case(
      testDescription: "another use before it in its function's name",
      after: ["A.swift": one + "@cache func two() -> Int { 2 }\n"], fresh: ["two()"]),
    Case(
      testDescription: "migrated", after: ["A.swift": one.replacing("@cache", with: "@CacheData")], stale: 1),
    Case(testDescription: "renamed file", after: ["A.swift": nil, "Sub/B.swift": one]),
    Case(
      testDescription: "moved to a file that was there",
      before: ["A.swift": one, "B.swift": "let b = 1\n"], after: ["A.swift": "let a = 1\n", "B.swift": one]),
    Case(testDescription: "copied file", after: ["B.swift": one], fresh: ["one()"]),
    Case(testDescription: "deleted file", after: ["A.swift": nil], stale: 1),
    Case(
      testDescription: "one of two that are the same",
      before: [
        "A.swift": "import CacheRuntime\nlet f = [cache { () -> Int in 1 }, cache { () -> Int in 2 }]\n"
      ],
      after: ["A.swift": "import CacheRuntime\nlet f = [cache { () -> Int in 2 }]\n"], stale: 1),
    Case(
      testDescription: "a third of those that are the same",
      before: [
        "A.swift": "import CacheRuntime\nlet f = [cache { () -> Int in 1 }, cache { () -> Int in 2 }]\n"
      ],
      after: [
        "A.swift":
          "import CacheRuntime\nlet f = [cache { () -> Int in 0 }, cache { () -> Int in 1 }, cache { () -> Int in 2 }]\n"
      ], fresh: [""]),
    Case(
      testDescription: "at the top level of a file that is renamed",
      before: ["main.swift": "import CacheRuntime\nprint(cache { () -> Int in 1 })\n"],
      after: ["main.swift": nil, "App.swift": "import CacheRuntime\nprint(cache { () -> Int in 1 })\n"],
      fresh: [""], stale: 1),
    Case(
      testDescription: "another type of the same name elsewhere",
      before: ["A.swift": "import CacheRuntime\nstruct A { @cache static func one() -> Int { 1 } }\n"],
      after: ["B.swift": "import CacheRuntime\nstruct B { @cache static func one() -> Int { 1 } }\n"],
      fresh: ["one()"]),
  ]

  @Test(arguments: cases) func findingsAreKnownAgain(example: Case) throws {
    let tree = try TemporaryTree(example.before)
    try write(tree)
    for (name, text) in example.after {
      if let text {
        try tree.write(text, to: name)
      } else {
        try FileManager.default.removeItem(at: tree.url(name))
      }
    }
    let outcome = try outcome(tree)
    #expect(outcome.report.findings.map { $0.function ?? "" } == example.fresh)
    #expect(outcome.stale.count == example.stale, "\(outcome.stale.map(\.message))")

    // Pruned, it is what a new baseline of the known findings would be, and nothing is stale.
    try tree.write(outcome.current.text, to: "baseline.json")
    let again = try self.outcome(tree)
    #expect(again.stale.isEmpty && !again.isOutOfDate)
    #expect(again.report.findings == outcome.report.findings)
  }

  @Test func whatWasNotLookedAtIsNotStale() throws {
    let tree = try TemporaryTree(["A.swift": Self.one, "Sub/B.swift": Self.one.replacing("one", with: "two")])
    try write(tree)
    try tree.write("let b = 1\n", to: "Sub/B.swift")
    #expect(try outcome(tree, ["A.swift"]).stale.isEmpty)
    #expect(try outcome(tree, ["Sub"]).stale.count == 1)
    try FileManager.default.removeItem(at: tree.url("Sub/B.swift"))
    #expect(try outcome(tree, ["A.swift"], isPartial: true).stale.isEmpty)
    #expect(try outcome(tree, ["A.swift"]).stale.count == 1)
  }

  @Test func aStaleEntryIsToldWithItsLine() throws {
    let tree = try TemporaryTree(["A.swift": Self.one + "@cache func zwei() -> Int { 2 }\n"])
    try write(tree)
    try tree.write(Self.one, to: "A.swift")
    let stale = try outcome(tree).stale
    #expect(
      stale.map { String($0.text.dropFirst(tree.path.count + 1)) } == [
        "baseline.json:5:1: error: stale entry: 'zwei()' in 'A.swift' has no such finding of 'legacy-cache' any more; '--prune-baseline' removes it"
      ])
  }

  /// The file does not depend on where the program was started.
  @Test func pathsAreThoseOfTheBaselinesFolder() throws {
    let tree = try TemporaryTree(["Sub/A.swift": Self.one])
    let above = BaselineFile(of: try lint(tree), at: "Sub/b.json", workingDirectory: tree.path)
    let inside = Pipeline(
      LintRequest(
        paths: ["."], workingDirectory: tree.path + "/Sub", configuration: try Configuration.shipped())
    ).lint()
    #expect(above == BaselineFile(of: inside, at: "b.json", workingDirectory: tree.path + "/Sub"))
    #expect(above.entries.map(\.path) == ["A.swift"])
  }

  @Test func theTextIsSortedAndReadsBack() throws {
    let entries = [("b", 1), ("a\"\\\u{1F}|ü\u{2028}", 0), ("b", 0), ("a", 7)].map { path, occurrence in
      BaselineFile.Entry(
        path: path, rule: "legacy-cache",
        identity: FindingIdentity(declaration: "", snippet: "@cache \u{7F}", occurrence: occurrence))
    }
    let file = BaselineFile(entries)
    #expect(file.text == BaselineFile(entries.reversed()).text)
    #expect(try BaselineFile.read(Array(file.text.utf8), path: "b.json").entries == file.entries)
    #expect(file.entries.map(\.identity.occurrence) == [7, 0, 0, 1])
    #expect(!file.text.contains("line") && file.text.hasSuffix("\n"))
  }

  /// Names of damaged or foreign files, their contents, and what is said of them.
  @Test(arguments: [
    ("", ": error: the file is empty; '--write-baseline' writes it"),
    ("{\"version\": 1, \"findings\": [\n", ":2:1: error: not YAML: "),
    ("<<<<<<< HEAD\n{\"version\": 1}\n", ":"),
    ("[]\n", ":1:1: error: expected a mapping, found a list"),
    ("{\"version\": 2, \"findings\": []}\n", ":1:13: error: version 2 is not supported"),
    ("{\"version\": 1}\n", ":1:1: error: key 'findings' is missing"),
    ("{\"version\": 1, \"finding\": []}\n", ":1:16: error: unknown key 'finding'; did you mean 'findings'?"),
    ("{\"version\": 1, \"findings\": [{\"path\": 1}]}\n", ":1:38: error: expected a string in quotes"),
    ("{\"version\": 1, \"findings\": [{\"path\": \"a\"}]}\n", ":1:29: error: key 'rule' is missing"),
    (
      "{\"version\": 1, \"findings\": [\n{\"path\": \"a\", \"rule\": \"r\", \"declaration\": \"\", \"snippet\": \"s\", \"occurrence\": -1}]}\n",
      ":2:77: error: expected a whole number from 0 on"
    ),
    (
      "{\"version\": 1, \"findings\": [\n{\"path\": \"a\", \"rule\": \"r\", \"declaration\": \"\", \"snippet\": \"s\", \"occurrence\": 0},\n{\"path\": \"a\", \"rule\": \"r\", \"declaration\": \"\", \"snippet\": \"s\", \"occurrence\": 0}]}\n",
      ":3:1: error: 's' is there twice; the first is on line 2"
    ),
  ]) func aDamagedFileIsAnErrorWithItsPlace(text: String, message: String) throws {
    let error = #expect(throws: RulesFileError.self) {
      try BaselineFile.read(Array(text.utf8), path: "b.json")
    }
    let said = try #require(error).description
    #expect(said.hasPrefix("b.json" + message), "\(said)")
  }
}
