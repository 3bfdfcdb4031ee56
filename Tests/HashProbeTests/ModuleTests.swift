import HashProbe
import SwiftParser
import Testing

/// Names across modules: which of them a file sees.
@Suite struct ModuleTests {
  /// The verdict on `type`, asked from the module `App`, of files given as module and source.
  private func answer(_ type: String, _ files: [(module: String, source: String)]) throws -> Verdict.Answer {
    let index = DeclarationIndex(
      files: files.enumerated().map { number, file in
        ("Sources/\(file.module)/File\(number).swift", file.module, Parser.parse(source: file.source))
      })
    let probe = Probe(index: index)
    return try probe.verdict(
      on: TypeExpression(parsing: type), in: index.scope(in: [], module: "App")
    ).answer
  }

  @Test func `What one file of a module exports, its other files see`() throws {
    let key = ("Keys", "public protocol Key: Hashable {}")
    let user = ("App", "struct A: Key {}")
    #expect(try answer("A", [key, user]) == .unknown)
    #expect(try answer("A", [key, user, ("App", "import Keys")]) == .unknown)
    #expect(try answer("A", [key, user, ("App", "@_exported import Keys")]) == .hashable)
  }
}
