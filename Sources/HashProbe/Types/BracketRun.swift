#if canImport(Darwin)
import Darwin
#elseif canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#endif

/// Brackets in a row, `[[[[a]]]]`, which the parser cannot be given many of.
///
/// At each `[` that may begin a type, swift-syntax 603 looks ahead twice at all that follows, once for `[3 of Int]` and
/// once for `[Int]`: 20 in a row cost a million times what one costs, and its bound on nesting does not hold for
/// looking ahead. Nobody writes them, but a file that has them must not keep the others waiting.
package enum BracketRun {
  /// The longest run that is parsed, which takes a few milliseconds.
  package static let limit = 12

  /// The offset of the bracket that makes a run too long, if there is one outside of comments and strings.
  package static func excess(in bytes: [UInt8]) -> Int? {
    // A first look that takes comments and strings for code is fast, and nearly always enough.
    guard mayHoldRun(bytes) else { return nil }
    return scan(bytes, from: 0)
  }

  /// From one bracket to the next: most of a source is passed over by the system's search for a byte.
  private static func mayHoldRun(_ bytes: [UInt8]) -> Bool {
    bytes.withUnsafeBytes { bytes in
      var index = 0
      while index < bytes.count, let base = bytes.baseAddress,
        let found = memchr(base + index, Int32(UInt8(ascii: "[")), bytes.count - index)
      {
        index = UnsafeRawPointer(found) - base
        var run = 0
        while index < bytes.count {
          if bytes[index] == UInt8(ascii: "[") {
            run += 1
            if run > limit { return true }
          } else if !continuesRun(bytes[index]) {
            break
          }
          index += 1
        }
      }
      return false
    }
  }

  private static func scan(_ bytes: [UInt8], from start: Int) -> Int? {
    bytes.withUnsafeBufferPointer { bytes in
      var run = 0
      var index = start
      while index < bytes.count {
        let byte = bytes[index]
        if byte == UInt8(ascii: "[") {
          run += 1
          if run > limit { return index }
        } else if let end = endOfCommentOrString(bytes, index) {
          if byte != UInt8(ascii: "/") { run = 0 }
          index = end
          continue
        } else if !continuesRun(byte) {
          run = 0
        }
        index += 1
      }
      return nil
    }
  }

  /// What may stand between two brackets of which one is looked ahead at from the other: `[(a: [Set<[`.
  private static func continuesRun(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: " "), UInt8(ascii: "\t"),
      UInt8(ascii: "\r"), UInt8(ascii: "\n"), UInt8(ascii: "("), UInt8(ascii: "<"), UInt8(ascii: ":"),
      UInt8(ascii: "@"), UInt8(ascii: "/"), UInt8(ascii: "."), 0x80...:
      true
    default: false
    }
  }

  /// Where a comment or a string that begins at `start` ends; the quotes inside of interpolations are taken for its end.
  private static func endOfCommentOrString(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int? {
    func at(_ index: Int) -> UInt8 { index < bytes.count ? bytes[index] : 0 }
    var index = start + 2
    switch (at(start), at(start + 1)) {
    case (UInt8(ascii: "/"), UInt8(ascii: "/")):
      while index < bytes.count, at(index) != UInt8(ascii: "\n"), at(index) != UInt8(ascii: "\r") {
        index += 1
      }
    case (UInt8(ascii: "/"), UInt8(ascii: "*")):
      var depth = 1
      while index < bytes.count, depth > 0 {
        switch (at(index), at(index + 1)) {
        case (UInt8(ascii: "/"), UInt8(ascii: "*")): (depth, index) = (depth + 1, index + 2)
        case (UInt8(ascii: "*"), UInt8(ascii: "/")): (depth, index) = (depth - 1, index + 2)
        default: index += 1
        }
      }
    case (UInt8(ascii: "\""), UInt8(ascii: "\"")) where at(start + 2) == UInt8(ascii: "\""):
      index += 1
      while index < bytes.count {
        if at(index) == UInt8(ascii: "\""), at(index + 1) == at(index), at(index + 2) == at(index) {
          return index + 3
        }
        index += at(index) == UInt8(ascii: "\\") ? 2 : 1
      }
    case (UInt8(ascii: "\""), _):
      index = start + 1
      while index < bytes.count, at(index) != UInt8(ascii: "\n") {
        if at(index) == UInt8(ascii: "\"") { return index + 1 }
        index += at(index) == UInt8(ascii: "\\") ? 2 : 1
      }
    default: return nil
    }
    return min(index, bytes.count)
  }
}
