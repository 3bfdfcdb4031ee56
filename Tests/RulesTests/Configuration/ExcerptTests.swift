import Testing

@testable import Rules

@Suite struct ExcerptTests {
  struct Case: CustomTestStringConvertible, Sendable {
    var name: String
    var text: String
    var column: Int
    var length: Int
    var line: String
    var caret: String
    var testDescription: String { name }
  }

  static let cases = [
    Case(name: "plain", text: "  key: 1", column: 3, length: 3, line: "  key: 1", caret: "  ^~~"),
    Case(name: "a point", text: "  key: 1", column: 3, length: 0, line: "  key: 1", caret: "  ^"),
    Case(name: "tabs stay tabs", text: "\ta\tkey", column: 4, length: 3, line: "\ta\tkey", caret: "\t \t^~~"),
    Case(
      name: "several bytes, one column", text: "äö key", column: 6, length: 3, line: "äö key", caret: "   ^~~"
    ),
    Case(name: "wide characters", text: "漢字 key", column: 8, length: 3, line: "漢字 key", caret: "     ^~~"),
    Case(name: "under wide characters", text: "a 漢字", column: 3, length: 6, line: "a 漢字", caret: "  ^~~~"),
    Case(name: "an emoji of many scalars", text: "👩‍👩‍👧 x", column: 20, length: 1, line: "👩‍👩‍👧 x", caret: "   ^"),
    Case(name: "behind the end", text: "abc", column: 4, length: 0, line: "abc", caret: "   ^"),
    Case(name: "control characters", text: "a\u{7}b", column: 3, length: 1, line: "a\u{FFFD}b", caret: "  ^"),
  ]

  @Test(arguments: cases)
  func excerpt(_ example: Case) {
    let excerpt = Excerpt(place(example.text, example.column, example.length))
    #expect(excerpt.line == example.line)
    #expect(excerpt.caret == example.caret)
  }

  @Test func ofALongLineTheSurroundingsAreShown() {
    let text = String(repeating: "a", count: 5_000) + "KEY" + String(repeating: "b", count: 5_000)
    let excerpt = Excerpt(place(text, 5_001, 3))
    #expect(excerpt.line.count == 112)
    #expect(excerpt.line.hasPrefix("…a") && excerpt.line.hasSuffix("b…"))
    let column = excerpt.caret.prefix { $0 == " " }.count
    #expect(String(excerpt.line.dropFirst(column).prefix(3)) == "KEY")
    #expect(excerpt.caret.hasSuffix("^~~"))
  }

  @Test func aLongLineBeginsWithoutAnEllipsis() {
    let excerpt = Excerpt(place("KEY" + String(repeating: "b", count: 500), 1, 3))
    #expect(excerpt.line.hasPrefix("KEY") && excerpt.line.hasSuffix("b…"))
    #expect(excerpt.caret == "^~~")
  }

  private func place(_ text: String, _ column: Int, _ length: Int) -> RulesFileError.Place {
    RulesFileError.Place(line: 1, column: column, length: length, text: text, firstLine: nil)
  }
}
