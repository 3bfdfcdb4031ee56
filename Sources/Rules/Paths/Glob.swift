/// A wildcard pattern over the bytes of a path, as git reads it: `*` and `?` stop at a slash, `**` does not.
///
/// Matching goes forward and comes back to the newest star only, and from there to the newest double star: an earlier
/// one can gain nothing, so a pattern of many stars cannot make it exponential.
struct Glob: Hashable, Sendable {
  private var tokens: [Token] = []

  private enum Token: Hashable, Sendable {
    case byte(UInt8)
    /// `?`: one byte that is no slash.
    case any
    /// `[a-z]`, `[!a]`: one byte that is no slash.
    case set(ByteSet)
    /// `*`: any bytes without a slash.
    case star
    /// `**/`: nothing, or anything that ends with a slash.
    case directories
    /// `**` at the end: anything.
    case everything
  }

  /// `nil` for a pattern that can match nothing, such as one that ends in a lone backslash or an open bracket.
  init?(_ pattern: some Sequence<UInt8>) {
    let text = Array(pattern)
    var position = 0
    while position < text.count {
      switch text[position] {
      case UInt8(ascii: "\\"):
        guard position + 1 < text.count else { return nil }
        tokens.append(.byte(text[position + 1]))
        position += 2
      case UInt8(ascii: "?"):
        tokens.append(.any)
        position += 1
      case UInt8(ascii: "["):
        guard let (set, end) = ByteSet.parse(text, from: position) else { return nil }
        tokens.append(.set(set))
        position = end
      case UInt8(ascii: "*"):
        let start = position
        while position < text.count, text[position] == UInt8(ascii: "*") { position += 1 }
        let opensPart = start == 0 || text[start - 1] == UInt8(ascii: "/")
        if position - start >= 2, opensPart, position == text.count {
          tokens.append(.everything)
        } else if position - start >= 2, opensPart, text[position] == UInt8(ascii: "/") {
          if tokens.last != .directories { tokens.append(.directories) }
          position += 1
        } else if tokens.last != .star {
          tokens.append(.star)
        }
      case let byte:
        tokens.append(.byte(byte))
        position += 1
      }
    }
  }

  /// The bytes it stands for, when it has no wildcard.
  var literal: [UInt8]? { Self.literal(tokens[...]) }

  /// The bytes behind a star that is its only wildcard and its first token.
  var literalSuffix: [UInt8]? { tokens.first == .star ? Self.literal(tokens.dropFirst()) : nil }

  private static func literal(_ tokens: ArraySlice<Token>) -> [UInt8]? {
    var bytes: [UInt8] = []
    for token in tokens {
      guard case .byte(let byte) = token else { return nil }
      bytes.append(byte)
    }
    return bytes
  }

  /// - Complexity: O(*n* × *m*) for *n* bytes and *m* tokens.
  func matches(_ path: [UInt8]) -> Bool {
    var token = 0
    var byte = 0
    /// Where to go on when the newest star, or the newest double star, takes one byte, or one folder, more.
    var star: (token: Int, byte: Int)?
    var directories: (token: Int, byte: Int)?
    while true {
      if token == tokens.count, byte == path.count { return true }
      if token < tokens.count {
        switch tokens[token] {
        case .everything: return byte < path.count || token == 0
        case .star:
          star = (token + 1, byte)
          token += 1
          continue
        case .directories:
          directories = (token + 1, byte)
          star = nil
          token += 1
          continue
        case .byte(let wanted):
          if byte < path.count, path[byte] == wanted {
            (token, byte) = (token + 1, byte + 1)
            continue
          }
        case .any:
          if byte < path.count, path[byte] != UInt8(ascii: "/") {
            (token, byte) = (token + 1, byte + 1)
            continue
          }
        case .set(let set):
          if byte < path.count, path[byte] != UInt8(ascii: "/"), set.contains(path[byte]) {
            (token, byte) = (token + 1, byte + 1)
            continue
          }
        }
      }
      if let newest = star, newest.byte < path.count, path[newest.byte] != UInt8(ascii: "/") {
        star = (newest.token, newest.byte + 1)
        (token, byte) = (newest.token, newest.byte + 1)
      } else if let newest = directories,
        let slash = path[newest.byte...].firstIndex(of: UInt8(ascii: "/"))
      {
        directories = (newest.token, slash + 1)
        star = nil
        (token, byte) = (newest.token, slash + 1)
      } else {
        return false
      }
    }
  }
}

