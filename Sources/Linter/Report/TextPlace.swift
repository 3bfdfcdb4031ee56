import Rules

/// A place as editors and SARIF count it: the column in UTF-16 code units.
package struct TextPlace: Hashable, Codable, Sendable {
  package var line: Int
  package var column: Int

  /// The places of some offsets in a file.
  ///
  /// - Complexity: O(*n*) in the bytes between the first and the last offset of each line, so that a line of a
  ///   megabyte with a thousand findings is read once.
  static func places(at offsets: some Sequence<Int>, in file: SourceFile) -> [Int: TextPlace] {
    var places: [Int: TextPlace] = [:]
    var line = 0
    var done = 0
    var column = 1
    for offset in Set(offsets).sorted() where offset >= 0 && offset <= file.bytes.count {
      let position = file.position(at: offset)
      if position.line != line {
        line = position.line
        done = offset - (position.column - 1)
        column = 1
        if done == 0, file.bytes.starts(with: [0xEF, 0xBB, 0xBF]) { done = min(3, offset) }
      }
      column += units(of: file.bytes[done..<offset])
      done = offset
      places[offset] = TextPlace(line: line, column: column)
    }
    return places
  }

  /// How many code units of UTF-16 bytes of UTF-8 become: one for each lead byte, two beyond the first plane.
  private static func units(of bytes: ArraySlice<UInt8>) -> Int {
    bytes.reduce(0) { $0 + ($1 & 0xC0 == 0x80 ? 0 : $1 >= 0xF0 ? 2 : 1) }
  }
}
