#if SharedStore

/// What a server answered.
enum ServerReply: Hashable, Sendable {
  case bytes([UInt8])
  case status(String)
  case integer(Int64)
  case null
  case error(String)
  indirect case array([ServerReply])
}

extension ServerReply {
  /// The answer to a command that stores, or has nothing to say.
  func expectOK() throws(ServerError) {
    switch self {
    case .status("OK"), .status("PONG"): return
    default: throw unexpected("OK")
    }
  }

  func expectInteger() throws(ServerError) -> Int64 {
    guard case .integer(let number) = self else { throw unexpected("a number") }
    return number
  }

  /// The answer to `GET`: nil where there is nothing under the key.
  func expectBytes() throws(ServerError) -> [UInt8]? {
    switch self {
    case .bytes(let bytes): return bytes
    case .null: return nil
    default: throw unexpected("bytes")
    }
  }

  /// The answer to `MGET` of so many keys.
  func expectBytes(count: Int) throws(ServerError) -> [[UInt8]?] {
    guard case .array(let elements) = self, elements.count == count else {
      throw unexpected("\(count) values")
    }
    var values: [[UInt8]?] = []
    for element in elements { values.append(try element.expectBytes()) }
    return values
  }

  /// The error to throw where another answer was expected.
  func unexpected(_ wanted: String) -> ServerError {
    switch self {
    case .error(let text): .refused(text)
    case .bytes(let bytes): .garbage("\(bytes.count) bytes instead of \(wanted)")
    case .status(let text): .garbage("'\(text)' instead of \(wanted)")
    case .integer(let number): .garbage("\(number) instead of \(wanted)")
    case .null: .garbage("nothing instead of \(wanted)")
    case .array(let elements): .garbage("\(elements.count) elements instead of \(wanted)")
    }
  }
}

#endif
