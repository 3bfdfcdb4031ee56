import Testing

@testable import CacheMacros

/// What the real compiler says of every fixture; each folder is one run of the compiler.
struct CompileFailTests {
  /// All of `Refused` in one run.
  static let refused = Result {
    try Compiler().diagnostics(of: Fixture.all(in: "Refused").map(\.path), .typecheck)
  }

  // Rows C06, E05, E09, K09, M05, P10, T07, T08: each has a fixture.
  @Test(arguments: try Fixture.all(in: "Refused"))
  func isRefused(_ fixture: Fixture) throws {
    #expect(!fixture.expected.isEmpty)
    let said = try Self.refused.get()[fixture.path, default: []].filter { $0.severity != "note" }
    // The types of one function are checked in its body, its cache and its handle, so one text may come three times.
    #expect(Set(said) == Set(fixture.expected))
  }

  /// What the compiler finds out after type checking only, in one run.
  @Test func isRefusedAfterTypeChecking() throws {
    let fixtures = try Fixture.all(in: "RefusedInSIL")
    let said = try Compiler().diagnostics(of: fixtures.map(\.path), .sil)
    for fixture in fixtures {
      #expect(!fixture.expected.isEmpty)
      let saidHere = said[fixture.path, default: []].filter { $0.severity != "note" }
      #expect(saidHere == fixture.expected)
    }
  }

  /// Every refusal of the plug-in has a fixture of its name.
  @Test func everyRefusalHasAFixture() throws {
    let names = try Set(Fixture.all(in: "Refused").map(\.name))
    #expect(Refusal.Kind.allCases.map(\.rawValue).filter { !names.contains($0) } == [])
  }

  /// Declarations that must be cacheable compile down to SIL without a word, all in one run.
  @Test func isAccepted() throws {
    let fixtures = try Fixture.all(in: "Accepted")
    #expect(!fixtures.isEmpty)
    let said = try Compiler().diagnostics(of: fixtures.map(\.path), .sil)
    #expect(said == [:])
  }

  /// The settings of other people's modules, among them those of a new application in Xcode.
  @Test(arguments: [
    ["-default-isolation", "MainActor"],
    [
      "-default-isolation", "MainActor", "-enable-upcoming-feature", "NonisolatedNonsendingByDefault",
      "-enable-upcoming-feature", "InferIsolatedConformances", "-enable-upcoming-feature",
      "MemberImportVisibility",
    ],
    [], ["-strict-memory-safety"],
    ["-enable-upcoming-feature", "NonisolatedNonsendingByDefault"],
  ])
  func isAcceptedWithOtherSettings(_ flags: [String]) throws {
    let fixtures = try Fixture.all(in: "AcceptedAnywhere")
    #expect(!fixtures.isEmpty)
    let said = try Compiler().diagnostics(of: fixtures.map(\.path), .sil, flags: flags)
    #expect(said == [:])
  }
}
