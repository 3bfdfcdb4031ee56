import SwiftParser
import SwiftSyntax

extension TypeExpression: CustomStringConvertible {
  /// Reads a type from text.
  ///
  /// - Throws: `TypeExpressionError` when the whole text is not one type.
  package init(parsing text: String) throws(TypeExpressionError) {
    if let plain = Self(plain: text) {
      self = plain
      return
    }
    guard Self.isShallow(text) else { throw .notAType(text) }
    var parser = Parser(text)
    let syntax = TypeSyntax.parse(from: &parser)
    guard !syntax.hasError, !syntax.is(MissingTypeSyntax.self) else { throw .notAType(text) }
    let type = TypeExpression(syntax)
    guard type.isReadable else { throw .notAType(text) }
    self = type
  }

  /// Names that can be no keywords, with dots between: what most texts are, for which no parser has to be set up.
  private init?(plain text: String) {
    var components: [Component] = []
    for name in text.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false) {
      guard let first = name.first, (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(first),
        name.allSatisfy(RawTrivia.isWord), components.count < Self.maximumDepth,
        let name = String(name), !["Any", "Self", "Type", "Protocol"].contains(name)
      else { return nil }
      components.append(Component(name))
    }
    // `Void.Name` is a name in a tuple.
    guard !components.dropLast().contains(Component("Void")) else { return nil }
    self = Self.canonical(components)
  }

  /// Where a text stops being a type, in UTF-8 bytes, and what is missing there, if that can be told.
  package static func fault(in text: String) -> (offset: Int, expected: String?)? {
    guard isShallow(text) else { return (0, nil) }
    var parser = Parser(text)
    let syntax = TypeSyntax.parse(from: &parser)
    for token in syntax.tokens(viewMode: .all) {
      if token.presence == .missing {
        let expected = token.text.isEmpty ? "a name" : "'\(token.text)'"
        return (token.positionAfterSkippingLeadingTrivia.utf8Offset, expected)
      }
      if token.parent?.is(UnexpectedNodesSyntax.self) == true {
        return (token.positionAfterSkippingLeadingTrivia.utf8Offset, nil)
      }
    }
    let end = syntax.endPosition.utf8Offset
    return end < text.utf8.count ? (end, nil) : nil
  }

  /// Whether the parser can take a text: it looks ahead without a bound of its own, and twice at every `[`, so that
  /// deep nesting exhausts the stack and arrays of arrays take time that doubles with each level.
  private static func isShallow(_ text: String) -> Bool {
    guard text.utf8.count <= 4_096, BracketRun.excess(in: Array(text.utf8)) == nil else { return false }
    var depth = 0
    var marks = 0
    for character in text {
      switch character {
      case "[", "(", "<": depth += 1
      case "]", ")": depth -= 1
      case "-", "~", "@", "&", "?", "!", " ": marks += 1
      default: break
      }
      if depth > maximumDepth { return false }
    }
    return marks <= 8 * maximumDepth
  }

  /// The canonical spelling: one type has one, however it was written.
  package var description: String {
    switch self {
    case .named(let components): components.map(\.description).joined(separator: ".")
    case .optional(let wrapped): wrapped.inParentheses + "?"
    case .array(let element): "[\(element)]"
    case .dictionary(let key, let value): "[\(key): \(value)]"
    case .tuple(let elements):
      elements.isEmpty
        ? "Void" : "(" + elements.map(\.description).joined(separator: ", ") + ")"
    case .function(let parameters, let result): Self.spell(parameters, [], result)
    case .metatype(let type): type.inParentheses + ".Type"
    case .existential(let type): "any \(type)"
    case .opaque(let type): "some \(type)"
    case .composition(let parts): parts.map(\.inParentheses).joined(separator: " & ")
    case .attributed(let words, .function(let parameters, let result)):
      (words.filter { !Self.isEffect($0) }
        + [Self.spell(parameters, words.filter(Self.isEffect), result)]).joined(separator: " ")
    case .attributed(["..."], let type): "\(type)..."
    case .attributed(let words, let type): (words + [type.description]).joined(separator: " ")
    case .packExpansion(let pattern): "repeat \(pattern)"
    case .suppressed(let type): "~\(type.inParentheses)"
    case .unreadable(let text): text
    }
  }

  private static func spell(
    _ parameters: [TypeExpression], _ effects: [String], _ result: TypeExpression
  ) -> String {
    let list = "(" + parameters.map(\.description).joined(separator: ", ") + ")"
    return ([list] + effects + ["->", result.description]).joined(separator: " ")
  }

  private static func isEffect(_ word: String) -> Bool {
    word == "async" || word == "reasync" || word.hasPrefix("throws") || word == "rethrows"
  }

  private var inParentheses: String {
    switch self {
    case .function, .existential, .opaque, .composition, .attributed, .packExpansion: "(\(self))"
    case .suppressed, .named, .optional, .array, .dictionary, .tuple, .metatype, .unreadable: description
    }
  }
}

extension TypeExpression.Component: CustomStringConvertible {
  package var description: String {
    arguments.isEmpty
      ? name : name + "<" + arguments.map(\.description).joined(separator: ", ") + ">"
  }
}

extension TypeExpression.TupleElement: CustomStringConvertible {
  package var description: String {
    label.map { "\($0): \(type)" } ?? type.description
  }
}

/// Why a text could not be read as a type.
package enum TypeExpressionError: Error, Hashable, CustomStringConvertible {
  case notAType(String)

  package var description: String {
    switch self {
    case .notAType(let text): "'\(text)' is not a type"
    }
  }
}
