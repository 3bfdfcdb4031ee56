/// White space, comments and word bytes in raw source.
enum RawTrivia {
  /// Whether an identifier of ASCII letters goes on with this byte.
  static func isWord(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"):
      true
    default: false
    }
  }

  static func isNewline(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") }

  static func isBlank(_ byte: UInt8) -> Bool {
    isNewline(byte) || byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t")
  }

  /// Moves past white space and comments, nested ones too.
  static func skip(in bytes: UnsafeRawBufferPointer, _ index: inout Int) {
    while index < bytes.count {
      switch bytes[index] {
      case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\n"), UInt8(ascii: "\r"), 0x0B, 0x0C, 0:
        index += 1
      case UInt8(ascii: "/") where index + 1 < bytes.count && bytes[index + 1] == UInt8(ascii: "/"):
        while index < bytes.count, bytes[index] != UInt8(ascii: "\n"), bytes[index] != UInt8(ascii: "\r") {
          index += 1
        }
      case UInt8(ascii: "/") where index + 1 < bytes.count && bytes[index + 1] == UInt8(ascii: "*"):
        skipBlockComment(in: bytes, &index)
      default: return
      }
    }
  }

  private static func skipBlockComment(in bytes: UnsafeRawBufferPointer, _ index: inout Int) {
    var depth = 0
    while index + 1 < bytes.count {
      switch (bytes[index], bytes[index + 1]) {
      case (UInt8(ascii: "/"), UInt8(ascii: "*")): (depth, index) = (depth + 1, index + 2)
      case (UInt8(ascii: "*"), UInt8(ascii: "/")):
        (depth, index) = (depth - 1, index + 2)
        if depth == 0 { return }
      default: index += 1
      }
    }
    index = bytes.count
  }
}
