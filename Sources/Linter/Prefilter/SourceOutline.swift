import HashProbe
import Rules
import SwiftSyntax

/// What of a file may be left out when it is parsed a second time.
///
/// Rules need all declarations of a run and then the syntax of the uses. Trees are too large to be kept until then, and
/// parsing everything twice would take twice the time. So the first time around it is noted which declarations hold
/// none of the names; the second time these are blanks, over which the parser runs in no time, and every offset stays
/// what it was.
struct SourceOutline: Codable, Sendable {
  /// In ascending order, without overlap.
  private let blanks: [Range<Int>]
  private let size: Int
  private let mark: UInt64

  /// - Parameters:
  ///   - offsets: Where the names stand, in ascending order.
  ///   - condensed: What was parsed of the file.
  ///   - functions: What was not parsed the first time either, since none of the names stands in it.
  init(
    of tree: SourceFileSyntax, _ bytes: UnsafeRawBufferPointer, keeping offsets: [Int],
    _ condensed: CondensedSource, without functions: [Range<Int>]
  ) {
    size = bytes.count
    mark = Self.mark(bytes)
    var blanks = functions
    var pending = [Self.items(tree.statements)]
    while let items = pending.popLast() {
      for (item, place) in items {
        let range = condensed.range(of: place)
        if let conditional = item.as(IfConfigDeclSyntax.self) {
          // Imports count in every branch.
          pending += conditional.clauses.compactMap { clause in
            switch clause.elements {
            case .statements(let items): Self.items(items)
            case .decls(let members): Self.items(members)
            default: nil
            }
          }
        } else if offsets.hasElement(in: range) {
          guard let group = item.asProtocol((any DeclGroupSyntax).self) else { continue }
          pending.append(Self.items(group.memberBlock.members))
        } else if !item.is(ImportDeclSyntax.self), !range.isEmpty {
          blanks.append(range)
        }
      }
    }
    self.blanks = blanks.joined()
  }

  private static func items(_ list: CodeBlockItemListSyntax) -> [(Syntax, Range<Int>)] {
    list.map { (Syntax($0.item), $0.position.utf8Offset..<$0.endPosition.utf8Offset) }
  }

  private static func items(_ list: MemberBlockItemListSyntax) -> [(Syntax, Range<Int>)] {
    list.map { (Syntax($0.decl), $0.position.utf8Offset..<$0.endPosition.utf8Offset) }
  }

  /// How much of the file is left, in bytes.
  var keptSize: Int { blanks.reduce(size) { $0 - $1.count } }

  /// The file with blanks, or `nil` where it is no longer the file that was read.
  func blanked(_ bytes: [UInt8]) -> [UInt8]? {
    guard bytes.count == size, bytes.withUnsafeBytes(Self.mark) == mark else { return nil }
    return bytes.blanked(blanks)
  }

  /// Tells whether somebody has written the file meanwhile.
  private static func mark(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
    var mark: UInt64 = 0x9E37_79B9_7F4A_7C15
    var index = 0
    while index + 8 <= bytes.count {
      mark = (mark ^ bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self)) &* 0xFF51_AFD7_ED55_8CCD
      mark ^= mark >> 29
      index += 8
    }
    for byte in bytes[index...] { mark = (mark ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
    return mark
  }
}

extension [Range<Int>] {
  /// The same places in ascending order, what touches or overlaps made one.
  fileprivate func joined() -> [Range<Int>] {
    var joined: [Range<Int>] = []
    for range in sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if let last = joined.last, last.upperBound >= range.lowerBound {
        joined[joined.count - 1] = last.lowerBound..<Swift.max(last.upperBound, range.upperBound)
      } else {
        joined.append(range)
      }
    }
    return joined
  }
}

extension [UInt8] {
  /// The same bytes with a comment in the place of some, so that every offset stays.
  ///
  /// A lexer passes over the bytes of a comment in a fraction of the time that it takes for as many blanks.
  /// - Parameter ranges: In ascending order, without overlap.
  func blanked(_ ranges: [Range<Int>]) -> [UInt8] {
    var bytes = self
    bytes.withUnsafeMutableBufferPointer { buffer in
      for range in ranges {
        buffer[range].update(repeating: UInt8(ascii: " "))
        guard range.count >= 4 else { continue }
        buffer[range.lowerBound] = UInt8(ascii: "/")
        buffer[range.lowerBound + 1] = UInt8(ascii: "*")
        buffer[range.upperBound - 2] = UInt8(ascii: "*")
        buffer[range.upperBound - 1] = UInt8(ascii: "/")
      }
    }
    return bytes
  }
}
