import SwiftParser
import SwiftSyntax
import Testing

@testable import CacheMacros

@Suite struct ExpansionFingerprintTests {
  private func fingerprint(_ source: String) -> String { Fingerprint.of(Parser.parse(source: source)) }

  @Test("K02: comments and white space do not count, every other edit does") func edits() {
    let original = fingerprint("func f(_ x: Int) -> Int { x + 1 }")
    #expect(original == fingerprint("// a word\nfunc f(_ x: Int)\n  -> Int { /* one */ x + 1 }"))
    #expect(original.count == 32)
    let edited = [
      "func f(_ x: Int) -> Int { x + 2 }", "func f(_ x: Int) -> Int { x - 1 }",
      "func f(_ x: Int8) -> Int { x + 1 }",
      "func g(_ x: Int) -> Int { x + 1 }", "func f(_ y: Int) -> Int { y + 1 }",
      "func f(_ x: Int) -> Int { x +1 }",
    ].map(fingerprint)
    #expect(!edited.dropLast().contains(original))
    #expect(Set(edited + [original]).count >= edited.count)
  }

  @Test("K02: tokens cannot run together") func boundaries() {
    #expect(fingerprint("let ab = c") != fingerprint("let a = bc"))
    #expect(fingerprint("\"a b\"") != fingerprint("\"ab\""))
  }
}
