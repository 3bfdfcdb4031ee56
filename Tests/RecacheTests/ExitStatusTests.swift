import Foundation
import Testing

struct ExitStatusTests {
  private static let files = [
    "Good.swift": "let a = 1\n", "Bad/Deep.swift": String(repeating: "(", count: 10_000),
    "Rules/.recache.yml": "version: 1\nunknown: 1\n", "Rules/A.swift": "",
  ]

  /// Arguments, the status, what standard output and standard error are.
  @Test(arguments: [
    (["lint", "Good.swift"], 0, "", "0 findings in 1 file\n"),
    (["Good.swift"], 0, "", "0 findings in 1 file\n"),
    (["Good.swift", "--quiet"], 0, "", ""),
    (["lint", "none"], 2, "", "none: error: no such file or directory\n0 findings in 0 files, 1 error\n"),
    (
      ["lint", "-q", "Bad", "Good.swift"], 2, "",
      "Bad/Deep.swift: error: nested more than 256 levels deep; the rest of the file was not looked at\n"
    ),
    (["fix", "Good.swift"], 0, "", "fixed 0 findings in 0 files; 0 left\n"),
    (["fix", "--diff", "Good.swift"], 0, "", "would fix 0 findings in 0 files; 0 left\n"),
    (
      ["lint", "--format", "json", "Good.swift"], 0,
      """
      {"version": 1, "findings": [], "summary": {"files": 1, "findings": 0, "fixable": 0, "data": 0, "resource": 0}}

      """, ""
    ),
    (["--version"], 0, "0.1.0\n", ""),
  ]) func statusAndStreams(arguments: [String], status: Int32, output: String, errors: String) throws {
    let directory = try TemporaryDirectory(Self.files)
    let run = try Program.run(arguments, in: directory.path)
    #expect(run.status == status)
    #expect(run.output == output)
    #expect(run.errors == errors)
  }

  @Test(arguments: [
    ["--bogus"], ["lint", "--format", "xml"], ["fix", "--diff", "--format", "json"],
    ["rules", "no-such-rule"],
    ["rules", "--schema", "legacy-cache"],
  ]) func usage(arguments: [String]) throws {
    let directory = try TemporaryDirectory([:])
    let run = try Program.run(arguments, in: directory.path)
    #expect(run.status == 64)
    #expect(run.output == "")
    #expect(run.errors.hasPrefix("Error: "))
  }

  #if os(Linux)
  /// A report on a full disk is cut short, and must not pass for a whole one.
  @Test(arguments: [
    ["lint", "Good.swift", "--format", "json"], ["rules"], ["fix", "--stdin", "--path", "A.swift"],
  ])
  func aFullDisk(arguments: [String]) throws {
    let directory = try TemporaryDirectory(Self.files)
    let run = try Program.run(arguments, in: directory.path, input: "let a = 1\n", output: "/dev/full")
    #expect(run.status == 2)
    #expect(run.errors.hasSuffix("error: standard output cannot be written: no space left on device\n"))
  }
  #endif

  @Test func aCacheServer() throws {
    let directory = try TemporaryDirectory(Self.files)
    // Nobody listens on port 1: the run is as without a cache, where this program can speak to servers at all.
    let down = try Program.run(["Good.swift", "--cache-server", "redis://127.0.0.1:1"], in: directory.path)
    #if SharedStore
    #expect(down.status == 0)
    #expect(down.errors.hasSuffix("0 findings in 1 file\n"))
    #else
    #expect(down.status == 2)
    #expect(down.errors.contains("built without the trait 'SharedStore'"))
    #endif
    for (address, secret) in [("example.org", ""), ("rediss://h", ""), ("redis://h", "short")] {
      let environment = ["RECACHE_CACHE_SERVER": address, "RECACHE_CACHE_SECRET": secret]
      let run = try Program.run(["Good.swift"], in: directory.path, environment: environment)
      #expect(run.status == 2)
      #expect(run.output == "")
      #expect(run.errors.hasPrefix("error: the cache server cannot be used: "), "\(run.errors)")
      let without = try Program.run(
        ["Good.swift", "--no-cache"], in: directory.path, environment: environment)
      #expect(without.status == 0)
    }
    let both = ["Good.swift", "--cache-server", "redis://h", "--cache-directory", "d"]
    #expect(try Program.run(both, in: directory.path).status == 64)
  }

  @Test func aBadRulesFileStopsTheRun() throws {
    let directory = try TemporaryDirectory(Self.files)
    for arguments in [["lint", "Rules"], ["lint", "Good.swift", "--rules", "Rules/.recache.yml"]] {
      let run = try Program.run(arguments, in: directory.path)
      #expect(run.status == 2)
      #expect(run.output == "")
      #expect(run.errors.contains("Rules/.recache.yml:2:1: error: "), "\(run.errors)")
    }
    let both = try Program.run(["lint", "Rules", "Good.swift"], in: directory.path)
    #expect(both.status == 2)
    #expect(
      both.errors
        == "error: 'Rules' has 'Rules/.recache.yml', 'Good.swift' has no rules file; run them apart or name one with '--rules'\n"
    )
  }

  @Test(arguments: ["lint", "fix", "rules"]) func helpHasExamples(command: String) throws {
    let directory = try TemporaryDirectory([:])
    let run = try Program.run([command, "--help"], in: directory.path)
    #expect(run.status == 0)
    #expect(run.output.contains("EXAMPLES\n  recache \(command)"))
  }
}
