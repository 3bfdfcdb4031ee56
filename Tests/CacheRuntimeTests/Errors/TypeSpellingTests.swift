import Testing

@testable import CacheRuntime

@Suite("A type's name in an error's remedies")
struct TypeSpellingTests {
  private struct Hidden {}

  @Test(
    "modules and outer types are left out at every depth",
    arguments: [
      ("App.Shop.Region", "Region"),
      ("Swift.Array<App.Region>", "Array<Region>"),
      (
        "Swift.Dictionary<Swift.String, Swift.Optional<App.Shop.Region>>",
        "Dictionary<String, Optional<Region>>"
      ),
      ("(Swift.Int, label: App.Region)", "(Int, label: Region)"),
      ("(App.Region) async throws -> Swift.Int", "(Region) async throws -> Int"),
      ("App.(unknown context at $10043ac).Hidden", "Hidden"),
      ("App.Größe_2", "Größe_2"),
      ("", ""),
    ])
  func text(fullName: String, text: String) { #expect(TypeSpelling(fullName: fullName).text == text) }

  @Test("a private type is called by its name") func hidden() {
    #expect(TypeSpelling(fullName: String(reflecting: [Hidden].self)).text == "Array<Hidden>")
  }

  @Test(
    "each remedy fits the kind of type",
    arguments: [
      ("App.Region", ".hash(Region.self) { $0.id }", "conform 'Region' to P"),
      (
        "Swift.Array<App.Region>", ".hash(Array<Region>.self) { $0.id }",
        "conform 'Array<Region>' and what it is made of to P"
      ),
      (
        "Swift.Array<() -> App.Region>", ".hash(Array<() -> Region>.self) { $0.id }",
        "conform 'Array<() -> Region>' and what it is made of to P"
      ),
      (
        "() -> Swift.Int", ".hash((() -> Int).self) { $0.id }",
        "put it into a type of your own that conforms to P"
      ),
      (
        "(Swift.Int, Swift.String)", ".hash((Int, String).self) { $0.id }",
        "put it into a type of your own that conforms to P"
      ),
    ])
  func remedies(fullName: String, hashFunction: String, conformance: String) {
    let spelling = TypeSpelling(fullName: fullName)
    #expect(spelling.hashFunction == hashFunction)
    #expect(spelling.conforming(to: "P") == conformance)
  }
}
