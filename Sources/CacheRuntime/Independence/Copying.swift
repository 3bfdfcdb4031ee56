/// How the results of a data function are kept so that no caller can change them for another.
enum Copying<Value>: Sendable {
  /// As they are: copies are independent.
  case sharing
  /// As they are where this very value allows it, else as bytes.
  case inspecting(Coding<Value>?)
  /// As bytes, from which every caller gets a value of its own.
  case coding(Coding<Value>)
  /// Not at all.
  case impossible

  static func decide(for kind: CacheKind) -> Copying {
    guard kind == .data else { return .sharing }
    switch Independence.of(Value.self) {
    case .independent: return .sharing
    case .varies: return .inspecting(Coding())
    case .dependent: return Coding().map { .coding($0) } ?? .impossible
    }
  }

  /// What to keep of a result; nil where nothing can be kept.
  ///
  /// - Throws: what encoding throws.
  func hold(_ value: Value) throws -> Held<Value>? {
    switch self {
    case .sharing: return .value(value)
    case .inspecting(let coding):
      if Independence.of(value: value) == .independent { return .value(value) }
      return try coding.map { .bytes(try $0.encode(value)) }
    case .coding(let coding): return .bytes(try coding.encode(value))
    case .impossible: return nil
    }
  }

  /// A value for one caller.
  ///
  /// - Throws: what decoding throws.
  func value(of held: Held<Value>) throws -> Value? {
    switch (held, self) {
    case (.shown(let result), _): try value(of: result.held)
    case (.value(let value), _): value
    case (.bytes(let bytes), .coding(let coding)), (.bytes(let bytes), .inspecting(let coding?)):
      try coding.decode(bytes)
    case (.bytes, _): nil
    }
  }

  /// Whether results are always kept as they are.
  var isSharing: Bool {
    if case .sharing = self { true } else { false }
  }
}

/// To bytes and back, for a type that turned out to be `Codable`.
struct Coding<Value>: Sendable {
  let encode: @Sendable (Value) throws -> [UInt8]
  let decode: @Sendable ([UInt8]) throws -> Value?
  let encodeStored: @Sendable (Value) throws -> StoredBytes?
  let decodeStored: @Sendable (StoredBytes) throws -> Value?

  init?() {
    guard let type = Value.self as? any (Codable & SendableMetatype).Type else { return nil }
    func make<T: Codable & SendableMetatype>(_: T.Type) -> Coding {
      Coding(
        encode: { value in try (value as? T).map { try BinaryEncoder().encode($0) } ?? [] },
        decode: { try BinaryDecoder().decode(T.self, from: $0) as? Value },
        encodeStored: { value in try (value as? T).map { try BinaryEncoder().encodeStored($0) } },
        decodeStored: { try BinaryDecoder().decode(T.self, from: $0) as? Value })
    }
    self = make(type)
  }

  private init(
    encode: @escaping @Sendable (Value) throws -> [UInt8],
    decode: @escaping @Sendable ([UInt8]) throws -> Value?,
    encodeStored: @escaping @Sendable (Value) throws -> StoredBytes?,
    decodeStored: @escaping @Sendable (StoredBytes) throws -> Value?
  ) {
    self.encode = encode
    self.decode = decode
    self.encodeStored = encodeStored
    self.decodeStored = decodeStored
  }
}
