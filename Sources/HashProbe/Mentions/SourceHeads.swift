/// What a source seems to declare, read off its raw bytes without parsing it.
///
/// Whatever a parser would find as a declaration is found here too; what only looks like one, as in a comment or a
/// string, is found as well. So a file that is not named here declares nothing of that name.
package struct SourceHeads: Sendable {
  /// The names of types, protocols, aliases, associated types and macros.
  package internal(set) var declared: Set<NameDigest> = []
  /// The names in what extensions extend.
  package internal(set) var extended: Set<NameDigest> = []
  /// Those of them to which an extension adds what stands behind its colon.
  package internal(set) var conformed: Set<NameDigest> = []
  /// The last names of extended types with a dot in them, which may stand for another type than their spelling says.
  package internal(set) var dotted: Set<NameDigest> = []
  /// Which name is declared by mentioning another one.
  package internal(set) var links: Set<Link> = []
  /// The names of protocols, and those of aliases and associated types.
  package internal(set) var protocols: Set<NameDigest> = []
  package internal(set) var aliases: Set<NameDigest> = []
  /// A macro may be declared that adds conformances.
  package internal(set) var mayDeclareMacro = false
  /// The names of functions.
  package internal(set) var functions: Set<NameDigest> = []
  /// The names around the parameters of `==`.
  package internal(set) var compared: Set<NameDigest> = []
  /// Too odd to be read this way: it may declare anything.
  package internal(set) var isUnclear = false

  /// What is said of a file that cannot be read this way.
  package static var unclear: SourceHeads {
    var heads = SourceHeads(declared: [])
    heads.isUnclear = true
    return heads
  }

  /// `typealias name = mentioned`, `protocol name: mentioned`, `struct name: mentioned`.
  package struct Link: Hashable, Sendable {
    package enum Kind: Sendable { case alias, `protocol`, other }

    package var mentioned: NameDigest
    package var name: NameDigest
    package var kind: Kind

    package init(mentioned: NameDigest, name: NameDigest, kind: Kind) {
      self.mentioned = mentioned
      self.name = name
      self.kind = kind
    }
  }

  /// - Complexity: O(*n*) for *n* bytes.
  package init(_ bytes: UnsafeRawBufferPointer) {
    var scanner = HeadScanner(bytes)
    scanner.scan()
    self = scanner.heads
  }
}

/// Goes from one keyword to the next.
private struct HeadScanner {
  private let bytes: UnsafeRawBufferPointer
  var heads: SourceHeads

  /// A head is not longer than this.
  private static let limit = 1 << 14

  init(_ bytes: UnsafeRawBufferPointer) {
    self.bytes = bytes
    heads = SourceHeads(declared: [])
  }

  private enum Keyword {
    case type, `class`, `protocol`, alias, `extension`, macro, function
  }

  mutating func scan() {
    var index = 0
    while index < bytes.count, !heads.isUnclear {
      guard RawTrivia.isWord(bytes[index]) else {
        index += 1
        continue
      }
      let start = index
      while index < bytes.count, RawTrivia.isWord(bytes[index]) { index += 1 }
      if let keyword = keyword(start..<index) { read(keyword, from: index) }
    }
  }

  private func keyword(_ word: Range<Int>) -> Keyword? {
    switch word.count {
    case 4:
      if matches(word, "func") { return .function }
      return matches(word, "enum") ? .type : nil
    case 5:
      if matches(word, "class") { return .class }
      if matches(word, "macro") { return .macro }
      return matches(word, "actor") ? .type : nil
    case 6: return matches(word, "struct") ? .type : nil
    case 8: return matches(word, "protocol") ? .protocol : nil
    case 9:
      if matches(word, "extension") { return .extension }
      return matches(word, "typealias") ? .alias : nil
    case 14: return matches(word, "associatedtype") ? .alias : nil
    default: return nil
    }
  }

  private func matches(_ word: Range<Int>, _ text: StaticString) -> Bool {
    guard bytes[word.lowerBound] == text.utf8Start.pointee else { return false }
    for offset in 1..<text.utf8CodeUnitCount where bytes[word.lowerBound + offset] != text.utf8Start[offset] {
      return false
    }
    return true
  }

  private mutating func read(_ keyword: Keyword, from start: Int) {
    var index = start
    skipTrivia(&index)
    if keyword == .extension {
      readExtension(from: index)
      return
    }
    guard let name = identifier(&index) else {
      if keyword == .function { readComparison(from: index) }
      return
    }
    switch keyword {
    case .function: heads.functions.insert(name)
    case .macro:
      heads.declared.insert(name)
      heads.mayDeclareMacro = true
    case .alias, .type, .class, .protocol:
      heads.declared.insert(name)
      if keyword == .alias { heads.aliases.insert(name) }
      if keyword == .protocol { heads.protocols.insert(name) }
      let kind: SourceHeads.Link.Kind = keyword == .alias ? .alias : keyword == .protocol ? .protocol : .other
      forEachName(from: index, mayHoldClass: keyword == .protocol) { heads, mentioned in
        heads.links.insert(.init(mentioned: mentioned, name: name, kind: kind))
      }
    case .extension: break
    }
  }

