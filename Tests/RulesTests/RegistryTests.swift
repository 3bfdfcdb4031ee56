import Foundation
import Testing

@testable import Rules

@Suite struct RegistryTests {
  static let sources = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../Sources/Rules").standardizedFileURL

  @Test func `Ids are in use once and written in kebab case`() {
    let ids = Registry.rules.map { $0.description.id }
    #expect(Set(ids).count == ids.count)
    for id in ids { #expect(id.wholeMatch(of: /[a-z]+(-[a-z]+)*/) != nil) }
  }

  @Test func `The registry names every rule in the folder`() throws {
    let files = try #require(
      FileManager.default.enumerator(at: Self.sources, includingPropertiesForKeys: nil))
    var declared: Set<String> = []
    for case let file as URL in files where file.pathExtension == "swift" {
      let text = try String(contentsOf: file, encoding: .utf8)
      for match in text.matches(of: /(?:struct|enum) (\w+): Rule \{/) { declared.insert(String(match.1)) }
    }
    #expect(declared == Set(Registry.rules.map { String(describing: $0) }))
  }
}
