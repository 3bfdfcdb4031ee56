/// Goes through the declarations outside of bodies.
struct BodyScanner {
  let code: RawCode
  private let offsets: [Int]
  private let isWhole: Bool
  private var nextOffset = 0
  private(set) var found = FunctionBodies()

  init(_ bytes: UnsafeRawBufferPointer, _ offsets: [Int], isWhole: Bool) {
    code = RawCode(bytes)
    self.offsets = offsets
    self.isWhole = isWhole
  }

  /// What the next brace opens.
  enum Opening {
    case unknown, type, body, getterOrAccessors
  }

  /// Braces in which declarations stand, or accessors.
  struct Frame {
    var holdsAccessors = false
    var opening = Opening.unknown
    /// Open parentheses and square brackets.
    var depth = 0
    /// The type between whose braces it is, by its name; `nil` at top level.
    var owner: NameDigest?
    /// The type that the next brace opens.
    var type = NameDigest.foreign
    /// The function whose body the next brace opens, where its beginning is certain.
    var function: Function?
    /// Whether a declaration may begin here.
    var boundary = Boundary.certain
    /// Where attributes and modifiers began, if nothing else has come since.
    var start: Int?
    /// Something stands before a declaration that may belong to it; until the next brace no beginning is certain.
    var isUnclear = false

    /// Something that is neither an attribute nor a modifier.
    mutating func endRun(isKeyword: Bool = false) {
      if start != nil, !isKeyword { isUnclear = true }
      start = nil
      boundary = .none
    }

    /// Behind a brace.
    mutating func begin() {
      opening = .unknown
      function = nil
      start = nil
      boundary = .certain
      isUnclear = false
    }
  }

  /// What stands before a token that may begin a declaration.
  enum Boundary {
    /// Something on the same line.
    case none
    /// The end of a line, behind which a word that is no keyword may still belong to what came before.
    case line
    /// A brace or a semicolon.
    case certain
  }

  /// The beginning of a function, a computed property or a subscript, with its attributes and modifiers.
  struct Function {
    enum Kind { case function, property, `subscript` }

    var kind: Kind
    var start: Int
    var name: Range<Int>
  }

  /// - Returns: Whether the file could be read.
  mutating func scan() -> Bool {
    var index = code.startAfterScriptLine
    var frames = [Frame()]
    var frame = Frame()
    while index < code.count {
      switch code.kind(at: index) {
      case .plain:
        guard frame.depth == 0, !isWhole else {
          index += 1
          continue
        }
        guard let end = pass(index, &frame) else { return false }
        index = end
      case .word:
        let start = index
        index = code.endOfWord(from: index)
        guard !frame.holdsAccessors else { continue }
        let opening = opening(start..<index)
        if !isWhole, frame.depth == 0 { note(start..<index, isKeyword: opening != nil, &frame) }
        guard let opening else { continue }
        frame.opening = opening
        if !isWhole, opening == .type { frame.type = typeName(behind: start..<index) }
      case .opening:
        frame.endRun()
        frame.depth += 1
        index += 1
      case .closing:
        frame.depth -= 1
        guard frame.depth >= 0 else { return false }
        index += 1
      case .equals:
        frame.endRun()
        // `var a = {`: a closure, whose type may be that of the property.
        if frame.depth == 0 { frame.function = nil }
        if frame.opening == .getterOrAccessors, frame.depth == 0 { frame.opening = .unknown }
        index += 1
      case .comma:
        frame.endRun()
        if frame.depth == 0 { frame.function = nil }
        index += 1
      case .openingBrace:
        let isNested = frame.depth > 0
        let opening = frame.holdsAccessors ? .body : frame.opening
        let hasAccessors = opening == .getterOrAccessors && startsAccessor(index + 1)
        let mayBeFunction =
          opening == .body || opening == .getterOrAccessors && (!hasAccessors || startsGetter(index + 1))
        if !isNested, mayBeFunction, let function = frame.function,
          let end = code.endOfBraces(from: index), leaveOut(function, of: frame.owner, behind: end)
        {
          frame.begin()
          index = end
          continue
        }
        if !isNested, opening == .type || hasAccessors {
          let owner = opening == .type ? frame.type : frame.owner
          frame.begin()
          frames[frames.count - 1] = frame
          frame = Frame(holdsAccessors: hasAccessors)
          frame.owner = owner
          frames.append(frame)
          index += 1
          continue
        }
        guard let end = code.endOfBraces(from: index) else { return false }
        if !isNested {
          let isBody = opening == .body || opening == .getterOrAccessors
          if isBody, isFree(index + 1..<end - 1) { found.add(body: index + 1..<end - 1) }
          frame.begin()
        }
        index = end
      case .closingBrace:
        guard frames.count > 1, frame.depth == 0 else { return false }
        frames.removeLast()
        frame = frames[frames.count - 1]
        index += 1
      case .special:
        guard let end = code.endOfSpecial(at: index) else { return false }
        if code.isComment(at: index) {
          note(comment: index..<end, &frame)
        } else {
          frame.endRun()
        }
        index = end
      }
    }
    return frames.count == 1 && frame.depth == 0
  }

