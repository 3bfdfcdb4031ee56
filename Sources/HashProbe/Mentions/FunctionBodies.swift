/// The bodies of functions and getters in a source, found on its raw bytes.
///
/// What a file declares stands outside of them, and most of its tokens inside; with blanks in their place a parser has
/// less than half of the work. A body is found by its head: behind `func`, `init`, `deinit`, `subscript` and `var` the
/// next brace that no parenthesis holds. All other braces that do not open a type are passed over as they are.
///
/// Whatever cannot be read for certain on bytes (a regular expression, a string without an end, braces that do not
/// match) makes the whole file be left alone.
package enum FunctionBodies {
  /// What lies between the braces, in ascending order and without overlap.
  ///
  /// The bodies that say what a type hashes and compares by (`hash(into:)`, `==`, `encode(to:)`, `hashValue`,
  /// `rawValue`) are left out, since they are read.
  /// - Parameter offsets: A body that holds one of these, which ascend, is left out.
  /// - Complexity: O(*n*) for *n* bytes.
  package static func ranges(in bytes: UnsafeRawBufferPointer, without offsets: [Int]) -> [Range<Int>] {
    var scanner = BodyScanner(bytes, offsets)
    return scanner.scan() ? scanner.bodies : []
  }
}

/// Goes through the declarations outside of bodies.
private struct BodyScanner {
  private let code: RawCode
  private let offsets: [Int]
  private var nextOffset = 0
  private(set) var bodies: [Range<Int>] = []

  init(_ bytes: UnsafeRawBufferPointer, _ offsets: [Int]) {
    code = RawCode(bytes)
    self.offsets = offsets
  }

  /// What the next brace opens.
  private enum Opening {
    case unknown, type, body, getterOrAccessors
  }

  /// Braces in which declarations stand, or accessors.
  private struct Frame {
    var holdsAccessors = false
    var opening = Opening.unknown
    /// Open parentheses and square brackets.
    var depth = 0
  }

  /// - Returns: Whether the file could be read.
  mutating func scan() -> Bool {
    var index = code.startAfterScriptLine
    var frames = [Frame()]
    var frame = Frame()
    while index < code.count {
      switch code.kind(at: index) {
      case .plain: index += 1
      case .word:
        let start = index
        index = code.endOfWord(from: index)
        if !frame.holdsAccessors, let opening = opening(start..<index) { frame.opening = opening }
      case .opening:
        frame.depth += 1
        index += 1
      case .closing:
        frame.depth -= 1
        guard frame.depth >= 0 else { return false }
        index += 1
      case .equals:
        // `var a = {`: a closure, whose type may be that of the property.
        if frame.opening == .getterOrAccessors, frame.depth == 0 { frame.opening = .unknown }
        index += 1
      case .comma:
        index += 1
        // `var a: Int { 1 }, rawValue: Int { 2 }`
        if frame.opening == .getterOrAccessors, frame.depth == 0, isRead(after: index) {
          frame.opening = .unknown
        }
      case .openingBrace:
        let isNested = frame.depth > 0
        let opening = frame.holdsAccessors ? .body : frame.opening
        if !isNested, opening == .type || opening == .getterOrAccessors && startsAccessor(index + 1) {
          frame.opening = .unknown
          frames[frames.count - 1] = frame
          frame = Frame(holdsAccessors: opening == .getterOrAccessors)
          frames.append(frame)
          index += 1
          continue
        }
        guard let end = code.endOfBraces(from: index) else { return false }
        if !isNested {
          if opening == .body || opening == .getterOrAccessors { add(index + 1..<end - 1) }
          frame.opening = .unknown
        }
        index = end
      case .closingBrace:
        guard frames.count > 1, frame.depth == 0 else { return false }
        frames.removeLast()
        frame = frames[frames.count - 1]
        index += 1
      case .special:
        guard let end = code.endOfSpecial(at: index) else { return false }
        index = end
      }
    }
    return frames.count == 1 && frame.depth == 0
  }

  private mutating func add(_ body: Range<Int>) {
    while nextOffset < offsets.count, offsets[nextOffset] < body.lowerBound { nextOffset += 1 }
    if nextOffset < offsets.count, offsets[nextOffset] < body.upperBound { return }
    if !body.isEmpty { bodies.append(body) }
  }

  /// What a keyword says of the next brace; `nil` for other words.
  private func opening(_ word: Range<Int>) -> Opening? {
    guard word.lowerBound == 0 || code.bytes[word.lowerBound - 1] != UInt8(ascii: ".") else { return nil }
    switch word.count {
    case 3:
      if code.has("var", word) { return isRead(after: word.upperBound) ? .unknown : .getterOrAccessors }
      return code.has("let", word) ? .unknown : nil
    case 4:
      if code.has("func", word) { return isRead(after: word.upperBound) ? .unknown : .body }
      if code.has("init", word) { return .body }
      if code.has("enum", word) { return .type }
      return code.has("case", word) ? .unknown : nil
    case 5:
      if code.has("class", word) || code.has("actor", word) { return .type }
      return code.has("macro", word) ? .unknown : nil
    case 6:
      if code.has("struct", word) { return .type }
      if code.has("deinit", word) { return .body }
      return code.has("import", word) ? .unknown : nil
    case 8:
      if code.has("protocol", word) { return .type }
      return code.has("operator", word) ? .unknown : nil
    case 9:
      if code.has("extension", word) { return .type }
      if code.has("subscript", word) { return .getterOrAccessors }
      return code.has("typealias", word) ? .unknown : nil
    case 14: return code.has("associatedtype", word) ? .unknown : nil
    case 15: return code.has("precedencegroup", word) ? .unknown : nil
    default: return nil
    }
  }

  /// Whether the body is read of what has the name that begins here.
  private func isRead(after start: Int) -> Bool {
    var index = start
    RawTrivia.skip(in: code.bytes, &index)
    guard index < code.count else { return true }
    guard RawTrivia.isWord(code.bytes[index]) else {
      // `==`, names in backticks, patterns; other operators are passed over as well.
      return code.bytes[index] < 0x80
    }
    let name = index..<code.endOfWord(from: index)
    switch name.count {
    case 4: return code.has("hash", name)
    case 6: return code.has("encode", name)
    case 8: return code.has("rawValue", name)
    case 9: return code.has("hashValue", name)
    default: return false
    }
  }

  /// Whether an accessor begins behind a brace, rather than the statements of a getter.
  private func startsAccessor(_ start: Int) -> Bool {
    var index = start
    RawTrivia.skip(in: code.bytes, &index)
    guard index < code.count else { return true }
    guard RawTrivia.isWord(code.bytes[index]) else {
      // Attributes, `#if`.
      return code.bytes[index] == UInt8(ascii: "@") || code.bytes[index] == UInt8(ascii: "#")
    }
    let word = index..<code.endOfWord(from: index)
    return Self.accessors.contains { code.has($0, word) }
  }

  private static let accessors: [StaticString] = [
    "get", "set", "willSet", "didSet", "init", "mutating", "nonmutating", "_read", "_modify", "read",
    "modify",
    "unsafeAddress", "unsafeMutableAddress", "borrow", "mutate", "yielding",
  ]
}
