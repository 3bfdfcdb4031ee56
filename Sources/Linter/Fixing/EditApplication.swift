import Rules

/// Makes edits in the bytes of a file.
enum EditApplication {
  /// - Parameter edits: In ascending order, without overlap, within bounds.
  static func apply(_ edits: [Edit], to bytes: [UInt8]) -> [UInt8] {
    let isCRLF = usesCRLF(bytes)
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count + edits.reduce(0) { $0 + $1.replacement.utf8.count })
    var done = 0
    for edit in edits {
      result += bytes[done..<edit.start]
      result += isCRLF ? withCRLF(edit.replacement.utf8) : Array(edit.replacement.utf8)
      done = edit.end
    }
    result += bytes[done...]
    return result
  }

  /// A file's line ends are those of its first line.
  private static func usesCRLF(_ bytes: [UInt8]) -> Bool {
    guard let end = bytes.firstIndex(of: UInt8(ascii: "\n")), end > 0 else { return false }
    return bytes[end - 1] == UInt8(ascii: "\r")
  }

  private static func withCRLF(_ text: String.UTF8View) -> [UInt8] {
    var result: [UInt8] = []
    for byte in text {
      if byte == UInt8(ascii: "\n"), result.last != UInt8(ascii: "\r") { result.append(UInt8(ascii: "\r")) }
      result.append(byte)
    }
    return result
  }
}