  /// Notes comments and the blanks behind them.
  private mutating func note(comment: Range<Int>, _ frame: inout Frame) {
    guard frame.depth == 0 else { return }
    var end = comment.upperBound
    while end > comment.lowerBound, RawTrivia.isBlank(code.bytes[end - 1]) { end -= 1 }
    let endsLine = code.bytes[end..<comment.upperBound].contains(where: RawTrivia.isNewline)
    if endsLine, frame.start == nil, frame.boundary == .none { frame.boundary = .line }
    // It may be all that keeps two words apart, or two lines.
    let isSeparate = comment.lowerBound == 0 || RawTrivia.isBlank(code.bytes[comment.lowerBound - 1])
    guard isSeparate, endsLine || !code.bytes[comment.lowerBound..<end].contains(where: RawTrivia.isNewline)
    else { return }
    found.add(comment: comment.lowerBound..<end)
  }

  /// Leaves out the function whose last brace stands before `end`.
  /// - Returns: Whether that may be done.
  private mutating func leaveOut(_ function: Function, of owner: NameDigest?, behind end: Int) -> Bool {
    guard mayBeLeftOut(function, behind: end), isFree(function.start..<end) else { return false }
    found.add(function: function.start..<end)
    let name = ArraySlice(code.bytes[function.name])
    switch function.kind {
    case .function: found.unread.insert(function: name, label: label(of: function), of: owner)
    case .property: found.unread.insert(property: name, of: owner)
    // Nobody reads what subscripts are.
    case .subscript: break
    }
    return true
  }

  /// Whether no offset lies in a range, which begins behind all that were asked for before.
  private mutating func isFree(_ range: Range<Int>) -> Bool {
    while nextOffset < offsets.count, offsets[nextOffset] < range.lowerBound { nextOffset += 1 }
    return nextOffset == offsets.count || offsets[nextOffset] >= range.upperBound
  }

  /// What a keyword says of the next brace; `nil` for other words.
  func opening(_ word: Range<Int>) -> Opening? {
    guard word.lowerBound == 0 || code.bytes[word.lowerBound - 1] != UInt8(ascii: ".") else { return nil }
    switch word.count {
    case 3:
      if code.has("var", word) { return isPattern(after: word.upperBound) ? .unknown : .getterOrAccessors }
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

  /// Whether the body is read of the function whose name begins here.
  private func isRead(after start: Int) -> Bool {
    var index = start
    RawTrivia.skip(in: code.bytes, &index)
    guard index < code.count else { return true }
    switch code.bytes[index] {
    case UInt8(ascii: "`"): return true
    case UInt8(ascii: "="): return index + 1 < code.count && code.bytes[index + 1] == UInt8(ascii: "=")
    default: return code.kind(at: index) == .word && code.has("hash", index..<code.endOfWord(from: index))
    }
  }

  /// Whether something else than a plain name stands behind `var`.
  private func isPattern(after start: Int) -> Bool {
    var index = start
    RawTrivia.skip(in: code.bytes, &index)
    return index == code.count || code.kind(at: index) != .word
  }

  /// Whether `get {` begins behind a brace: what has it is computed, and neither suspends nor throws.
  private func startsGetter(_ start: Int) -> Bool {
    var index = start
    RawTrivia.skip(in: code.bytes, &index)
    guard index < code.count, code.kind(at: index) == .word else { return false }
    let word = index..<code.endOfWord(from: index)
    index = word.upperBound
    RawTrivia.skip(in: code.bytes, &index)
    return code.has("get", word) && index < code.count && code.bytes[index] == UInt8(ascii: "{")
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
