/// A path as git writes it in a diff.
enum GitPath {
  /// In quotes with escapes where it has a quote, a backslash, a control character or anything beyond ASCII; with a
  /// tab behind it where it has a space, which would otherwise be taken for its end.
  static func quoted(_ path: String) -> String {
    guard path.utf8.contains(where: isSpecial) else {
      return path.utf8.contains(UInt8(ascii: " ")) ? path + "\t" : path
    }
    return "\"" + path.utf8.map(escaped).joined() + "\""
  }

  private static func isSpecial(_ byte: UInt8) -> Bool {
    byte < 0x20 || byte >= 0x7F || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
  }

  private static func escaped(_ byte: UInt8) -> String {
    switch byte {
    case UInt8(ascii: "\""): return "\\\""
    case UInt8(ascii: "\\"): return "\\\\"
    case 0x07: return "\\a"
    case 0x08: return "\\b"
    case 0x09: return "\\t"
    case 0x0A: return "\\n"
    case 0x0B: return "\\v"
    case 0x0C: return "\\f"
    case 0x0D: return "\\r"
    case _ where isSpecial(byte):
      let digits = String(byte, radix: 8)
      return "\\" + String(repeating: "0", count: 3 - digits.count) + digits
    default: return String(UnicodeScalar(byte))
    }
  }
}
