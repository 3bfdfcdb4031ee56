/// A JSON value whose keys stay in the order they were given.
package indirect enum JSONText: Hashable, Sendable {
  case string(String)
  case number(Int)
  case boolean(Bool)
  case array([JSONText])
  case object([Member])

  package struct Member: Hashable, Sendable {
    package var key: String
    package var value: JSONText

    package init(key: String, value: JSONText) {
      self.key = key
      self.value = value
    }
  }

  /// An object of the members that have a value.
  package static func object(_ members: KeyValuePairs<String, JSONText?>) -> JSONText {
    .object(members.compactMap { key, value in value.map { Member(key: key, value: $0) } })
  }

  /// The object with the members of another behind its own.
  package func adding(_ more: JSONText) -> JSONText {
    guard case .object(let own) = self, case .object(let added) = more else { return self }
    return .object(own + added)
  }

  /// The object with further members behind its own.
  package func adding(_ more: KeyValuePairs<String, JSONText?>) -> JSONText { adding(.object(more)) }

  /// Values that fit a line of this width stand on one line.
  private static let width = 110

  /// The text, with a line break at its end.
  package var text: String {
    var text = ""
    write(to: &text, indent: 0)
    return text + "\n"
  }

  /// The text on one line, without a line break.
  package var line: String { flat(within: .max) ?? "" }

  private func write(to text: inout String, indent: Int) {
    if let flat = flat(within: Self.width - indent) {
      text += flat
      return
    }
    let inner = String(repeating: " ", count: indent + 2)
    switch self {
    case .string, .number, .boolean:
      text += line
    case .array(let values):
      text += "["
      for (index, value) in values.enumerated() {
        text += (index == 0 ? "\n" : ",\n") + inner
        value.write(to: &text, indent: indent + 2)
      }
      text += "\n" + inner.dropLast(2) + "]"
    case .object(let members):
      text += "{"
      for (index, member) in members.enumerated() {
        text += (index == 0 ? "\n" : ",\n") + inner + Self.quoted(member.key) + ": "
        member.value.write(to: &text, indent: indent + 2)
      }
      text += "\n" + inner.dropLast(2) + "}"
    }
  }

  /// On one line, or `nil` where that gets longer than `width` bytes.
  private func flat(within width: Int) -> String? {
    let text: String
    switch self {
    case .string(let string): text = Self.quoted(string)
    case .number(let number): text = String(number)
    case .boolean(let value): text = value ? "true" : "false"
    case .array(let values):
      guard let parts = Self.flat(values.map { ("", $0) }, within: width) else { return nil }
      text = "[" + parts + "]"
    case .object(let members):
      let named = members.map { (Self.quoted($0.key) + ": ", $0.value) }
      guard let parts = Self.flat(named, within: width) else { return nil }
      text = "{" + parts + "}"
    }
    return text.utf8.count <= width ? text : nil
  }

  private static func flat(_ parts: [(String, JSONText)], within width: Int) -> String? {
    var text = ""
    for (prefix, value) in parts {
      guard text.utf8.count <= width, let flat = value.flat(within: width) else { return nil }
      text += (text.isEmpty ? "" : ", ") + prefix + flat
    }
    return text
  }

  static func quoted(_ string: String) -> String {
    var text = "\""
    for scalar in string.unicodeScalars {
      switch scalar {
      case "\"": text += "\\\""
      case "\\": text += "\\\\"
      case "\n": text += "\\n"
      case "\r": text += "\\r"
      case "\t": text += "\\t"
      case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{2028}", "\u{2029}":
        let digits = String(scalar.value, radix: 16)
        text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: text.unicodeScalars.append(scalar)
      }
    }
    return text + "\""
  }
}
