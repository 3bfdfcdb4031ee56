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

  @Test func `Where no imports say so, a name is the project's before the toolchain's`() throws {
    let files = [("App", "struct A {}"), ("Zone", "public struct Operation: Hashable {}")]
    #expect(try answer("[Operation]", files) == .hashable)
  }

  @Test func `What an if leaves out gives way to what has its name`() {
    let index = index(
      """
      #if os(Windows)
      struct Key { struct Part {} }
      struct Alone {}
      typealias Handle = Int
      #else
      struct Key: Hashable { struct Part: Hashable {} }
      typealias Handle = String
      #endif
      #if os(WASI)
      class Handle {}
      #endif
      """)
    #expect(index.types(named: "Key").map { index[$0].isActive } == [true])
    #expect(index.types(named: "Key.Part").map { index[$0].isActive } == [true])
    #expect(index.types(named: "Alone").map { index[$0].isActive } == [false])
    #expect(index.types(named: "Handle").isEmpty)
  }
}
