import Crypto

/// A SHA-256 digest: what a key or a function is called outside of the process.
public struct StoreDigest: Hashable, Sendable, CustomStringConvertible {
  private let words: (UInt64, UInt64, UInt64, UInt64)

  /// How many bytes it has.
  public static let size = 32

  /// The digest of bytes.
  ///
  /// - Complexity: O(*n*) in the number of bytes.
  public init(of bytes: some Sequence<UInt8>) {
    self = Array(bytes).withUnsafeBytes { StoreDigest(of: $0) }
  }

  /// The digest of bytes in memory.
  ///
  /// - Complexity: O(*n*) in the number of bytes.
  public init(of bytes: UnsafeRawBufferPointer) {
    var hash = SHA256()
    hash.update(bufferPointer: bytes)
    self.init(hash.finalize())
  }

  init(_ digest: SHA256.Digest) {
    words = digest.withUnsafeBytes { bytes in
      func word(_ index: Int) -> UInt64 { bytes.loadUnaligned(fromByteOffset: index * 8, as: UInt64.self) }
      return (word(0), word(1), word(2), word(3))
    }
  }

  /// The digest with these 32 bytes; nil for another number of them.
  public init?(bytes: some Collection<UInt8>) {
    guard bytes.count == Self.size else { return nil }
    let bytes = Array(bytes)
    words = bytes.withUnsafeBytes { bytes in
      func word(_ index: Int) -> UInt64 { bytes.loadUnaligned(fromByteOffset: index * 8, as: UInt64.self) }
      return (word(0), word(1), word(2), word(3))
    }
  }

  /// The digest that `description` wrote; nil for any other text.
  public init?(hexadecimal: some StringProtocol) {
    let digits = Array(hexadecimal.utf8)
    guard digits.count == Self.size * 2 else { return nil }
    var bytes: [UInt8] = []
    for index in stride(from: 0, to: digits.count, by: 2) {
      guard let high = Self.value(digits[index]), let low = Self.value(digits[index + 1]) else { return nil }
      bytes.append(high << 4 | low)
    }
    self.init(bytes: bytes)
  }

  /// The 32 bytes.
  public var bytes: [UInt8] { withUnsafeBytes(of: words) { Array($0) } }

  /// 64 hexadecimal digits.
  public var description: String {
    let digits = Array("0123456789abcdef".utf8)
    return String(decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }

  private static func value(_ digit: UInt8) -> UInt8? {
    switch digit {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): digit - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): digit - UInt8(ascii: "a") + 10
    default: nil
    }
  }

  /// Whether all bits are equal.
  public static func == (lhs: Self, rhs: Self) -> Bool { lhs.words == rhs.words }

  /// Feeds a part that is as good as the whole.
  public func hash(into hasher: inout Hasher) { hasher.combine(words.0) }
}
