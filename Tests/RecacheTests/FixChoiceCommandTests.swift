import Foundation
import Testing

/// `recache fix` and `recache merge` as people call them in a large code base.
struct FixChoiceCommandTests {
  private static let use = "import CacheRuntime\n@cache func one() -> Int { 1 }\n"

  private func git(_ directory: TemporaryDirectory, _ arguments: String...) throws {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["git", "-c", "user.name=a", "-c", "user.email=a@example.com"] + arguments
    process.currentDirectoryURL = URL(fileURLWithPath: directory.path)
    process.standardOutput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
  }

  @Test func onlyWhatHasChangedIsFixed() throws {
    let directory = try TemporaryDirectory(["A.swift": Self.use])
    try git(directory, "init", "-q")
    try git(directory, "add", ".")
    try git(directory, "commit", "-q", "-m", "a")
    let text = Self.use + "@cache func two() -> Int { 2 }\n"
    try Data(text.utf8).write(to: URL(fileURLWithPath: directory.path + "/A.swift"))
    let fixed = try Program.run(["fix", "--since", "HEAD"], in: directory.path)
    #expect(fixed.status == 0, "\(fixed.errors)")
    #expect(try directory.read("A.swift") == Self.use + "@CacheData func two() -> Int { 2 }\n")
    let bad = try Program.run(["fix", "--since", "none"], in: directory.path)
    #expect(bad.status == 2)
    #expect(bad.errors == "error: git knows no revision 'none' here\n")
  }

  @Test func whatTheBaselineKnowsIsNotFixed() throws {
    let directory = try TemporaryDirectory(["A.swift": Self.use])
    #expect(try Program.run(["lint", "--write-baseline", "b.json"], in: directory.path).status == 0)
    let text = "import CacheRuntime\n@cache func two() -> Int { 2 }\n@cache func one() -> Int { 1 }\n"
    try Data(text.utf8).write(to: URL(fileURLWithPath: directory.path + "/A.swift"))
    let fixed = try Program.run(["fix", "--baseline", "b.json"], in: directory.path)
    #expect(fixed.status == 0, "\(fixed.errors)")
    #expect(fixed.errors.hasPrefix("1 finding in the baseline 'b.json'\n"), "\(fixed.errors)")
    #expect(
      try directory.read("A.swift")
        == "import CacheRuntime\n@CacheData func two() -> Int { 2 }\n@cache func one() -> Int { 1 }\n")
    #expect(try Program.run(["lint", "--baseline", "b.json"], in: directory.path).status == 0)
  }

  @Test(arguments: ["json", "sarif"]) func shardsAreMerged(format: String) throws {
    let directory = try TemporaryDirectory(["A.swift": Self.use, "B.swift": Self.use])
    for shard in 1...2 {
      _ = try Program.run(
        ["lint", "-q", "--shard", "\(shard)/2", "--output", "\(format)=\(shard)", "."], in: directory.path)
    }
    let whole = try Program.run(["lint", "-q", "--format", format, "."], in: directory.path)
    let merged = try Program.run(["merge", "2", "1"], in: directory.path)
    #expect(merged.status == 1 && merged.output == whole.output && merged.errors == "")
    let missing = try Program.run(["merge", "2"], in: directory.path)
    #expect(missing.status == 2 && missing.output == "")
    #expect(missing.errors == "2: error: no report of shard 1/2; merge one report of each shard\n")
    let twice = try Program.run(["merge", "1", "1"], in: directory.path)
    #expect(twice.status == 2 && twice.errors.hasPrefix("1: error: the report of shard 1/2, as '1' is"))
    for option in [["--write-baseline", "b"], ["--baseline", "b", "--prune-baseline"]] {
      let usage = try Program.run(["lint", "--shard", "1/2"] + option, in: directory.path)
      #expect(usage.status == 64 && usage.errors.contains("leave out '--shard'"), "\(usage.errors)")
    }
  }
}
