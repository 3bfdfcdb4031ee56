import HashProbe
import Testing

/// A conformance that holds on an actor only: the compiler refuses it elsewhere, and the probe warns of it.
@Suite struct IsolatedConformanceTests {
  private static let declarations = """
    struct Seen: @MainActor Hashable { var one: Int }
    struct Added { var one: Int }
    extension Added: @MainActor Hashable {}
    @MainActor struct Free: nonisolated Hashable { nonisolated let one: Int }
    struct Plain: Hashable { var one: Int }

    """

  @Test(arguments: ["Seen", "Added", "Free", "Plain"])
  func `What is hashable on an actor alone is called so where the compiler refuses it elsewhere`(type: String)
    throws
  {
    let answers = try ["@MainActor", "nonisolated"].map { actor in
      try Compiler.typecheck(
        Self.declarations
          + "func need<T: Hashable>(_: T.Type) {}\n\(actor) func ask() { need(\(type).self) }\n")
    }
    #expect(answers[0].errors.isEmpty, "\(answers[0].text)")
    let probe = Probe(index: index(Self.declarations, module: "Question"))
    let verdict = probe.verdict(on: try #require(probe.index.types(named: type).first))
    #expect(verdict.answer == .hashable)
    #expect(verdict.traps.contains { $0.contains("only: elsewhere") } == !answers[1].errors.isEmpty)
  }
}