/// The bytes that a bracket expression of a glob names.
struct ByteSet: Hashable, Sendable {
  /// One bit a byte value.
  private var bits: SIMD4<UInt64> = .zero

  func contains(_ byte: UInt8) -> Bool { bits[Int(byte >> 6)] & (1 << UInt64(byte & 63)) != 0 }

  private mutating func insert(_ bytes: ClosedRange<UInt8>) {
    for byte in bytes { bits[Int(byte >> 6)] |= 1 << UInt64(byte & 63) }
  }

  /// Reads `[…]` from its opening bracket; `nil` when it does not close.
  static func parse(_ text: [UInt8], from start: Int) -> (set: ByteSet, end: Int)? {
    var position = start + 1
    func byte(at position: Int) -> UInt8? { position < text.count ? text[position] : nil }
    let isNegated = byte(at: position) == UInt8(ascii: "!") || byte(at: position) == UInt8(ascii: "^")
    if isNegated { position += 1 }
    var set = ByteSet()
    var isFirst = true
    while let current = byte(at: position), isFirst || current != UInt8(ascii: "]") {
      isFirst = false
      if current == UInt8(ascii: "["), byte(at: position + 1) == UInt8(ascii: ":"),
        let (ranges, end) = namedClass(text, from: position)
      {
        ranges.forEach { set.insert($0) }
        position = end
        continue
      }
      guard let low = member(text, &position) else { return nil }
      if byte(at: position) == UInt8(ascii: "-"), let next = byte(at: position + 1), next != UInt8(ascii: "]")
      {
        position += 1
        guard let high = member(text, &position) else { return nil }
        if low <= high { set.insert(low...high) }
      } else {
        set.insert(low...low)
      }
    }
    guard byte(at: position) == UInt8(ascii: "]") else { return nil }
    if isNegated { set.bits = ~set.bits }
    return (set, position + 1)
  }

  /// One byte of a set, a backslash in front of it passed over.
  private static func member(_ text: [UInt8], _ position: inout Int) -> UInt8? {
    if position < text.count, text[position] == UInt8(ascii: "\\") { position += 1 }
    guard position < text.count else { return nil }
    defer { position += 1 }
    return text[position]
  }

  /// `[:alpha:]` and its like.
  private static func namedClass(_ text: [UInt8], from start: Int) -> (
    ranges: [ClosedRange<UInt8>], end: Int
  )? {
    let name = text[(start + 2)...].prefix { $0 != UInt8(ascii: ":") }
    let end = name.endIndex + 2
    guard end <= text.count, text[end - 1] == UInt8(ascii: "]"),
      let ranges = classes[String(decoding: name, as: UTF8.self)]
    else { return nil }
    return (ranges, end)
  }

  private static let classes: [String: [ClosedRange<UInt8>]] = {
    func range(_ low: Unicode.Scalar, _ high: Unicode.Scalar) -> ClosedRange<UInt8> {
      UInt8(ascii: low)...UInt8(ascii: high)
    }
    let (digit, upper, lower) = (range("0", "9"), range("A", "Z"), range("a", "z"))
    return [
      "digit": [digit], "upper": [upper], "lower": [lower], "alpha": [upper, lower],
      "alnum": [digit, upper, lower], "xdigit": [digit, range("A", "F"), range("a", "f")],
      "space": [9...13, 32...32], "blank": [9...9, 32...32], "cntrl": [0...31, 127...127],
      "print": [32...126], "graph": [33...126], "punct": [33...47, 58...64, 91...96, 123...126],
    ]
  }()
}
