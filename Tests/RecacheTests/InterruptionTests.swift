import Foundation
import SeededRandom
import Testing

/// What happens when the reader goes away, or the program itself.
@Suite struct InterruptionTests {
  @Test func aReaderOfOneLineIsNoError() throws {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = [
      "-c", "{ \"$0\" lint --quiet Examples/LegacyRides; echo \"status $?\" >&2; } | head -1",
      try Program.path,
    ]
    process.currentDirectoryURL = ExampleCopy.root
    let (output, errors) = (Pipe(), Pipe())
    process.standardOutput = output
    process.standardError = errors
    try process.run()
    let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    let complaints = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    #expect(text.hasPrefix("Examples/LegacyRides/"))
    #expect(text.count { $0 == "\n" } == 1)
    #expect(complaints == "status 1\n")
  }

  /// A reader that is gone before the first byte, which `head` cannot be made to be.
  @Test(arguments: [["lint"], ["lint", "--format", "json"], ["fix", "--diff", "--unsafe"]])
  func aPipeThatIsClosedAlreadyIsNoError(arguments: [String]) throws {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: try Program.path)
    process.arguments = arguments + ["--quiet", "Examples/LegacyRides"]
    process.currentDirectoryURL = ExampleCopy.root
    let (output, errors) = (Pipe(), Pipe())
    process.standardOutput = output
    process.standardError = errors
    try output.fileHandleForReading.close()
    try process.run()
    let complaints = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    #expect(complaints == "")
    #expect(process.terminationReason == .exit)
    #expect(process.terminationStatus == 1)
  }

  private static let names = (100..<140).map { "F\($0).swift" }

  private static func text(_ name: String, _ attribute: String) -> String {
    let function = name.dropLast(".swift".count).lowercased()
    // Long enough for a write to be caught in the middle if it were made in place.
    return "import CacheRuntime\n@\(attribute) func \(function)() -> Int { 1 }\n"
      + String(repeating: "// \(name)\n", count: 200)
  }

  /// Killed once a file, chosen at random, has changed; files are written in the order of their names.
  @Test func aKilledFixLeavesEveryFileOldOrNew() throws {
    let seed: UInt64 = 20_260_301
    var generator = SeededGenerator(seed: seed)
    var midway = 0
    for round in 0..<20 {
      let directory = try TemporaryDirectory(
        Dictionary(uniqueKeysWithValues: Self.names.map { ($0, Self.text($0, "cache")) }))
      let watched = try #require(Self.names.randomElement(using: &generator))
      let old = Self.text(watched, "cache")
      let process = Process()
      process.executableURL = URL(fileURLWithPath: try Program.path)
      process.arguments = ["fix", "--quiet", "."]
      process.currentDirectoryURL = URL(fileURLWithPath: directory.path)
      process.standardOutput = FileHandle.nullDevice
      process.standardError = FileHandle.nullDevice
      try process.run()
      while process.isRunning, try directory.read(watched) == old {}
      kill(process.processIdentifier, SIGKILL)
      process.waitUntilExit()

      var new = 0
      for name in Self.names {
        let found = try directory.read(name)
        let isNew = found == Self.text(name, "CacheData")
        new += isNew ? 1 : 0
        if !isNew, found != Self.text(name, "cache") {
          Issue.record("seed \(seed), round \(round): '\(name)' is neither old nor new")
        }
      }
      #expect(new > 0, "seed \(seed), round \(round)")
      if new < Self.names.count { midway += 1 }
      let others = try FileManager.default.contentsOfDirectory(atPath: directory.path)
        .filter { !Self.names.contains($0) }
      #expect(others.count <= 1 && others.allSatisfy { $0.hasPrefix(".recache-") }, "\(others)")

      // What is left is fixed by the next run.
      #expect(try Program.run(["fix", "--quiet", "."], in: directory.path).status == 0)
      #expect(try Self.names.allSatisfy { try directory.read($0) == Self.text($0, "CacheData") })
    }
    #expect(midway > 0, "seed \(seed): no run was killed while it wrote")
  }
}
