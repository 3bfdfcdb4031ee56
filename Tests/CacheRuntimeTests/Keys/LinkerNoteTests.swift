import SeededRandom
import Testing

@testable import CacheRuntime

struct LinkerNoteTests {
  private static let identity: [UInt8] = Array(1...20)

  private static func bytes(_ number: Int, _ count: Int) -> [UInt8] {
    (0..<count).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) }
  }

  private static func note(_ name: String, _ type: Int, _ content: [UInt8]) -> [UInt8] {
    let padding = [UInt8](repeating: 0, count: (4 - name.utf8.count % 4) % 4)
    return bytes(name.utf8.count, 4) + bytes(content.count, 4) + bytes(type, 4) + Array(name.utf8) + padding
      + content
  }

  /// A file of 64 bits with one segment for each type and its content.
  private static func file(_ segments: [(type: Int, content: [UInt8])]) -> [UInt8] {
    var header: [UInt8] = [0x7F, 0x45, 0x4C, 0x46, 2, 1] + [UInt8](repeating: 0, count: 26)
    header += bytes(64, 8) + [UInt8](repeating: 0, count: 14) + bytes(56, 2) + bytes(segments.count, 2)
    header += [UInt8](repeating: 0, count: 6)
    var table: [UInt8] = []
    var contents: [UInt8] = []
    for segment in segments {
      let offset = 64 + 56 * segments.count + contents.count
      table += bytes(segment.type, 4) + [0, 0, 0, 0] + bytes(offset, 8) + [UInt8](repeating: 0, count: 16)
      table += bytes(segment.content.count, 8) + [UInt8](repeating: 0, count: 16)
      contents += segment.content
    }
    return header + table + contents
  }

  private static func found(in file: [UInt8]) -> [UInt8]? {
    LinkerNote.buildIdentity { offset, count in
      guard offset >= 0, offset < file.count, count > 0 else { return [] }
      return Array(file[offset..<min(file.count, offset + count)])
    }
  }

  @Test func theNoteIsFoundAmongOthers() {
    let notes = Self.note("GNU\0", 1, [1, 2, 3, 4]) + Self.note("GNU\0", 3, Self.identity)
    #expect(Self.found(in: Self.file([(1, [9, 9]), (4, notes)])) == Self.identity)
    #expect(Self.found(in: Self.file([(4, Self.note("Other", 3, [1])), (4, notes)])) == Self.identity)
  }

  @Test func whatHasNoneHasNone() {
    #expect(Self.found(in: []) == nil)
    #expect(Self.found(in: Self.file([])) == nil)
    #expect(Self.found(in: Self.file([(4, Self.note("Go\0\0", 3, Self.identity))])) == nil)
    // Too short to tell builds apart.
    #expect(Self.found(in: Self.file([(4, Self.note("GNU\0", 3, [1, 2]))])) == nil)
    var other = Self.file([(4, Self.note("GNU\0", 3, Self.identity))])
    other[4] = 1
    #expect(Self.found(in: other) == nil)
  }

  @Test func brokenFilesAreReadToTheirEndAndNoFurther() {
    let file = Self.file([(4, Self.note("GNU\0", 1, [1]) + Self.note("GNU\0", 3, Self.identity))])
    for length in 0..<file.count { #expect(Self.found(in: Array(file.prefix(length))) == nil) }
    var random = SeededGenerator(seed: 7)
    for _ in 0..<20_000 {
      var broken = file
      for _ in 0..<Int.random(in: 1...4, using: &random) {
        broken[Int.random(in: broken.indices, using: &random)] = UInt8.random(in: 0...255, using: &random)
      }
      #expect((Self.found(in: broken)?.count ?? 8) >= 8)
    }
  }
}
