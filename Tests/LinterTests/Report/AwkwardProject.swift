@testable import Linter
@testable import Rules

/// A project in which reports have everything to tell that is hard to tell.
enum AwkwardProject {
  static let files = [
    "Package.swift": "// swift-tools-version: 6.0\n",
    // A path with spaces and letters beyond ASCII, code with emoji before the finding, a note, two rules.
    "Sources/Größe 1/Übersicht.swift": """
    import CacheRuntime
    final class Straße {}
    struct Karte {
      /* 👩‍👩‍👧‍👦 é */ @cache(allowOutputMutation: true) func straße(_ name: Straße) -> Straße { name }
      @cache func nichts() { print("|<&>`") }
    }
    """,
    // CRLF, a byte order mark, and a finding over three lines.
    "Sources/Windows/Zeilen.swift":
      "\u{FEFF}import CacheRuntime\r\n\r\n@cache(\r\n  allowOutputMutation:\r\n    false)\r\nfunc zahl() -> Int { 1 }\r\n",
    // Suppressed, suppressed for nothing, and suppressed wrongly.
    "Sources/App/Load.swift": """
    import CacheRuntime
    // recache:disable:next legacy-cache -- later
    @cache func one() -> Int { 1 }
    let two = 2 // recache:disable:this legacy-cache
    // recache:disable:next legacy-cach
    let area = cache(persist: true) { (side: Double) -> Double in side * side }
    """,
    "Sources/App/Clean.swift": "let three = 3\n",
  ]

  static func report(_ configuration: Configuration) throws -> LintReport {
    let tree = try TemporaryTree(files)
    // Work that cannot be done.
    try tree.write([0x6C, 0x0A, 0x65, 0xFF, 0x20], to: "Sources/App/Bytes.swift")
    return Pipeline(
      LintRequest(paths: ["."], workingDirectory: tree.path, configuration: configuration, workers: 2)
    ).lint()
  }

  static func context(_ configuration: Configuration) -> ReportContext {
    ReportContext(
      version: "1.2.3", rules: Registry.rules.map { $0.description }, severities: configuration.severities,
      workingDirectory: "/project")
  }

  /// Strings that a format has to write otherwise; no source has such paths.
  static let hostile = Finding(
    rule: "legacy-cache", severity: .error,
    message:
      "100 %\r\n::error file=a,line=1::'a|b' <tag> & \"quote\" ]]> \u{1B}[31m \u{0} `code` @someone *x* \u{2028}",
    path: "Sources/a,b:c %41|`d`.swift", start: SourcePosition(line: 1, column: 2, offset: 1),
    end: SourcePosition(line: 2, column: 1, offset: 9),
    notes: [Finding.Note(message: "line\none\ttab", path: "B\u{1}.swift")],
    fixes: [
      Fix(title: "a\nb", applicability: .unsafe, edits: [Edit(start: 1, end: 2, replacement: "\"\\\n")])
    ])

  static var hostileReport: LintReport {
    LintReport(
      files: 1, findings: [hostile],
      problems: [LintProblem(path: "a\"<>&.swift", position: hostile.start, .fixCycle(rules: ["x|y"]))],
      excerpts: SourceExcerpts())
  }
}
