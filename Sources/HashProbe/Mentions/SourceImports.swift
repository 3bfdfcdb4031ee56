/// The modules that a source imports, read off its first lines without parsing it.
package struct SourceImports: Sendable {
  package private(set) var modules: Set<String> = []
  /// There may be more of them further down, or something here is too odd: only a parser can tell.
  package private(set) var isUnclear = false

  /// - Complexity: O(*n*) for *n* bytes.
  package init(_ bytes: UnsafeRawBufferPointer) {
    var reader = ImportReader(bytes)
    while let module = reader.next() { modules.insert(module) }
    isUnclear = reader.mayHoldMore
  }
}

/// Goes from one import to the next, and stops at the first thing that is none.
private struct ImportReader {
  private let bytes: UnsafeRawBufferPointer
  private var index = 0

  init(_ bytes: UnsafeRawBufferPointer) {
    self.bytes = bytes
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { index = 3 }
    if index + 1 < bytes.count, bytes[index] == UInt8(ascii: "#"), bytes[index + 1] == UInt8(ascii: "!") {
      skipLine()
    }
  }

  private static let modifiers: Set<String> = [
    "public", "internal", "private", "fileprivate", "package", "open",
  ]
  private static let kinds: Set<String> = [
    "struct", "func", "class", "enum", "typealias", "protocol", "let", "var", "actor",
  ]

  /// The module of the next import; `nil` where something else begins, at which `index` is left.
  mutating func next() -> String? {
    while true {
      skipTrivia()
      let start = index
      guard index < bytes.count else { return nil }
      switch bytes[index] {
      case UInt8(ascii: "#"):
        guard isCondition() else { return nil }
        skipLine()
      case UInt8(ascii: ";"): index += 1
      case UInt8(ascii: "@"):
        guard skipAttribute() else {
          index = start
          return nil
        }
      default:
        guard let word = word() else { return nil }
        if Self.modifiers.contains(word) { continue }
        guard word == "import", let module = module() else {
          index = start
          return nil
        }
        return module
      }
    }
  }

  /// Whether the word stands anywhere behind the point that was reached, lines that are comments aside.
  var mayHoldMore: Bool {
    var line = index
    var position = index
    while position < bytes.count {
      switch bytes[position] {
      case UInt8(ascii: "\n"), UInt8(ascii: "\r"): line = position + 1
      case UInt8(ascii: "i") where isImport(at: position) && !isComment(line): return true
      default: break
      }
      position += 1
    }
    return false
  }

  private func isImport(at position: Int) -> Bool {
    let end = position + 6
    guard end <= bytes.count, bytes[position..<end].elementsEqual("import".utf8) else { return false }
    return (position == 0 || !isWord(bytes[position - 1])) && (end == bytes.count || !isWord(bytes[end]))
  }

  /// Whether `//` opens a line: it holds no import, be it in a longer comment or in a string.
  private func isComment(_ line: Int) -> Bool {
    var start = line
    while start < bytes.count, bytes[start] == UInt8(ascii: " ") || bytes[start] == UInt8(ascii: "\t") {
      start += 1
    }
    return start + 1 < bytes.count && bytes[start] == UInt8(ascii: "/")
      && bytes[start + 1] == UInt8(ascii: "/")
  }

  /// `import Module`, `import struct Module.Name`.
  private mutating func module() -> String? {
    skipTrivia()
    guard var name = word() else { return nil }
    if Self.kinds.contains(name) {
      skipTrivia()
      guard let module = word() else { return nil }
      name = module
    }
    while index < bytes.count, bytes[index] == UInt8(ascii: ".") {
      index += 1
      guard word() != nil else { return nil }
    }
    return name
  }

  private func isCondition() -> Bool {
    ["#if", "#elseif", "#else", "#endif"].contains { text in
      let end = index + text.utf8.count
      return end <= bytes.count && bytes[index..<end].elementsEqual(text.utf8)
        && (end == bytes.count || !isWord(bytes[end]))
    }
  }

  /// `@name`, `@name(…)` without a string in it.
  private mutating func skipAttribute() -> Bool {
    index += 1
    guard word() != nil else { return false }
    guard index < bytes.count, bytes[index] == UInt8(ascii: "(") else { return true }
    while index < bytes.count, bytes[index] != UInt8(ascii: ")") {
      if bytes[index] == UInt8(ascii: "\"") { return false }
      index += 1
    }
    index = min(index + 1, bytes.count)
    return true
  }

  private mutating func word() -> String? {
    let isQuoted = index < bytes.count && bytes[index] == UInt8(ascii: "`")
    let start = isQuoted ? index + 1 : index
    var end = start
    while end < bytes.count, isWord(bytes[end]) { end += 1 }
    guard end > start else { return nil }
    if isQuoted {
      guard end < bytes.count, bytes[end] == UInt8(ascii: "`") else { return nil }
    }
    index = isQuoted ? end + 1 : end
    return String(decoding: bytes[start..<end], as: UTF8.self)
  }

  private mutating func skipLine() {
    while index < bytes.count, bytes[index] != UInt8(ascii: "\n"), bytes[index] != UInt8(ascii: "\r") {
      index += 1
    }
  }

  private mutating func skipTrivia() { RawTrivia.skip(in: bytes, &index) }

  private func isWord(_ byte: UInt8) -> Bool { RawTrivia.isWord(byte) || byte >= 0x80 }
}
