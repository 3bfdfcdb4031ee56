import CacheRuntime
import Foundation
import SeededRandom
import Testing

/// Several runs that share results: on one machine by a directory, on many by a server.
struct SharedResultsTests {
  /// A package whose decisions rest on other files.
  private static func project(_ count: Int = 30) throws -> TemporaryDirectory {
    var files = ["Package.swift": ""]
    for number in 0..<count {
      files["Sources/App/Use\(number).swift"] =
        "import CacheRuntime\n@cache func f\(number)() -> T\(number) { make() }\n"
      files["Sources/App/T\(number).swift"] =
        number.isMultiple(of: 2) ? "final class T\(number) {}\n" : "struct T\(number): Codable {}\n"
    }
    return try TemporaryDirectory(files)
  }

  private static func lint(
    _ directory: TemporaryDirectory, _ arguments: String..., environment: [String: String] = [:]
  ) throws -> Program.Run {
    try Program.run(
      ["lint", "--format", "json"] + arguments, in: directory.path, environment: environment)
  }

  @Test func runsAtOnceAgree() async throws {
    let directory = try Self.project()
    let fresh = try Self.lint(directory, "--no-cache")
    #expect(fresh.status == 1 && fresh.errors == "")
    #expect(fresh.output.contains("\"data\": 15, \"resource\": 15}"))
    for _ in 0..<2 {
      let runs = try await withThrowingTaskGroup(of: Program.Run.self) { group in
        for _ in 0..<4 { group.addTask { try Self.lint(directory, "--cache-directory", ".c") } }
        return try await group.reduce(into: []) { $0.append($1) }
      }
      for run in runs { #expect(run.status == 1 && run.errors == "" && run.output == fresh.output) }
    }
  }

  /// What a linter finds beside a fixer is the tree before, after, or on its way; afterwards nothing of it is left.
  @Test func aFixAtTheSameTimeLeavesNothingStale() async throws {
    let directory = try Self.project()
    let before = try Self.lint(directory, "--no-cache").output
    let runs = try await withThrowingTaskGroup(of: Program.Run.self) { group in
      group.addTask {
        try Program.run(
          ["fix", "-q", "--unsafe", "--cache-directory", ".c"], in: directory.path)
      }
      for _ in 0..<3 { group.addTask { try Self.lint(directory, "--cache-directory", ".c") } }
      return try await group.reduce(into: []) { $0.append($1) }
    }
    for run in runs { #expect([0, 1].contains(run.status) && run.errors == "", "\(run.errors)") }
    #expect(before != "")
    for _ in 0..<2 {
      let after = try Self.lint(directory, "--cache-directory", ".c")
      let fresh = try Self.lint(directory, "--no-cache")
      #expect(after.output == fresh.output && after.status == 0)
    }
    for number in 0..<30 {
      let name = number.isMultiple(of: 2) ? "CacheResource" : "CacheData"
      #expect(try directory.read("Sources/App/Use\(number).swift").contains("\n@\(name) func f\(number)()"))
    }
  }

  /// Killed at any moment, it leaves results that are right or that nobody finds.
  @Test func killedRunsLeaveNothingBroken() throws {
    let isLong = ProcessInfo.processInfo.environment["CACHE_LONG_TESTS"] == "1"
    let seed: UInt64 = 20_261_128
    var random = SeededGenerator(seed: seed)
    let directory = try Self.project(60)
    let started = ContinuousClock.now
    let fresh = try Self.lint(directory, "--no-cache")
    let whole = ContinuousClock.now - started
    var killed = 0
    for round in 0..<(isLong ? 150 : 8) {
      // Each round something is to be computed anew.
      let number = Int.random(in: 0..<60, using: &random)
      let blank = String(repeating: "\n", count: round)
      let file = URL(fileURLWithPath: directory.path + "/Sources/App/T\(number).swift")
      try Data((try directory.read("Sources/App/T\(number).swift") + blank).utf8).write(to: file)
      let process = Process()
      process.executableURL = URL(fileURLWithPath: try Program.path)
      process.arguments = ["lint", "-q", "--cache-directory", ".c"]
      process.currentDirectoryURL = URL(fileURLWithPath: directory.path)
      process.standardOutput = FileHandle.nullDevice
      process.standardError = FileHandle.nullDevice
      try process.run()
      let end = ContinuousClock.now + whole * Double.random(in: 0...1, using: &random)
      while process.isRunning, ContinuousClock.now < end {}
      kill(process.processIdentifier, SIGKILL)
      process.waitUntilExit()
      if process.terminationReason == .uncaughtSignal { killed += 1 }
      let cached = try Self.lint(directory, "--cache-directory", ".c")
      #expect(
        cached.status == 1 && cached.errors == "" && cached.output == fresh.output,
        "seed \(seed), round \(round)")
    }
    #expect(killed > 0, "no run was killed while it worked")
    let store = try Program.run(["cache", "verify", "--in", ".c"], in: directory.path)
    #expect(store.status == 0, "\(store.output)\(store.errors)")
  }

  #if SharedStore
  /// What one machine has found out, another one takes from the server; a server in trouble is none.
  @Test(.enabled(if: LintServer.program != nil, "install redis-server or valkey-server"))
  func machinesShareAServer() throws {
    let (one, other) = (try Self.project(), try Self.project())
    let fresh = try Self.lint(one, "--no-cache").output
    let server = try LintServer()
    let environment = [
      "RECACHE_CACHE_SERVER": "redis://127.0.0.1:\(server.port)",
      "RECACHE_CACHE_SECRET": "a secret of thirty-two bytes or so",
    ]
    #expect(try Self.lint(one, environment: environment).output == fresh)
    let first = try server.counts()
    #expect(first.writes > 60, "\(first)")
    #expect(try Self.lint(other, environment: environment).output == fresh)
    let second = try server.counts()
    // Of sixty files, and what they lead to; what is written beside that is about the machine.
    #expect(second.writes - first.writes < 30, "what another has found out is not computed again")
    #expect(second.hits > first.hits)
    // Who does not know the secret can neither read nor mislead.
    let strange = environment.merging(["RECACHE_CACHE_SECRET": "another secret of as many bytes!"]) { $1 }
    #expect(try Self.lint(other, environment: strange).output == fresh)
    server.stop()
    let without = try Self.lint(other, environment: environment)
    #expect(without.output == fresh && without.status == 1)
  }
  #endif
}
