/// Raw bytes of a source, read as far as to know which of them are code, and which braces belong together.
struct RawCode {
  /// How deeply literals may be nested in the interpolations of others.
  private static let nestingLimit = 32

  let bytes: UnsafeRawBufferPointer

  init(_ bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

  var count: Int { bytes.count }

  /// What a byte outside of comments and literals may begin.
  enum Kind {
    case plain, word, opening, closing, openingBrace, closingBrace, equals, comma
    /// A comment, a literal or a name in backticks, perhaps.
    case special
  }

  @inline(__always)
  func kind(at index: Int) -> Kind {
    switch bytes[index] {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), 0x80...:
      .word
    case UInt8(ascii: "("), UInt8(ascii: "["): .opening
    case UInt8(ascii: ")"), UInt8(ascii: "]"): .closing
    case UInt8(ascii: "{"): .openingBrace
    case UInt8(ascii: "}"): .closingBrace
    case UInt8(ascii: "="): .equals
    case UInt8(ascii: ","): .comma
    case UInt8(ascii: "/"), UInt8(ascii: "\""), UInt8(ascii: "#"), UInt8(ascii: "`"), UInt8(ascii: "'"):
      .special
    default: .plain
    }
  }

  /// Behind `#!` and what follows it on the first line.
  var startAfterScriptLine: Int {
    guard count >= 2, bytes[0] == UInt8(ascii: "#"), bytes[1] == UInt8(ascii: "!") else { return 0 }
    return bytes.firstIndex { RawTrivia.isNewline($0) } ?? count
  }

  func endOfWord(from start: Int) -> Int {
    var index = start + 1
    while index < count, kind(at: index) == .word { index += 1 }
    return index
  }

  /// Whether a word is spelled so.
  func has(_ text: StaticString, _ word: Range<Int>) -> Bool {
    guard word.count == text.utf8CodeUnitCount else { return false }
    for offset in 0..<word.count where bytes[word.lowerBound + offset] != text.utf8Start[offset] {
      return false
    }
    return true
  }

  /// The place behind the brace that closes the one at `start`; `nil` where that is not certain.
  func endOfBraces(from start: Int) -> Int? {
    var index = start + 1
    var depth = 1
    while index < count {
      switch kind(at: index) {
      case .openingBrace:
        depth += 1
        index += 1
      case .closingBrace:
        depth -= 1
        index += 1
        if depth == 0 { return index }
      case .special:
        guard let end = endOfSpecial(at: index) else { return nil }
        index = end
      default: index += 1
      }
    }
    return nil
  }

  /// The place behind the parenthesis that closes the one at `start`; `nil` where that is not certain.
  func endOfParentheses(from start: Int) -> Int? { endOfInterpolation(from: start, 0) }

  func isComment(at index: Int) -> Bool {
    guard bytes[index] == UInt8(ascii: "/"), index + 1 < count else { return false }
    return bytes[index + 1] == UInt8(ascii: "/") || bytes[index + 1] == UInt8(ascii: "*")
  }

  /// The place behind the comment, the literal or the operator that begins at `start`; `nil` where that is not certain.
  func endOfSpecial(at start: Int, nesting: Int = 0) -> Int? {
    switch bytes[start] {
    case UInt8(ascii: "/"): return endOfSlash(at: start)
    case UInt8(ascii: "\""): return endOfString(from: start, pounds: 0, nesting)
    case UInt8(ascii: "`"):
      var index = start + 1
      while index < count, bytes[index] != UInt8(ascii: "`") {
        guard !RawTrivia.isNewline(bytes[index]) else { return nil }
        index += 1
      }
      return index < count ? index + 1 : nil
    case UInt8(ascii: "#"):
      var index = start
      while index < count, bytes[index] == UInt8(ascii: "#") { index += 1 }
      guard index < count else { return index }
      if bytes[index] == UInt8(ascii: "\"") {
        return endOfString(from: index, pounds: index - start, nesting)
      }
      // A regular expression; the end of a placeholder of an editor.
      return bytes[index] == UInt8(ascii: "/") || bytes[index] == UInt8(ascii: ">") ? nil : index
    default: return nil
    }
  }

