import HashProbe

extension Shape<String> {
  /// A string that is not empty; without quotes it must not look like anything else.
  static var text: Shape {
    Shape(schema: .object(["type": .string("string"), "minLength": .number(1)])) {
      node throws(LocatedFault) in
      guard case .scalar(let text, let isPlain) = node.content else { throw node.unexpected("a string") }
      if isPlain, PlainMeaning(of: text) != .string { throw node.unexpected("a string in quotes") }
      guard !text.isEmpty else { throw LocatedFault(.emptyText, at: node.range) }
      return text
    }
  }

  /// A Swift identifier; what is not ASCII is taken as it is.
  static var identifier: Shape {
    text.describing(["pattern": .string(Identifier.pattern)]).map { text, node throws(LocatedFault) in
      guard Identifier.isIdentifier(text) else { throw LocatedFault(.badIdentifier(text), at: node.range) }
      return text
    }
  }

  /// A pattern for paths, as `.gitignore` has them; what cannot match anything is refused.
  static var pathPattern: Shape {
    text.map { text, node throws(LocatedFault) in
      guard IgnorePattern(line: text.utf8) != nil, !text.contains(where: \.isNewline) else {
        throw LocatedFault(.badPathPattern(text), at: node.range)
      }
      return text
    }
  }

  /// An argument as it is written in a call: `name: value`.
  static var argument: Shape {
    text.describing(["pattern": .string(Identifier.argumentPattern)]).map { text, node throws(LocatedFault) in
      let name = text.prefix { $0 != ":" }
      let value = text.dropFirst(name.count)
      guard Identifier.isIdentifier(String(name)), value.hasPrefix(": "), value.count > 2 else {
        throw LocatedFault(.badArgument(text), at: node.range)
      }
      return text
    }
  }
}

extension Shape<Bool> {
  /// `true` or `false`, and none of YAML's other words for them.
  static var boolean: Shape {
    Shape(schema: .object(["type": .string("boolean")])) { node throws(LocatedFault) in
      switch node.content {
      case .scalar("true", isPlain: true): return true
      case .scalar("false", isPlain: true): return false
      default: throw node.unexpected("'true' or 'false'")
      }
    }
  }

  /// `true` alone, for a key that says something by being there.
  static var yes: Shape {
    Shape(schema: .object(["const": .boolean(true)])) { node throws(LocatedFault) in
      guard case .scalar("true", isPlain: true) = node.content else { throw node.unexpected("'true'") }
      return true
    }
  }
}

extension Shape<Int> {
  /// The one version of the format that this loader reads.
  static func version(_ supported: Int) -> Shape {
    Shape(schema: .object(["const": .number(supported)])) { node throws(LocatedFault) in
      guard case .scalar(let text, isPlain: true) = node.content, text.utf8.allSatisfy({ 0x30...0x39 ~= $0 }),
        let version = Int(text)
      else { throw node.unexpected("the version as a whole number") }
      guard version == supported else {
        throw LocatedFault(.unsupportedVersion(version, supported: supported), at: node.range)
      }
      return version
    }
  }
}

extension Shape<TypeExpression> {
  /// A Swift type; with `qualified`, every name in it has its module in front.
  static func type(qualified: Bool) -> Shape {
    Shape<String>.text.map { text, node throws(LocatedFault) in
      let type: TypeExpression
      if let plain = TypeExpression(plainName: text) {
        type = plain
      } else {
        do { type = try TypeExpression(parsing: text) } catch {
          throw LocatedFault(.badType(text), at: node.range)
        }
      }
      if qualified, !type.namesModules { throw LocatedFault(.typeWithoutModule(text), at: node.range) }
      return type
    }
  }
}

extension TypeExpression {
  /// `Module.Name`, which most of the file's types are, without a parser: that costs a hundred times as much.
  fileprivate init?(plainName text: String) {
    let names = text.split(separator: ".", omittingEmptySubsequences: false)
    guard names.count == 2, names[1] != "Type", names[1] != "Protocol", names[1] != "Void" else { return nil }
    for name in names {
      guard let first = name.utf8.first, UInt8(ascii: "A")...UInt8(ascii: "Z") ~= first else { return nil }
      guard name != "Any", name != "Self", name.utf8.allSatisfy(Identifier.isPlain) else { return nil }
    }
    self = .named(text)
  }

  fileprivate var namesModules: Bool {
    // 'Any' is a keyword and belongs to no module.
    if self == .named("Any") { return true }
    if case .named(let components) = self, components.count < 2 { return false }
    return parts.allSatisfy(\.namesModules)
  }
}

extension Shape where Value: CaseIterable & RawRepresentable<String> {
  /// One of a few words, as they are written in the file; quotes make no difference.
  static var choice: Shape {
    let words = Value.allCases.map(\.rawValue)
    return Shape(schema: .object(["enum": .array(words.map { .string($0) })])) { node throws(LocatedFault) in
      guard case .scalar(let text, _) = node.content else {
        throw node.unexpected(words.map { "'\($0)'" }.joined(separator: " or "))
      }
      guard let value = Value(rawValue: text) else {
        let near = Spelling.nearest(to: text, among: words)
        throw LocatedFault(.unknownValue(text, allowed: words, near: near), at: node.range)
      }
      return value
    }
  }
}

/// What counts as a Swift identifier, by hand and as a regular expression that every reader of JSON Schema knows.
enum Identifier {
  static let pattern = "^\(word)$"
  static let argumentPattern = "^\(word): .+$"
  private static let word = #"[A-Za-z_\u0080-\uFFFF][A-Za-z0-9_\u0080-\uFFFF]*"#

  /// An ASCII letter, digit or underscore.
  static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"):
      true
    default: false
    }
  }

  static func isIdentifier(_ text: String) -> Bool {
    guard let first = text.unicodeScalars.first, !(0x30...0x39 ~= first.value) else { return false }
    return text.unicodeScalars.allSatisfy { scalar in
      scalar.value >= 0x80 || scalar == "_" || scalar.properties.isAlphabetic || 0x30...0x39 ~= scalar.value
    }
  }
}
