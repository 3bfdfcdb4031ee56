import HashProbe
import SwiftSyntax

/// The `hashFuncs` of an attribute: which types they cover, and where one more goes.
struct HashFunctionList {
  private let attribute: AttributeSyntax
  private let arguments: [LabeledExprSyntax]
  private let list: ExprSyntax?

  init(_ attribute: AttributeSyntax) {
    self.attribute = attribute
    if case .argumentList(let arguments)? = attribute.arguments {
      self.arguments = Array(arguments)
    } else {
      arguments = []
    }
    list = arguments.first { $0.label?.text == "hashFuncs" }?.expression
  }

  /// Whether the list has a function for a parameter's type or for one that it is made of; one that cannot be read may.
  func covers(_ parameter: CachedParameter, _ index: DeclarationIndex) -> Bool {
    guard let list else { return false }
    let coverage = HashFunctionCoverage(list)
    return coverage.isOpen || coverage.covers(parameter.type, index)
  }

  /// Adds a hash function from what identifies a value; `nil` where nothing does.
  func fix(_ parameter: CachedParameter) -> Fix? {
    let suggestion = parameter.verdict.suggestions.first { $0.kind == .hashFunction && $0.note == nil }
    guard let suggestion, let edit = edit(adding: suggestion.code) else { return nil }
    return Fix(title: "hash it by '\(suggestion.code)'", applicability: .unsafe, edits: [edit])
  }

  private func edit(adding code: String) -> Edit? {
    if let list {
      guard let array = list.as(ArrayExprSyntax.self) else { return nil }
      guard let last = array.elements.last else { return insert(code, at: array.leftSquare.endOffset) }
      return insert(last.trailingComma == nil ? ", \(code)" : " \(code)", at: Syntax(last).trimmedEnd)
    }
    let argument = "hashFuncs: [\(code)]"
    // The attribute's parameters have an order, and these two come after.
    if let next = arguments.first(where: { ["version", "handle"].contains($0.label?.text) }) {
      return insert(argument + ", ", at: next.positionAfterSkippingLeadingTrivia.utf8Offset)
    }
    if let last = arguments.last {
      return insert(last.trailingComma == nil ? ", \(argument)" : " \(argument)", at: Syntax(last).trimmedEnd)
    }
    if let paren = attribute.leftParen { return insert(argument, at: paren.endOffset) }
    return insert("(\(argument))", at: Syntax(attribute.attributeName).trimmedEnd)
  }

  private func insert(_ text: String, at offset: Int) -> Edit {
    Edit(start: offset, end: offset, replacement: text)
  }
}

extension Syntax {
  /// Where its last token ends, white space aside.
  fileprivate var trimmedEnd: Int { endPositionBeforeTrailingTrivia.utf8Offset }
}
