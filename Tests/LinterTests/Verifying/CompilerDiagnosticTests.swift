@testable import Linter
import Testing

struct CompilerDiagnosticTests {
  @Test func `Errors and warnings are read, each once, and nothing else`() {
    let output = """
      Building for debugging...
      /a/B.swift:3:5: error: cannot find 'x': in scope
      3 | x
        | `- error: cannot find 'x': in scope
      /a/B.swift:3:5: error: cannot find 'x': in scope
      /a/C.swift:1:1: warning: unused
      /a/C.swift:1:1: note: here
      error: fatalError
      /a/D.swift:x:1: error: no line
      """
    let read = CompilerDiagnostic.read(output)
    #expect(read.map(\.text) == ["cannot find 'x': in scope", "unused", "fatalError"])
    #expect(read.map(\.line) == [3, 1, nil])
    #expect(read.map(\.isError) == [true, false, true])
  }
}
