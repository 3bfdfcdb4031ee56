import HashProbe
import SwiftSyntax

/// Takes arguments out of a list, byte by byte, so that what stays keeps its place and its comments.
///
/// All tokens between the parentheses are marked as staying or going. A run of going tokens takes the white space on
/// one of its sides along; a comment beside or inside a run always stays. Parentheses that would be left empty go as
/// well where the form allows it and no comment stands between them.
struct ArgumentRemoval {
  private let bytes: [UInt8]
  private let tokens: [Token]
  private let isEmptied: Bool

  private struct Token {
    var range: Range<Int>
    var goes: Bool
  }

  /// - Parameter going: Indices of the arguments to remove, at least one.
  init(
    of going: Set<Int>, from arguments: LabeledExprListSyntax,
    between parentheses: (left: TokenSyntax, right: TokenSyntax),
    mayDropParentheses: Bool, in bytes: [UInt8]
  ) {
    self.bytes = bytes
    isEmptied = mayDropParentheses && going.count == arguments.count
    let list = Array(arguments)
    let lastStaying = list.indices.last { !going.contains($0) }
    let endsWithComma = list.last?.trailingComma?.isPresent == true
    var tokens = [Token(range: parentheses.left.bytes, goes: false)]
    for (index, argument) in list.enumerated() {
      let commaGoes =
        going.contains(index) || (index == lastStaying && index != list.count - 1 && !endsWithComma)
      for token in argument.tokens(viewMode: .sourceAccurate) {
        let isComma = token.id == argument.trailingComma?.id
        tokens.append(Token(range: token.bytes, goes: isComma ? commaGoes : going.contains(index)))
      }
    }
    tokens.append(Token(range: parentheses.right.bytes, goes: false))
    self.tokens = tokens
  }

  /// The bytes to delete, in ascending order.
  ///
  /// - Parameter end: Where the name before the parentheses ends; white space from there goes with them.
  func ranges(after end: Int) -> [Range<Int>] {
    guard let first = tokens.first, let last = tokens.last else { return [] }
    if isEmptied, !hasComment {
      return [(isBlank(end..<first.range.lowerBound) ? end : first.range.lowerBound)..<last.range.upperBound]
    }
    var ranges: [Range<Int>] = []
    var index = 1
    while index < tokens.count - 1 {
      guard tokens[index].goes else {
        index += 1
        continue
      }
      var next = index
      while next + 1 < tokens.count - 1, tokens[next + 1].goes, isBlank(gap(after: next)) { next += 1 }
      ranges.append(run(from: index, through: next))
      index = next + 1
    }
    return ranges
  }

  /// A run of going tokens without a comment among them, with the white space that goes along.
  private func run(from first: Int, through last: Int) -> Range<Int> {
    let range = tokens[first].range.lowerBound..<tokens[last].range.upperBound
    let left = gap(after: first - 1)
    let right = gap(after: last)
    if isBlank(left), isBlank(right) {
      let isLast = last == tokens.count - 2
      let isFirst = first == 1
      if isLast, isFirst { return left.lowerBound..<right.upperBound }
      return isLast ? left.lowerBound..<range.upperBound : range.lowerBound..<right.upperBound
    }
    return besideComment(range)
  }

  /// Where a comment stands beside a run, an emptied line goes whole, and otherwise one of two spaces.
  private func besideComment(_ range: Range<Int>) -> Range<Int> {
    let before =
      range.lowerBound - bytes[..<range.lowerBound].reversed().prefix(while: \.isHorizontalSpace).count
    let after = range.upperBound + bytes[range.upperBound...].prefix(while: \.isHorizontalSpace).count
    let previous = before > 0 ? bytes[before - 1] : nil
    let next = after < bytes.count ? bytes[after] : nil
    if previous?.isLineEnd == true, next?.isLineEnd == true {
      let isPair = before > 1 && bytes[before - 2] == UInt8(ascii: "\r") && previous == UInt8(ascii: "\n")
      return (before - (isPair ? 2 : 1))..<range.upperBound
    }
    if next == UInt8(ascii: ")"), before < range.lowerBound, previous?.isLineEnd == false {
      return before..<range.upperBound
    }
    let isSpaceBefore = before < range.lowerBound || previous == UInt8(ascii: "(")
    return isSpaceBefore ? range.lowerBound..<after : range
  }

  private func gap(after token: Int) -> Range<Int> {
    tokens[token].range.upperBound..<tokens[token + 1].range.lowerBound
  }

  private var hasComment: Bool {
    tokens.indices.dropLast().contains { !isBlank(gap(after: $0)) }
  }

  private func isBlank(_ range: Range<Int>) -> Bool {
    bytes[range].allSatisfy { $0.isHorizontalSpace || $0.isLineEnd }
  }
}

extension UInt8 {
  fileprivate var isHorizontalSpace: Bool { self == UInt8(ascii: " ") || self == UInt8(ascii: "\t") }
  fileprivate var isLineEnd: Bool { self == UInt8(ascii: "\n") || self == UInt8(ascii: "\r") }
}

extension TokenSyntax {
  /// The bytes of the token itself.
  var bytes: Range<Int> { startOffset..<endOffset }
}
