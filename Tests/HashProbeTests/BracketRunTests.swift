import HashProbe
import Testing

@Suite struct BracketRunTests {
  private static let many = String(repeating: "[", count: 13)

  private static func repeated(_ text: String, _ count: Int = 13) -> String {
    String(repeating: text, count: count)
  }

  static let cases: [(text: String, offset: Int?)] = [
    (many, 12),
    ("let a = " + repeated("[ ", 10_000), 32),
    ("let a: " + repeated("[Set<"), 67),
    ("let a: " + repeated("[(x: "), 67),
    ("/* [[[ */ \"[\" " + many, 26),
    (repeated("[", 12), nil),
    (repeated("[1, "), nil),
    (repeated("[a]"), nil),
    ("// \(many)\n/* /* \(many) */ \(many) */", nil),
    ("let text = \"\\\"\(many)\"\nlet more = \"\"\"\n  \(many)\n  \"\"\"", nil),
  ]

  @Test(arguments: cases)
  func `Too many brackets in a row are found, and none in comments and strings`(text: String, offset: Int?) {
    #expect(BracketRun.excess(in: Array(text.utf8)) == offset)
  }
}
