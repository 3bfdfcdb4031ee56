import Foundation
import Testing

@testable import Rules

/// The listing has every value in force, each with the line that says it.
struct ConfigurationListingTests {
  private static let project = """
    version: 1
    decisions:
      - use-case: Ours
        kind: resource
        types: [Ours.Pool]
    options:
      - {name: persist, remove: true, because: ours}
    widgets: [ourButton, slider]
    hashing:
      - {type: Ours.Key, hashable: true}
    reexports:
      Vapor: [Ours]
    severities:
      legacy-cache: error
    exclude: [Generated]
    suppressions: {require-reason: true}
    """

  private func listing(_ text: String?) throws -> (ConfigurationListing, lines: [String]) {
    let file = FileManager.default.temporaryDirectory.appendingPathComponent(
      "recache-\(UUID().uuidString).yml")
    defer { try? FileManager.default.removeItem(at: file) }
    try text.map { try Data($0.utf8).write(to: file) }
    return (
      try ConfigurationListing(project: text == nil ? nil : file.path),
      text?.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) ?? []
    )
  }

  @Test(arguments: [nil, project]) func nothingIsMissing(text: String?) throws {
    let (listing, _) = try listing(text)
    func count(_ section: String) -> Int { listing.settings.count { $0.section == section } }
    let configuration = listing.configuration
    #expect(count("decisions") == configuration.decisions.count)
    #expect(count("options") == configuration.options.count)
    #expect(count("widgets") == configuration.widgets.count)
    #expect(count("hashing") == configuration.hashing.count)
    #expect(count("reexports") == configuration.reexports.count)
    #expect(count("exclude") == configuration.exclude.count)
    #expect(count("severities") == Registry.rules.count)
    for setting in listing.settings where setting.section != "severities" {
      #expect(setting.origin != nil, "\(setting)")
    }
  }

  @Test func eachHasItsLine() throws {
    let (listing, lines) = try listing(Self.project)
    let own = listing.settings.filter { $0.origin?.path != "rules.yml" && $0.origin != nil }
    #expect(
      own.map { "\($0.section) \($0.name)" } == [
        "decisions Ours", "options persist", "hashing Ours.Key", "widgets ourButton", "exclude Generated",
        "reexports Vapor", "severities legacy-cache", "suppressions require-reason",
      ])
    for setting in own {
      let line = try #require(setting.origin?.line)
      let name = setting.name == "persist" ? "persist" : setting.name
      #expect(lines[line - 1].contains(name), "\(setting)")
    }
    // 'slider' is shipped already, and the shipped line says so.
    #expect(listing.settings.first { $0.name == "slider" }?.origin?.path == "rules.yml")
    #expect(listing.settings.first { $0.name == "unused-suppression" }?.origin == nil)
  }

  @Test func anotherAPIComesFromItsFileWhole() throws {
    let (listing, _) = try listing("version: 1\nlegacy:\n  modules: [Ours]\n  attributes: [memo]\n")
    let legacy = listing.settings.filter { $0.section == "legacy" }
    #expect(legacy.map(\.name) == ["modules", "attributes"])
    #expect(legacy.allSatisfy { $0.origin?.path != "rules.yml" })
    #expect(listing.settings.allSatisfy { $0.section != "options" })
  }
}
