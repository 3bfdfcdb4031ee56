/// Text as XML takes it.
enum XMLText {
  /// Inside the quotes of an attribute; what no XML may hold becomes U+FFFD.
  static func attribute(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "\n", "\r", "\t": result += "&#\(scalar.value);"
      case "\u{0}"..."\u{1F}", "\u{FFFE}", "\u{FFFF}": result += "\u{FFFD}"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// `<name key="value"/>`, or with content between two tags.
  static func element(
    _ name: String, _ attributes: KeyValuePairs<String, String>, indent: Int = 0, _ content: [String]? = nil
  ) -> String {
    let space = String(repeating: "  ", count: indent)
    let list = attributes.map { " \($0.key)=\"\(attribute($0.value))\"" }.joined()
    guard let content, !content.isEmpty else { return "\(space)<\(name)\(list)/>\n" }
    return "\(space)<\(name)\(list)>\n\(content.joined())\(space)</\(name)>\n"
  }

  static let head = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
}
