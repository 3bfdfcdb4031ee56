/// Optionals of every depth, as `OptionalEncodable` writes them.
protocol OptionalDecodable {
  static func decodeOptional<Value>(as type: Value.Type, from decoder: BinaryValueDecoder) throws -> Value
}

extension Optional: OptionalDecodable where Wrapped: Decodable {
  /// - Precondition: `type` is this very type; a cast would flatten `.some(nil)`.
  static func decodeOptional<Value>(as type: Value.Type, from decoder: BinaryValueDecoder) throws -> Value {
    precondition(type == Self.self, "\(type) was asked of \(Self.self)")
    return unsafeBitCast(try decode(from: decoder), to: type)
  }

  private static func decode(from decoder: BinaryValueDecoder) throws -> Wrapped? {
    var decoder = decoder
    switch try decoder.reader.peekTag() {
    case .null: return nil
    case .some: _ = try decoder.reader.tag()
    default: break
    }
    return .some(try decoder.nested().value(Wrapped.self))
  }
}
