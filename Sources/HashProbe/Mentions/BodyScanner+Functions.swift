/// Where whole functions, computed properties and subscripts begin and end.
extension BodyScanner {
  /// Passes over a byte that is no part of a word, or over an attribute.
  /// - Returns: Where to go on; `nil` where that is not certain.
  func pass(_ index: Int, _ frame: inout Frame) -> Int? {
    switch code.bytes[index] {
    case UInt8(ascii: " "), UInt8(ascii: "\t"): break
    case UInt8(ascii: "\n"), UInt8(ascii: "\r"):
      if frame.start == nil, frame.boundary == .none { frame.boundary = .line }
    case UInt8(ascii: ";"):
      frame.endRun()
      frame.boundary = .certain
    case UInt8(ascii: "@"):
      guard frame.start != nil || frame.boundary != .none else { break }
      frame.start = frame.start ?? index
      return endOfAttribute(from: index + 1, &frame)
    default: frame.endRun()
    }
    return index + 1
  }

  /// Behind `@Module.Name(arguments)`, whose `@` stands before `start`; `nil` where that is not certain.
  private func endOfAttribute(from start: Int, _ frame: inout Frame) -> Int? {
    var index = start
    while index < code.count, code.kind(at: index) == .word || code.bytes[index] == UInt8(ascii: ".") {
      index += 1
    }
    var next = index
    while next < code.count, code.bytes[next] == UInt8(ascii: " ") { next += 1 }
    guard next < code.count else { return index }
    if code.bytes[next] == UInt8(ascii: "(") { return code.endOfParentheses(from: next) }
    if code.bytes[next] == UInt8(ascii: "<") { frame.endRun() }
    return index
  }

  /// Notes what a word at top level of a frame says of where a declaration begins.
  func note(_ word: Range<Int>, isKeyword: Bool, _ frame: inout Frame) {
    if let kind = Self.kind(word, code) {
      let start = frame.start ?? (frame.boundary == .none ? nil : word.lowerBound)
      frame.function =
        frame.isUnclear ? nil : start.map { Function(kind: kind, start: $0, name: nameRange(of: word)) }
      frame.endRun(isKeyword: true)
      return
    }
    let isReserved = Self.reservedModifiers.contains { code.has($0, word) }
    if isReserved || isOtherModifier(word) {
      if frame.start != nil { return }
      if frame.boundary == .certain || frame.boundary == .line && (isReserved || isModifying(word)) {
        frame.start = word.lowerBound
        return
      }
    }
    if isKeyword { frame.function = nil }
    frame.endRun(isKeyword: isKeyword)
  }

  private func isOtherModifier(_ word: Range<Int>) -> Bool {
    Self.otherModifiers.contains { code.has($0, word) }
  }

  /// Whether a word that may be a name modifies what follows on the same line, such as `override func`.
  private func isModifying(_ word: Range<Int>) -> Bool {
    var word = word
    while true {
      var index = word.upperBound
      while index < code.count, code.bytes[index] == UInt8(ascii: " ") { index += 1 }
      guard index > word.upperBound, index < code.count, code.kind(at: index) == .word else { return false }
      word = index..<code.endOfWord(from: index)
      if opening(word) != nil || Self.reservedModifiers.contains(where: { code.has($0, word) }) {
        return true
      }
      guard isOtherModifier(word) else { return false }
    }
  }

  /// The last name of what is declared or extended; `foreign` where that is no plain name.
  func typeName(behind keyword: Range<Int>) -> NameDigest {
    var index = keyword.upperBound
    RawTrivia.skip(in: code.bytes, &index)
    var name: Range<Int>?
    while index < code.count, code.kind(at: index) == .word {
      let word = index..<code.endOfWord(from: index)
      name = word
      index = word.upperBound
      guard index < code.count, code.bytes[index] == UInt8(ascii: ".") else { break }
      index += 1
    }
    guard let name, index >= name.upperBound else { return .foreign }
    // `extension A<B>.C`
    if code.has("extension", keyword), index < code.count, code.bytes[index] == UInt8(ascii: "<") {
      return .foreign
    }
    return NameDigest(code.bytes[name])
  }

  private static func kind(_ word: Range<Int>, _ code: RawCode) -> Function.Kind? {
    switch word.count {
    case 3: code.has("var", word) ? .property : nil
    case 4: code.has("func", word) || code.has("init", word) ? .function : nil
    case 9: code.has("subscript", word) ? .subscript : nil
    default: nil
    }
  }

  private static let reservedModifiers: [StaticString] = [
    "public", "private", "static", "internal", "fileprivate", "class",
  ]
  /// Words that are names elsewhere.
  private static let otherModifiers: [StaticString] = [
    "override", "final", "mutating", "open", "package", "required", "convenience", "nonisolated",
    "nonmutating",
    "dynamic", "consuming", "borrowing", "optional", "distributed", "isolated",
  ]

  /// The name behind `func` or `var`; `init` and `subscript` are their own.
  private func nameRange(of word: Range<Int>) -> Range<Int> {
    if code.has("init", word) || code.has("subscript", word) { return word }
    var index = word.upperBound
    RawTrivia.skip(in: code.bytes, &index)
    return index..<(index < code.count && code.kind(at: index) == .word ? code.endOfWord(from: index) : index)
  }

  /// The first argument label; `nil` where there is none, or where generic parameters come first.
  func label(of function: Function) -> ArraySlice<UInt8>? {
    var index = function.name.upperBound
    if index < code.count, [UInt8(ascii: "?"), UInt8(ascii: "!")].contains(code.bytes[index]) { index += 1 }
    RawTrivia.skip(in: code.bytes, &index)
    guard index < code.count, code.bytes[index] == UInt8(ascii: "(") else { return nil }
    index += 1
    RawTrivia.skip(in: code.bytes, &index)
    guard index < code.count, code.kind(at: index) == .word else { return nil }
    return ArraySlice(code.bytes[index..<code.endOfWord(from: index)])
  }

  /// Whether a function ends its line, and is none that is asked for without its name.
  func mayBeLeftOut(_ function: Function, behind end: Int) -> Bool {
    guard !function.name.isEmpty else { return false }
    var index = end
    while index < code.count, [UInt8(ascii: " "), UInt8(ascii: "\t")].contains(code.bytes[index]) {
      index += 1
    }
    if index < code.count {
      switch code.bytes[index] {
      case UInt8(ascii: "\n"), UInt8(ascii: "\r"), UInt8(ascii: "}"): break
      case UInt8(ascii: "/"):
        guard code.isComment(at: index) else { return false }
      default: return false
      }
    }
    if code.has("init", function.name) {
      let label = label(of: function)
      return label.map { !$0.elementsEqual("from".utf8) && !$0.elementsEqual("rawValue".utf8) } ?? true
    }
    return !Self.asked.contains(NameDigest(code.bytes[function.name]))
  }

  /// What conformances, associated types of the standard library and suggestions are read from.
  private static let asked = Set(
    WitnessNames.ofStandardLibrary.union(IdentifyingProperties.names)
      .union(["isEqual", "encode", "hashValue"]).map { NameDigest($0) })
}
