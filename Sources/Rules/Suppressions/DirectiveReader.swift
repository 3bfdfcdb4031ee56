import SwiftSyntax

/// Finds the directives among a file's comments.
///
/// A line comment or a block comment is one when it begins with `recache:` and a letter behind it. Documentation
/// comments are none, since they show code to people; neither is text in a string, which is no comment.
struct DirectiveReader {
  private(set) var directives: [Directive] = []
  private(set) var unknown: [UnknownDirective] = []
  private let file: SourceFile
  private lazy var lines = DirectiveLines(file)

  init(_ file: SourceFile) {
    self.file = file
    guard DirectiveWord.occurs(in: file.bytes) else { return }
    for token in file.tree.tokens(viewMode: .sourceAccurate) {
      read(token.leadingTrivia, at: token.position.utf8Offset)
      read(token.trailingTrivia, at: token.endOffset)
    }
  }

  private mutating func read(_ trivia: Trivia, at start: Int) {
    var offset = start
    for piece in trivia {
      let range = offset..<(offset + piece.sourceLength.utf8Length)
      offset = range.upperBound
      guard range.upperBound <= file.bytes.count else { return }
      switch piece {
      case .lineComment: read(comment: range, content: (range.lowerBound + 2)..<range.upperBound)
      case .blockComment where range.count >= 4 && file.bytes[range].suffix(2).elementsEqual("*/".utf8):
        read(comment: range, content: (range.lowerBound + 2)..<(range.upperBound - 2))
      default: break
      }
    }
  }

  private mutating func read(comment: Range<Int>, content: Range<Int>) {
    var words = stretches(in: content)
    guard let first = words.first, let command = text(first).dropDirectiveWord else { return }
    words.removeFirst()
    let wordRange = (first.upperBound - command.utf8.count)..<first.upperBound
    guard let known = Directive.Command(rawValue: command) else {
      unknown.append(UnknownDirective(word: command, wordRange: wordRange))
      return
    }
    let dashes = words.firstIndex { text($0) == "--" }
    let names = words[..<(dashes ?? words.endIndex)].flatMap { nameList(in: $0) }
    let reason = dashes.map { index in
      words[(index + 1)...].map { self.text($0) }.joined(separator: " ")
    }
    directives.append(
      Directive(
        command: known, names: names, reason: reason, range: comment,
        lines: lines.lines(of: known, comment: comment)))
  }

  /// The stretches between white space.
  private func stretches(in range: Range<Int>) -> [Range<Int>] {
    file.bytes[range].split { $0 <= UInt8(ascii: " ") }.map(\.indices)
  }

  /// Names may stand behind commas, with or without spaces.
  private func nameList(in word: Range<Int>) -> [Directive.Name] {
    file.bytes[word].split(separator: UInt8(ascii: ",")).map {
      Directive.Name(text: String(decoding: $0, as: UTF8.self), range: $0.indices)
    }
  }

  private func text(_ range: Range<Int>) -> String { String(decoding: file.bytes[range], as: UTF8.self) }
}

extension String {
  /// What stands behind `recache:`, if a letter does.
  fileprivate var dropDirectiveWord: String? {
    guard hasPrefix(DirectiveWord.text) else { return nil }
    let rest = dropFirst(DirectiveWord.text.count)
    guard let first = rest.first, first.isASCII, first.isLetter else { return nil }
    return String(rest)
  }
}
