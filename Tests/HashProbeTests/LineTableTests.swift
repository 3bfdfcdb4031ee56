import HashProbe
import SeededRandom
import Testing

@Suite struct LineTableTests {
  @Test(arguments: [1, 2, 3, 4] as [UInt64])
  func `Places are those that a count of the lines gives`(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    // With and without carriage returns, which are looked for in another way.
    let ends = seed.isMultiple(of: 2) ? ["\n", "\r\n", "\r", "\n\r"] : ["\n", "\n\n"]
    for _ in 0..<50 {
      var text = ""
      for _ in 0..<Int.random(in: 0...40, using: &random) {
        text += String(repeating: "x", count: Int.random(in: 0...40, using: &random))
        text += ends.randomElement(using: &random) ?? ""
      }
      let bytes = Array(text.utf8)
      let table = LineTable(bytes)
      var line = 1
      var column = 1
      for offset in 0...bytes.count {
        let place = table.lineAndColumn(at: offset)
        #expect(place == (line, column), "seed \(seed), offset \(offset) of \(text.debugDescription)")
        guard offset < bytes.count else { break }
        let isEnd =
          bytes[offset] == UInt8(ascii: "\n")
          || bytes[offset] == UInt8(ascii: "\r")
            && (offset + 1 == bytes.count || bytes[offset + 1] != UInt8(ascii: "\n"))
        line += isEnd ? 1 : 0
        column = isEnd ? 1 : column + 1
      }
    }
  }
}
