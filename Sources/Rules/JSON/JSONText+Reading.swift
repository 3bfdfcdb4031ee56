extension JSONText {
  /// Reads a JSON text (RFC 8259) with integers for numbers; keys stay in their order.
  /// - Throws: `JSONFault` at the first byte that does not fit.
  package init(reading bytes: some Sequence<UInt8>) throws(JSONFault) {
    var reader = JSONReader(Array(bytes))
    self = try reader.readAll()
  }

  /// The value of a key of an object.
  package subscript(key: String) -> JSONText? {
    guard case .object(let members) = self else { return nil }
    return members.first { $0.key == key }?.value
  }

  package var stringValue: String? { if case .string(let text) = self { text } else { nil } }
  package var numberValue: Int? { if case .number(let number) = self { number } else { nil } }
  package var arrayValue: [JSONText]? { if case .array(let values) = self { values } else { nil } }
}

/// What is wrong with a JSON text, and where; line and column count from 1, columns in UTF-8 bytes.
package struct JSONFault: Error, Hashable, Sendable {
  package enum Reason: String, Sendable {
    case unexpected = "unexpected character"
    case endOfText = "the text ends too early"
    case notUTF8 = "not valid UTF-8"
    case badEscape = "unknown escape"
    case badNumber = "not a whole number that fits"
    case duplicateKey = "the key stands here for the second time"
    case tooDeep = "nested too deeply"
  }

  package var reason: Reason
  package var line: Int
  package var column: Int
}

private struct JSONReader {
  private let bytes: [UInt8]
  private var index = 0
  private static let nestingLimit = 64

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  mutating func readAll() throws(JSONFault) -> JSONText {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { index = 3 }
    let value = try readValue(depth: 0)
    skipSpace()
    guard index == bytes.count else { throw fault(.unexpected) }
    return value
  }

  private func fault(_ reason: JSONFault.Reason, at place: Int? = nil) -> JSONFault {
    let before = bytes[..<min(place ?? index, bytes.count)]
    return JSONFault(
      reason: reason, line: 1 + before.count { $0 == UInt8(ascii: "\n") },
      column: 1 + before.reversed().prefix { $0 != UInt8(ascii: "\n") }.count)
  }

  private var next: UInt8? { index < bytes.count ? bytes[index] : nil }

  private mutating func skipSpace() {
    while let byte = next, [0x20, 0x09, 0x0A, 0x0D].contains(byte) { index += 1 }
  }

  private mutating func expect(_ text: StaticString) throws(JSONFault) {
    for offset in 0..<text.utf8CodeUnitCount {
      guard let byte = next else { throw fault(.endOfText) }
      guard byte == text.utf8Start[offset] else { throw fault(.unexpected) }
      index += 1
    }
  }

  private mutating func readValue(depth: Int) throws(JSONFault) -> JSONText {
    guard depth < Self.nestingLimit else { throw fault(.tooDeep) }
    skipSpace()
    switch next {
    case UInt8(ascii: "{"): return .object(try readMembers(depth: depth + 1))
    case UInt8(ascii: "["): return .array(try readElements(depth: depth + 1))
    case UInt8(ascii: "\""): return .string(try readString())
    case UInt8(ascii: "t"):
      try expect("true")
      return .boolean(true)
    case UInt8(ascii: "f"):
      try expect("false")
      return .boolean(false)
    case let byte? where Self.isNumeric(byte): return .number(try readNumber())
    case nil: throw fault(.endOfText)
    default: throw fault(.unexpected)
    }
  }

  private mutating func readMembers(depth: Int) throws(JSONFault) -> [JSONText.Member] {
    var members: [JSONText.Member] = []
    var keys: Set<String> = []
    try readList(closing: UInt8(ascii: "}")) { reader throws(JSONFault) in
      let place = reader.index
      guard reader.next == UInt8(ascii: "\"") else {
        throw reader.fault(reader.next == nil ? .endOfText : .unexpected)
      }
      let key = try reader.readString()
      guard keys.insert(key).inserted else { throw reader.fault(.duplicateKey, at: place) }
      reader.skipSpace()
      try reader.expect(":")
      members.append(.init(key: key, value: try reader.readValue(depth: depth)))
    }
    return members
  }

  private mutating func readElements(depth: Int) throws(JSONFault) -> [JSONText] {
    var values: [JSONText] = []
    try readList(closing: UInt8(ascii: "]")) { reader throws(JSONFault) in
      values.append(try reader.readValue(depth: depth))
    }
    return values
  }

  private mutating func readList(
    closing: UInt8, _ readItem: (inout JSONReader) throws(JSONFault) -> Void
  ) throws(JSONFault) {
    index += 1
    skipSpace()
    if next == closing {
      index += 1
      return
    }
    while true {
      skipSpace()
      try readItem(&self)
      skipSpace()
      guard let byte = next else { throw fault(.endOfText) }
      guard byte == closing || byte == UInt8(ascii: ",") else { throw fault(.unexpected) }
      index += 1
      if byte == closing { return }
    }
  }

  private static func isNumeric(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "-") || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }

  private mutating func readNumber() throws(JSONFault) -> Int {
    let start = index
    while let byte = next, Self.isNumeric(byte) { index += 1 }
    let text = String(decoding: bytes[start..<index], as: UTF8.self)
    let isPlain =
      next.map { ![UInt8(ascii: "."), UInt8(ascii: "e"), UInt8(ascii: "E")].contains($0) } ?? true
    let digits = text.drop { $0 == "-" }
    guard isPlain, let number = Int(text), digits == "0" || !digits.hasPrefix("0") else {
      throw fault(.badNumber, at: start)
    }
    return number
  }

  private mutating func readString() throws(JSONFault) -> String {
    let start = index
    index += 1
    var text: [UInt8] = []
    while true {
      guard let byte = next else { throw fault(.endOfText) }
      switch byte {
      case UInt8(ascii: "\""):
        index += 1
        guard let string = String(validating: text, as: UTF8.self) else { throw fault(.notUTF8, at: start) }
        return string
      case UInt8(ascii: "\\"): try readEscape(into: &text)
      case 0..<0x20: throw fault(.unexpected)
      default:
        text.append(byte)
        index += 1
      }
    }
  }

  private mutating func readEscape(into text: inout [UInt8]) throws(JSONFault) {
    let start = index
    index += 1
    guard let byte = next else { throw fault(.endOfText) }
    index += 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(byte)
    case UInt8(ascii: "b"): text.append(8)
    case UInt8(ascii: "f"): text.append(12)
    case UInt8(ascii: "n"): text.append(10)
    case UInt8(ascii: "r"): text.append(13)
    case UInt8(ascii: "t"): text.append(9)
    case UInt8(ascii: "u"):
      var code = try readHex()
      if (0xD800..<0xDC00).contains(code) {
        try expect("\\u")
        let low = try readHex()
        guard (0xDC00..<0xE000).contains(low) else { throw fault(.badEscape, at: start) }
        code = 0x10000 + (code - 0xD800) << 10 + (low - 0xDC00)
      }
      guard let scalar = Unicode.Scalar(code) else { throw fault(.badEscape, at: start) }
      text += Array(String(Character(scalar)).utf8)
    default: throw fault(.badEscape, at: start)
    }
  }

  private mutating func readHex() throws(JSONFault) -> UInt32 {
    guard index + 4 <= bytes.count,
      let code = UInt32(String(decoding: bytes[index..<(index + 4)], as: UTF8.self), radix: 16),
      bytes[index] != UInt8(ascii: "+")
    else { throw fault(.badEscape) }
    index += 4
    return code
  }
}
