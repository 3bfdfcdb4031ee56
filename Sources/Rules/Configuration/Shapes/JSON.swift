/// A JSON value whose keys keep their order, so that its text is the same every time.
package indirect enum JSON: Hashable, Sendable {
  case string(String)
  case integer(Int)
  case boolean(Bool)
  case array([JSON])
  case object([Member])

  package struct Member: Hashable, Sendable {
    package var key: String
    package var value: JSON
  }

  /// The object with these members in front to back.
  static func members(_ members: KeyValuePairs<String, JSON?>) -> JSON {
    .object(members.compactMap { key, value in value.map { Member(key: key, value: $0) } })
  }

  /// The object with further members behind its own.
  func adding(_ more: KeyValuePairs<String, JSON?>) -> JSON { adding(Self.members(more)) }

  /// The object with the members of another behind its own.
  func adding(_ more: JSON) -> JSON {
    guard case .object(let own) = self, case .object(let added) = more else { return self }
    return .object(own + added)
  }

  /// Its text over several lines, indented by two spaces; short arrays of plain values stand on one.
  package var text: String { text(indent: "") }

  private func text(indent: String) -> String {
    let inner = indent + "  "
    switch self {
    case .string(let value): return Self.quote(value)
    case .integer(let value): return String(value)
    case .boolean(let value): return String(value)
    case .array(let values):
      let line = "[" + values.map { $0.text(indent: inner) }.joined(separator: ", ") + "]"
      if line.count + indent.count <= 100, !line.contains("\n") { return line }
      return "[\n" + values.map { inner + $0.text(indent: inner) }.joined(separator: ",\n") + "\n\(indent)]"
    case .object(let members):
      if members.isEmpty { return "{}" }
      let lines = members.map { "\(inner)\(Self.quote($0.key)): \($0.value.text(indent: inner))" }
      return "{\n" + lines.joined(separator: ",\n") + "\n\(indent)}"
    }
  }

  private static func quote(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\t": result += "\\t"
      case _ where scalar.value < 0x20 || scalar.value == 0x7F:
        let digits = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
