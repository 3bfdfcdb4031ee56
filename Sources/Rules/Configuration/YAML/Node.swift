/// A value of a YAML document, with the place it was written at; aliases are resolved already.
struct Node: Sendable {
  enum Content: Sendable {
    /// Its text, and whether it stands without quotes, so that `1` is a number and `null` nothing.
    case scalar(String, isPlain: Bool)
    case sequence([Node])
    case mapping([Entry])
  }

  struct Entry: Sendable {
    var key: String
    /// Where the key stands.
    var keyRange: Range<Int>
    var value: Node
  }

  var content: Content
  /// Counted in Unicode scalars from the beginning of the text, as libyaml's marks are.
  var range: Range<Int>
  /// The number of nodes in it, itself included, with every alias counted as what it stands for.
  var weight: Int
}

/// What a plain scalar means by itself, after YAML 1.2's core schema.
enum PlainMeaning: String, Sendable {
  case string = "a string"
  case null = "nothing"
  case boolean = "a boolean"
  case integer = "a whole number"
  case number = "a number"
  /// `yes`, `no`, `on` and `off` are booleans to YAML 1.1 and strings to 1.2.
  case ambiguous = "a boolean to some readers"

  init(of text: String) {
    switch text {
    case "", "~", "null", "Null", "NULL": self = .null
    case "true", "True", "TRUE", "false", "False", "FALSE": self = .boolean
    case _ where Self.ambiguousWords.contains(text.lowercased()): self = .ambiguous
    case _ where Self.isInteger(text): self = .integer
    case _ where Self.isNumber(text): self = .number
    default: self = .string
    }
  }

  private static let ambiguousWords: Set<String> = ["yes", "no", "on", "off", "y", "n"]

  private static func isInteger(_ text: String) -> Bool {
    let digits = text.drop { $0 == "-" || $0 == "+" }
    guard text.utf8.count - digits.utf8.count <= 1, !digits.isEmpty else { return false }
    if digits.hasPrefix("0x") { return digits.count > 2 && digits.dropFirst(2).allSatisfy(\.isHexDigit) }
    if digits.hasPrefix("0o") || digits.hasPrefix("0b") {
      return digits.count > 2 && digits.dropFirst(2).allSatisfy { ("0"..."7").contains($0) }
    }
    return digits.allSatisfy { ("0"..."9").contains($0) }
  }

  private static func isNumber(_ text: String) -> Bool {
    let digits = text.drop { $0 == "-" || $0 == "+" }
    guard let first = digits.first, text.utf8.count - digits.utf8.count <= 1 else { return false }
    if [".inf", ".Inf", ".INF", ".nan", ".NaN", ".NAN"].contains(digits) { return true }
    let mayStart = ("0"..."9").contains(first) || first == "."
    return mayStart && !digits.contains { $0.isLetter && $0 != "e" && $0 != "E" } && Double(text) != nil
  }
}
