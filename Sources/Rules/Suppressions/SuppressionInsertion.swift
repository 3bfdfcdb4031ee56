import SwiftSyntax

/// Comments that suppress findings, written where they belong.
///
/// A finding gets a `disable:next` above its line, indented like it; those that one such comment would be about share
/// it. Inside a string over several lines no comment can stand: there the whole statement is put between `disable` and
/// `enable`.
package enum SuppressionInsertion {
  /// - Parameter findings: Of this file, in the order of their places.
  package static func edits(for findings: [Finding], reason: String, in file: SourceFile) -> [Edit] {
    var groups: [Group] = []
    var tokens = TokenCursor(file.tree)
    let code = DirectiveLines(file)
    for finding in findings where Registry.isSuppressible(finding.rule) {
      let place = Place(of: finding, at: tokens.token(at: finding.start.offset), code, in: file)
      if let last = groups.indices.last, groups[last].place.holds(finding, place) {
        groups[last].rules.insert(finding.rule)
      } else {
        groups.append(Group(place: place, rules: [finding.rule]))
      }
    }
    let edits = groups.flatMap { $0.edits(reason, in: file) }
    // Two at one place are one edit.
    return edits.sorted { $0.start < $1.start }.reduce(into: []) { result, edit in
      if let last = result.last, last.start == edit.start {
        result[result.count - 1].replacement += edit.replacement
      } else {
        result.append(edit)
      }
    }
  }

  /// Whether the file with the comments has the same code as before, and none of these findings is left in it.
  /// - Parameter moved: Findings at their places in `after`.
  package static func silences(_ moved: [Finding], before: SourceFile, after: SourceFile) -> Bool {
    let old = before.tree.tokens(viewMode: .sourceAccurate).lazy.map(\.text)
    let new = after.tree.tokens(viewMode: .sourceAccurate).lazy.map(\.text)
    guard old.elementsEqual(new) else { return false }
    let findings = moved.filter { Registry.isSuppressible($0.rule) }
    return Suppressions(DirectiveReader(after).directives).apply(to: findings).left.isEmpty
  }

  private struct Group {
    var place: Place
    var rules: Set<String>

    func edits(_ reason: String, in file: SourceFile) -> [Edit] {
      let names = rules.sorted().joined(separator: ", ")
      switch place {
      case .line(let start, _):
        return [insertion(at: start, "\(Directive.Command.next.rawValue) \(names) -- \(reason)", start, file)]
      case .region(let start, let end):
        return [
          insertion(at: start, "\(Directive.Command.start.rawValue) \(names) -- \(reason)", start, file),
          insertion(at: end, "\(Directive.Command.end.rawValue) \(names)", start, file),
        ]
      }
    }

    /// - Parameter line: The start of the line that the comment is indented like.
    private func insertion(at offset: Int, _ text: String, _ line: Int, _ file: SourceFile) -> Edit {
      let indent = file.bytes[line...].prefix { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
      var comment = String(decoding: indent, as: UTF8.self) + "// \(DirectiveWord.text)\(text)\n"
      // The last line may have no end.
      if offset == file.bytes.count, let last = file.bytes.last, last != UInt8(ascii: "\n") {
        comment = "\n" + comment.dropLast()
      }
      return Edit(start: offset, end: offset, replacement: comment)
    }
  }

  private enum Place {
    /// Above a line, for what begins on it: these lines.
    case line(start: Int, lines: ClosedRange<Int>)
    /// Around the lines of a statement.
    case region(start: Int, end: Int)

    init(of finding: Finding, at token: TokenSyntax?, _ code: DirectiveLines, in file: SourceFile) {
      let start = file.lineStart(at: finding.start.offset)
      if let token, let statement = Place.statement(around: token, line: finding.start.line, in: file) {
        self = .region(
          start: file.lineStart(at: statement.startOffset), end: file.lineEnd(at: statement.endOffset))
      } else {
        let lines = code.linesOfCode(behind: finding.start.line - 1)
        self = .line(start: start, lines: lines ?? finding.start.line...finding.start.line)
      }
    }

    /// The statement of a finding whose line begins inside a literal.
    private static func statement(around token: TokenSyntax, line: Int, in file: SourceFile) -> Syntax? {
      var literal: Syntax?
      var statement: Syntax?
      var node = token.parent
      while let current = node {
        if current.is(StringLiteralExprSyntax.self), file.position(at: current.startOffset).line < line {
          literal = current
          statement = nil
        }
        let isItem = current.is(CodeBlockItemSyntax.self) || current.is(MemberBlockItemSyntax.self)
        if literal != nil, statement == nil, isItem { statement = current }
        node = current.parent
      }
      return statement
    }

    /// Whether a finding needs no comment of its own beside this one.
    func holds(_ finding: Finding, _ place: Place) -> Bool {
      switch (self, place) {
      case (.line(_, let lines), .line): lines.contains(finding.start.line)
      case (.region(let start, let end), _): start <= finding.start.offset && finding.start.offset < end
      case (.line, .region): false
      }
    }
  }
}

extension SourceFile {
  /// Where the line of an offset starts, a byte order mark left where it is.
  fileprivate func lineStart(at offset: Int) -> Int {
    let start = offset - (position(at: offset).column - 1)
    return start == 0 && bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : start
  }

  /// Where the line behind that of an offset starts.
  fileprivate func lineEnd(at offset: Int) -> Int {
    bytes[offset...].firstIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? bytes.count
  }
}