  /// Behind a comment, or an operator that no regular expression can begin with.
  private func endOfSlash(at start: Int) -> Int? {
    guard start + 1 < count else { return start + 1 }
    let next = bytes[start + 1]
    if next == UInt8(ascii: "/") || next == UInt8(ascii: "*") {
      var index = start
      RawTrivia.skip(in: bytes, &index)
      return index
    }
    if start > 0, Self.endsOperand(bytes[start - 1]) { return start + 1 }
    if RawTrivia.isNewline(next) || next == UInt8(ascii: " ") || next == UInt8(ascii: "\t") {
      return start + 1
    }
    var index = start + 1
    while index < count, !RawTrivia.isNewline(bytes[index]) {
      if bytes[index] == UInt8(ascii: "/") { return nil }
      index += 1
    }
    return start + 1
  }

  /// Behind a literal whose first quote stands at `start`, behind so many `#`.
  private func endOfString(from start: Int, pounds: Int, _ nesting: Int) -> Int? {
    guard nesting < Self.nestingLimit else { return nil }
    let quote = UInt8(ascii: "\"")
    var index = start + 1
    var isLong = false
    if index + 1 < count, bytes[index] == quote, bytes[index + 1] == quote {
      isLong = true
      index += 2
      // `#"""#` is one quote, and not the beginning of a long one.
      guard pounds == 0 || index < count && RawTrivia.isNewline(bytes[index]) else { return nil }
    }
    while index < count {
      switch bytes[index] {
      case quote:
        let end = index + (isLong ? 3 : 1)
        if end <= count, !isLong || bytes[index + 1] == quote && bytes[index + 2] == quote,
          hasPounds(pounds, at: end)
        {
          return end + pounds
        }
        index += 1
      case UInt8(ascii: "\\"):
        guard hasPounds(pounds, at: index + 1) else {
          index += 1
          continue
        }
        index += 1 + pounds
        guard index < count else { return nil }
        if bytes[index] == UInt8(ascii: "(") {
          guard let end = endOfInterpolation(from: index, nesting + 1) else { return nil }
          index = end
        } else {
          guard isLong || !RawTrivia.isNewline(bytes[index]) else { return nil }
          index += 1
        }
      case let byte:
        guard isLong || !RawTrivia.isNewline(byte) else { return nil }
        index += 1
      }
    }
    return nil
  }

  /// Behind the parenthesis that closes the one at `start`, within a literal.
  private func endOfInterpolation(from start: Int, _ nesting: Int) -> Int? {
    var index = start + 1
    var depth = 1
    while index < count {
      switch bytes[index] {
      case UInt8(ascii: "("):
        depth += 1
        index += 1
      case UInt8(ascii: ")"):
        depth -= 1
        index += 1
        if depth == 0 { return index }
      case UInt8(ascii: "\""), UInt8(ascii: "#"), UInt8(ascii: "/"), UInt8(ascii: "`"), UInt8(ascii: "'"):
        guard let end = endOfSpecial(at: index, nesting: nesting) else { return nil }
        index = end
      default: index += 1
      }
    }
    return nil
  }

  private func hasPounds(_ wanted: Int, at start: Int) -> Bool {
    guard start + wanted <= count else { return false }
    for offset in 0..<wanted where bytes[start + offset] != UInt8(ascii: "#") { return false }
    return true
  }

  /// Whether what stands behind such a byte, with no space between, is an operator and not a literal.
  private static func endsOperand(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"), UInt8(ascii: "\""), UInt8(ascii: "`"),
      0x80...:
      true
    default: RawTrivia.isWord(byte)
    }
  }
}
