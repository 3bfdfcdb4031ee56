import CacheRuntime
import Foundation
import Linter
import Rules
import Testing

#if canImport(Darwin)
import Darwin
#elseif canImport(Glibc)
import Glibc
#endif

/// A report is printed again without a file being read, as long as the system says that nobody has touched one.
struct FileStatesTests {
  private static let use = "import CacheRuntime\n@cache func f() -> Int { 1 }\n"
  private let store = CountingStore()
  private let tree: TemporaryTree

  init() throws {
    tree = try TemporaryTree([
      "Package.swift":
        "let package = Package(name: \"P\", targets: [.target(name: \"App\"), .target(name: \"Core\")])\n",
      "Sources/App/A.swift": Self.use, "Sources/Core/B.swift": "struct B {}\n",
    ])
  }

  /// Later than any change that the test has made, as if somebody had waited.
  private static var later: Duration { FileStates.now + .seconds(60) }

  /// What another process prints: the text of an earlier run, marked, or of its own.
  private func run(
    paths: [String] = ["."], style: String = "text", build: String = "1", now: Duration = later
  ) throws -> String {
    var request = LintRequest(
      paths: paths, workingDirectory: tree.path, configuration: try Configuration.shipped(), workers: 2)
    request.cache = ResultCache(store: store, build: build)
    let pipeline = Pipeline(request)
    switch pipeline.run(printing: style, now: now) {
    case .known(let printed): return "known: " + printed.text
    case .looked(let report, let place):
      let text = report.findings.map { "\($0.path):\($0.start.line) \($0.function ?? "")" }.joined(
        separator: ",")
      if let place {
        pipeline.keep(
          PrintedReport(text: text, summary: "", hasFindings: !report.findings.isEmpty), at: place)
      }
      return text
    }
  }

  @Test func untouchedFilesAreNotReadAgain() throws {
    #expect(try run() == "Sources/App/A.swift:2 f()")
    #expect(try run() == "known: Sources/App/A.swift:2 f()")
    #expect(try run(style: "json") == "Sources/App/A.swift:2 f()")
    #expect(try run(style: "json") == "known: Sources/App/A.swift:2 f()")
    #expect(try run(build: "2") == "Sources/App/A.swift:2 f()")
    #expect(try run(paths: ["Sources/App"]) == "Sources/App/A.swift:2 f()")
    #expect(try run(paths: ["Sources/App"]) == "known: Sources/App/A.swift:2 f()")
  }

  @Test func whoeverTouchesAFileHasItReadAgain() throws {
    _ = try run()
    // As many bytes, and the time that the file had before.
    let path = tree.url("Sources/App/A.swift").path
    var before = stat()
    #expect(stat(path, &before) == 0)
    let changed = Self.use.replacing("f()", with: "g()")
    // In place: a file put in its place would have another number.
    let handle = try FileHandle(forWritingTo: tree.url("Sources/App/A.swift"))
    try handle.write(contentsOf: Data(changed.utf8))
    try handle.close()
    #if canImport(Darwin)
    var times = [before.st_atimespec, before.st_mtimespec]
    #else
    var times = [before.st_atim, before.st_mtim]
    #endif
    #expect(utimensat(AT_FDCWD, path, &times, 0) == 0)
    #expect(try run() == "Sources/App/A.swift:2 g()")
    #expect(try run() == "known: Sources/App/A.swift:2 g()")

    // A file beside those that are linted.
    #expect(try run(paths: ["Sources/App"]) == "Sources/App/A.swift:2 g()")
    try tree.write("struct C {}\n", to: "Sources/Core/B.swift")
    #expect(try run(paths: ["Sources/App"]) == "Sources/App/A.swift:2 g()")
    // One more file, and one less.
    try tree.write(Self.use, to: "Sources/App/New.swift")
    #expect(try run() == "Sources/App/A.swift:2 g(),Sources/App/New.swift:2 f()")
    try FileManager.default.removeItem(at: tree.url("Sources/App/A.swift"))
    #expect(try run() == "Sources/App/New.swift:2 f()")
    #expect(try run() == "known: Sources/App/New.swift:2 f()")
  }

  @Test func whatWasWrittenAMomentAgoMayBeWrittenAgainInTheSameMoment() throws {
    for _ in 0..<2 { #expect(try run(now: FileStates.now) == "Sources/App/A.swift:2 f()") }
    // A clock that runs ahead, as that of a server of files may.
    for _ in 0..<2 { #expect(try run(now: .zero) == "Sources/App/A.swift:2 f()") }
    #expect(try run() == "Sources/App/A.swift:2 f()")
    #expect(try run() == "known: Sources/App/A.swift:2 f()")
  }

  @Test func aRunWithAProblemIsNotKept() throws {
    try tree.write("import CacheRuntime\n@cache func \u{FF}", to: "Sources/App/Bad.swift")
    try Data([0xFF, 0xFE]).write(to: tree.url("Sources/App/Bad.swift"))
    for _ in 0..<2 { #expect(try !run().hasPrefix("known")) }
  }
}
