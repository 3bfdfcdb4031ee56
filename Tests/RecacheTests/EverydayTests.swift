import Foundation
import Testing

/// What a project does every day with findings that it does not fix today.
struct EverydayTests {
  private static let use = "import CacheRuntime\n@cache func one() -> Int { 1 }\n"
  private static let finding =
    "A.swift:2:1: warning: '@cache' is deprecated and 'one()' returns data ('Int'); use '@CacheData' [legacy-cache]\n"

  private func run(
    _ directory: TemporaryDirectory, _ arguments: String..., input: String? = nil
  ) throws -> Program.Run {
    try Program.run(arguments, in: directory.path, input: input)
  }

  @Test func suppressedBaselinedAndPruned() throws {
    let directory = try TemporaryDirectory(["A.swift": Self.use])
    let wrote = try run(directory, "lint", "--write-baseline", "b.json")
    #expect(wrote.status == 0 && wrote.output == "")
    #expect(wrote.errors == "wrote 1 finding to 'b.json'\n0 findings in 1 file\n")
    let known = try run(directory, "lint", "--baseline", "b.json")
    #expect(known.status == 0 && known.output == "")
    #expect(known.errors == "1 finding in the baseline 'b.json'\n0 findings in 1 file\n")

    let suppressed = try run(directory, "lint", "--add-suppressions", "until the store moves")
    #expect(suppressed.status == 0)
    #expect(suppressed.errors == "suppressed 1 finding in 1 file\n0 findings in 1 file\n")
    #expect(
      try directory.read("A.swift")
        == "import CacheRuntime\n// recache:disable:next legacy-cache -- until the store moves\n@cache func one() -> Int { 1 }\n"
    )
    let stale = try run(directory, "lint", "--baseline", "b.json", "-q")
    #expect(stale.status == 2 && stale.output == "")
    #expect(stale.errors.hasPrefix("b.json:"), "\(stale.errors)")
    let pruned = try run(directory, "lint", "--baseline", "b.json", "--prune-baseline")
    #expect(pruned.status == 0)
    #expect(pruned.errors.contains("removed 1 stale entry from 'b.json'\n"), "\(pruned.errors)")
    #expect(try run(directory, "lint", "--baseline", "b.json").status == 0)
  }

  @Test func severalReportsAtOnce() throws {
    let directory = try TemporaryDirectory(["A.swift": Self.use])
    let run = try run(
      directory, "lint", "--output", "sarif=out.sarif", "--output", "github", "--output",
      "junit=none/out.xml",
      "--output", "checkstyle=out.xml")
    // One cannot be written; the others are there.
    #expect(run.status == 2)
    #expect(
      run.output.hasPrefix("::warning file=A.swift,line=2,endLine=2,col=1,endColumn=7,title=legacy-cache::"))
    #expect(run.errors == "none/out.xml: error: the report cannot be written: no such file or directory\n")
    #expect(try directory.read("out.sarif").contains("\"version\": \"2.1.0\""))
    #expect(try directory.read("out.xml").contains("<checkstyle version=\"4.3\">"))
    // With files alone, standard output is quiet and the summary stands on standard error.
    let quiet = try self.run(directory, "lint", "--output", "json=out.json")
    #expect(quiet.status == 1 && quiet.output == "")
    #expect(quiet.errors == "1 finding in 1 file (1 fixable; 1 data, 0 resource)\n")
    let fixed = try self.run(directory, "fix", "--output", "json=fixed.json", "--output", "markdown")
    #expect(fixed.status == 0)
    #expect(fixed.output == "### recache: 0 findings in 1 file\n")
    #expect(try directory.read("fixed.json").contains("\"fixed\": ["))
  }

  @Test func aReadOnlyFolderOrFileIsAnError() throws {
    let directory = try TemporaryDirectory(["A.swift": Self.use, "out.sarif": "old"])
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o444], ofItemAtPath: directory.path + "/out.sarif")
    let run = try run(directory, "lint", "-q", "--output", "sarif=out.sarif")
    #expect(run.status == 2)
    #expect(run.errors == "out.sarif: error: the report cannot be written: permission denied\n")
    #expect(try directory.read("out.sarif") == "old")
    let folder = try self.run(directory, "lint", "-q", "--output", "sarif=.", "--write-baseline", ".")
    #expect(folder.status == 2)
    #expect(folder.errors.contains("is a directory"), "\(folder.errors)")
  }

  @Test(arguments: [
    ["lint", "--output", "sarf"], ["lint", "--output", "sarif="],
    ["lint", "--output", "json", "--format", "text"],
    ["lint", "--output", "json=a", "--output", "sarif=a"], ["lint", "--prune-baseline"],
    ["lint", "--baseline", "a", "--write-baseline", "b"],
    ["lint", "--write-baseline", "b", "--since", "HEAD"],
    ["lint", "--add-suppressions", " "], ["lint", "--add-suppressions", "two\nlines"], ["lint", "--stdin"],
    ["lint", "--path", "A.swift"], ["lint", "--stdin", "--path", "A.swift", "B.swift"],
    ["lint", "--statistics", "--format", "sarif"], ["lint", "--statistics", "--show-config"],
    ["fix", "--stdin", "--path", "A.swift", "--format", "json"], ["fix", "--write-baseline", "b"],
  ]) func usage(arguments: [String]) throws {
    let directory = try TemporaryDirectory(["A.swift": Self.use])
    let run = try Program.run(arguments, in: directory.path)
    #expect(run.status == 64, "\(run.errors)")
    #expect(run.output == "")
    #expect(run.errors.hasPrefix("Error: "))
  }

  /// What cannot be done, and what is said of it; the status is 2.
  @Test(arguments: [
    (["lint", "--baseline", "none.json"], "none.json: error: no such file\n"),
    (["lint", "--baseline", "A.swift"], "A.swift:1:1: error: expected a mapping, found "),
    (["lint", "--baseline", "."], ".: error: this is a directory, not a file\n"),
    (["lint", "--since", "HEAD"], "error: '--since' asks git, and "),
    (["fix", "--since", "HEAD"], "error: '--since' asks git, and "),
    (["lint", "--since=--output=x"], "error: '--since' asks git, and "),
    (["lint", "--files-from", "none"], "none: error: cannot be read: no such file or directory\n"),
    (["lint", "--files-from", "."], ".: error: cannot be read: is a directory\n"),
  ]) func whatCannotBeDone(arguments: [String], message: String) throws {
    let directory = try TemporaryDirectory(["A.swift": Self.use])
    let run = try Program.run(arguments, in: directory.path)
    #expect(run.status == 2 && run.output == "")
    #expect(run.errors.hasPrefix(message), "\(run.errors)")
  }

  @Test func anEditorHandsOverWhatItHasNotSaved() throws {
    let directory = try TemporaryDirectory([
      "Package.swift": "", "Sources/App/A.swift": "let saved = 1\n",
      "Sources/App/B.swift": "final class Pool {}\n",
    ])
    let buffer = "import CacheRuntime\n@cache func pool() -> Pool { Pool() }\n"
    let lint = try run(directory, "lint", "-q", "--stdin", "--path", "Sources/App/A.swift", input: buffer)
    #expect(lint.status == 1)
    // The class is declared in the file beside it.
    #expect(
      lint.output
        == "Sources/App/A.swift:2:1: warning: '@cache' is deprecated and 'pool()' returns a resource ('Pool'); use '@CacheResource' [legacy-cache]\n"
        || lint.output.contains("returns a resource ('Pool')"), "\(lint.output)")
    let fixed = try run(
      directory, "fix", "--unsafe", "--stdin", "--path", "Sources/App/A.swift", input: buffer)
    #expect(
      fixed.output == "import CacheRuntime\n@CacheResource func pool() -> Pool { Pool() }\n",
      "\(fixed.errors)")
    #expect(try directory.read("Sources/App/A.swift") == "let saved = 1\n")
    // What cannot be fixed comes back as it was.
    let broken = "import CacheRuntime\n@cache func f( {\n"
    let left = try run(directory, "fix", "--stdin", "--path", "New/C.swift", input: broken)
    #expect(left.output == broken)
    let nothing = try run(directory, "lint", "--stdin", "--path", "New/C.swift", input: "")
    #expect(nothing.status == 0)
    #expect(nothing.errors == "0 findings in 1 file\n")
  }

  @Test func aListOfFilesIsHeard() throws {
    let directory = try TemporaryDirectory([
      "A.swift": Self.use, "B b.swift": Self.use, "README.md": "@cache", "C/D.swift": Self.use,
    ])
    for list in ["A.swift\nREADME.md\r\nC\n\n", "A.swift\0README.md\0C\0"] {
      let run = try run(directory, "lint", "-q", "--files-from", "-", input: list)
      #expect(run.status == 1)
      #expect(run.output == Self.finding + "C/D" + Self.finding.dropFirst(1), "\(run.output)")
    }
    // No file is no file, and not the working directory.
    let none = try run(directory, "lint", "--files-from", "-", input: "")
    #expect(none.status == 0 && none.errors == "0 findings in 0 files\n")
    let gone = try run(directory, "lint", "-q", "--files-from", "-", input: "gone.swift\n")
    #expect(gone.status == 2 && gone.errors == "gone.swift: error: no such file or directory\n")
    let bytes = try self.run(directory, "lint", "-q", "--files-from", "README.md")
    #expect(bytes.status == 0)
  }

  @Test func howFarAndByWhichRules() throws {
    let directory = try TemporaryDirectory([
      "App/A.swift": Self.use + "@CacheData func two() -> Int { 2 }\n",
      ".recache.yml": "version: 1\nseverities:\n  removed-option: error\n",
    ])
    let statistics = try run(directory, "lint", "--statistics")
    #expect(statistics.status == 1)
    #expect(
      statistics.output.hasPrefix("1 of 2 uses migrated (50 %): 1 legacy, 1 data, 0 resource; 1 files\n"),
      "\(statistics.output)")
    let json = try run(directory, "lint", "--statistics", "--format", "json")
    let object = try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any]
    #expect((object?["uses"] as? [String: Int]) == ["legacy": 1, "data": 1, "resource": 0])
    let rules = try run(directory, "lint", "--show-config")
    #expect(rules.status == 0 && rules.errors == "")
    #expect(
      rules.output.contains("\n  removed-option: error  [.recache.yml:3]\n"), "\(rules.output.suffix(500))")
    #expect(rules.output.contains("\n  legacy-cache: warning  [default]\n"))
    #expect(rules.output.contains("  modules: CacheRuntime  [rules.yml:"))
    #expect(
      try run(directory, "lint", "--show-config", "--format", "json").output.hasPrefix("{\n  \"version\": 1,")
    )
  }

  @Test func aClosedPipeIsNoError() throws {
    let directory = try TemporaryDirectory(["A.swift": String(repeating: Self.use, count: 3_000)])
    let program = try Program.path
    for format in ["text", "json", "github", "sarif"] {
      let process = Process()
      process.executableURL = URL(fileURLWithPath: "/bin/sh")
      process.arguments = [
        "-c", "'\(program)' lint -q --format \(format) A.swift 2>err | head -c 1 >/dev/null; cat err",
      ]
      process.currentDirectoryURL = URL(fileURLWithPath: directory.path)
      let pipe = Pipe()
      process.standardOutput = pipe
      try process.run()
      let errors = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
      process.waitUntilExit()
      #expect(errors == "", "\(format): \(errors)")
    }
  }

  @Test func coloursAsPeopleExpectThem() throws {
    let directory = try TemporaryDirectory(["A.swift": Self.use])
    let always = try run(directory, "lint", "--color", "always")
    #expect(always.output.contains("\u{1B}["))
    for run in [
      try run(directory, "lint"), try run(directory, "lint", "--color", "never"),
      try Program.run(["lint"], in: directory.path, environment: ["NO_COLOR": "1"]),
    ] { #expect(!run.output.contains("\u{1B}")) }
    // A report in a file has no colours whatever the terminal has.
    _ = try run(directory, "lint", "--color", "always", "--output", "text=out.txt")
    #expect(try directory.read("out.txt") == Self.finding)
  }

  /// Two runs at once leave one of their results, whole.
  @Test func twoAtOnce() async throws {
    let files = Dictionary(uniqueKeysWithValues: (0..<40).map { ("F\($0).swift", Self.use) })
    let directory = try TemporaryDirectory(files)
    try await withThrowingTaskGroup(of: Int32.self) { group in
      for _ in 0..<3 {
        group.addTask {
          try Program.run(
            ["lint", "-q", "--write-baseline", "b.json", "--output", "sarif=o.sarif"], in: directory.path
          ).status
        }
      }
      for try await status in group { #expect(status == 0) }
    }
    #expect(try run(directory, "lint", "-q", "--baseline", "b.json").status == 0)
    let statuses = try await withThrowingTaskGroup(of: Int32.self) { group in
      for _ in 0..<3 {
        group.addTask {
          try Program.run(["lint", "-q", "--add-suppressions", "later"], in: directory.path).status
        }
      }
      return try await group.reduce(into: []) { $0.append($1) }
    }
    #expect(statuses.allSatisfy { [0, 2].contains($0) }, "\(statuses)")
    for name in files.keys {
      let text = try directory.read(name)
      #expect(text.split(separator: "\n").count { $0.hasPrefix("// recache:") } == 1, "\(text)")
    }
    #expect(try run(directory, "lint", "-q").status == 0)
    let names = try FileManager.default.contentsOfDirectory(atPath: directory.path)
    #expect(names.allSatisfy { !$0.hasPrefix(".recache-") }, "\(names)")
  }
}
