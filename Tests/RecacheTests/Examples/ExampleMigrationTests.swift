import Foundation
import Testing

/// The examples migrate whole; `make demo` builds and runs them too.
@Suite struct ExampleMigrationTests {
  @Test(arguments: ["LegacyRides", "TeamKit"])
  func fixesEverythingOnce(_ example: String) throws {
    let copy = try ExampleCopy(of: example)
    let before = try copy.sources()
    #expect(try copy.recache("lint", "Sources").status == 1)
    #expect(try copy.recache("fix", "--unsafe", "Sources").status == 0)
    let after = try copy.sources()
    #expect(before != after)
    #expect(try copy.recache("lint", "Sources").output.isEmpty)
    #expect(try copy.recache("fix", "--unsafe", "Sources").status == 0)
    #expect(try copy.sources() == after)
  }

  @Test(arguments: ["LegacyRides", "TeamKit"])
  func theDiffIsWhatFixWrites(_ example: String) throws {
    let fixed = try ExampleCopy(of: example)
    _ = try fixed.recache("fix", "--unsafe", "Sources")
    let patched = try ExampleCopy(of: example)
    let before = try patched.sources()
    let patch = try patched.recache("fix", "--unsafe", "--diff", "Sources").output
    #expect(try patched.sources() == before)
    #expect(try patched.git("apply", input: patch).status == 0)
    #expect(try patched.sources() == fixed.sources())
  }

  /// An API of a team's own, under names that no rule of ours knows.
  @Test func aTeamsOwnAPIIsMigratedByItsRulesFile() throws {
    let copy = try ExampleCopy(of: "TeamKit")
    _ = try copy.recache("fix", "--unsafe", "Sources")
    let bakery = try #require(try copy.sources()["Sources/Bakery/Bakery.swift"])
    let uses = bakery.split(separator: "\n").map { $0.drop { $0 == " " } }.filter { line in
      line.hasPrefix("@") && line != "@main" || line.contains("memo") || line.contains("values")
        || line.contains("singletons")
    }
    #expect(
      uses == [
        "@Values(lifetime: 60)",
        "@Singletons",
        "@Singletons(lifetime: 3_600)",
        "let crumbs = values { (loaves: Int) in loaves * 120 }",
        "let scale = singletons { (ingredient: String) -> Scale in",
      ])
  }
}