  /// `extension Outer.Inner<Int>: Parent where …`: the names of what is extended, then the others.
  private mutating func readExtension(from start: Int) {
    var index = start
    var depth = 0
    var names: [NameDigest] = []
    var last: NameDigest?
    var isDotted = false
    extended: while index < bytes.count, index - start < Self.limit {
      skipTrivia(&index)
      guard index < bytes.count else { break }
      let wordStart = index
      if let name = identifier(&index) {
        if matches(wordStart..<index, "where", count: 5) { break }
        names.append(name)
        if depth == 0 { last = name }
        continue
      }
      switch bytes[index] {
      case UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: ";"): break extended
      case UInt8(ascii: ":") where depth == 0: break extended
      case UInt8(ascii: "["):
        names += [NameDigest("Array"), NameDigest("Dictionary"), NameDigest("InlineArray")]
        depth += 1
      case UInt8(ascii: "?"), UInt8(ascii: "!"): names.append(NameDigest("Optional"))
      case UInt8(ascii: "("), UInt8(ascii: "<"): depth += 1
      case UInt8(ascii: ")"), UInt8(ascii: "]"): depth -= 1
      case UInt8(ascii: ">") where index > 0 && bytes[index - 1] != UInt8(ascii: "-"): depth -= 1
      case UInt8(ascii: ".") where depth == 0: isDotted = true
      default: break
      }
      index += 1
    }
    if index - start >= Self.limit { heads.isUnclear = true }
    heads.extended.formUnion(names)
    if index < bytes.count, bytes[index] == UInt8(ascii: ":") { heads.conformed.formUnion(names) }
    if isDotted, let last { heads.dotted.insert(last) }
    let own = Set(names)
    forEachName(from: index, mayHoldClass: false) { heads, mentioned in
      for name in own { heads.links.insert(.init(mentioned: mentioned, name: name, kind: .other)) }
    }
  }

  /// `func == (left: A, right: B)`.
  private mutating func readComparison(from start: Int) {
    guard start + 1 < bytes.count, bytes[start] == UInt8(ascii: "="), bytes[start + 1] == UInt8(ascii: "=")
    else { return }
    forEachName(from: start + 2, mayHoldClass: false) { heads, name in heads.compared.insert(name) }
  }

  /// The names from here to where a head must be over.
  private mutating func forEachName(
    from start: Int, mayHoldClass: Bool, _ body: (inout SourceHeads, NameDigest) -> Void
  ) {
    var index = start
    while index < bytes.count {
      guard index - start < Self.limit else {
        heads.isUnclear = true
        return
      }
      skipTrivia(&index)
      guard index < bytes.count else { return }
      let wordStart = index
      if let name = identifier(&index) {
        if isEnd(wordStart..<index, mayHoldClass: mayHoldClass) { return }
        body(&heads, name)
        continue
      }
      switch bytes[index] {
      case UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: ";"): return
      default: index += 1
      }
    }
  }

  /// Words that can stand in no head behind its name, so that the next declaration has begun.
  private func isEnd(_ word: Range<Int>, mayHoldClass: Bool) -> Bool {
    switch word.count {
    case 2: matches(word, "if")
    case 3: matches(word, "var") || matches(word, "let") || matches(word, "for")
    case 4: matches(word, "func") || matches(word, "enum") || matches(word, "case") || matches(word, "init")
    case 5: !mayHoldClass && matches(word, "class") || matches(word, "while") || matches(word, "guard")
    case 6:
      matches(word, "struct") || matches(word, "import") || matches(word, "public")
        || matches(word, "static") || matches(word, "return") || matches(word, "switch")
    case 7: matches(word, "private")
    case 8: matches(word, "protocol") || matches(word, "internal")
    case 9: matches(word, "extension") || matches(word, "typealias")
    default: false
    }
  }

  private func matches(_ word: Range<Int>, _ text: StaticString, count: Int) -> Bool {
    word.count == count && matches(word, text)
  }

  /// The identifier at `index`, backticks taken off.
  ///
  /// A byte outside of ASCII belongs to it, or is one of the strange spaces that end it: only a parser can tell.
  private mutating func identifier(_ index: inout Int) -> NameDigest? {
    guard index < bytes.count else { return nil }
    if bytes[index] == UInt8(ascii: "`") {
      let start = index + 1
      var end = start
      while end < bytes.count, bytes[end] != UInt8(ascii: "`"), bytes[end] != UInt8(ascii: "\n") { end += 1 }
      guard end < bytes.count, bytes[end] == UInt8(ascii: "`"), end > start else { return nil }
      index = end + 1
      return NameDigest(bytes[start..<end])
    }
    let start = index
    while index < bytes.count, RawTrivia.isWord(bytes[index]) { index += 1 }
    if index < bytes.count, bytes[index] >= 0x80 {
      heads.isUnclear = true
      while index < bytes.count, bytes[index] >= 0x80 || RawTrivia.isWord(bytes[index]) { index += 1 }
    }
    return index == start ? nil : NameDigest(bytes[start..<index])
  }

  private func skipTrivia(_ index: inout Int) { RawTrivia.skip(in: bytes, &index) }
}

extension SourceHeads {
  fileprivate init(declared: Set<NameDigest>) { self.declared = declared }
}
