import Crypto

/// SHA-256 of bytes and of texts, each with its length in front.
struct ContentDigest {
  private var hash = SHA256()

  init() {}

  mutating func add(_ text: String) {
    var text = text
    text.withUTF8 { bytes in
      addCount(bytes.count)
      hash.update(bufferPointer: UnsafeRawBufferPointer(bytes))
    }
  }

  mutating func add(_ numbers: [UInt64]) {
    addCount(numbers.count)
    for number in numbers {
      withUnsafeBytes(of: number.littleEndian) { hash.update(bufferPointer: $0) }
    }
  }

  private mutating func addCount(_ count: Int) {
    withUnsafeBytes(of: UInt64(count).littleEndian) { hash.update(bufferPointer: $0) }
  }

  /// In hexadecimal digits.
  var text: String { Self.text(hash.finalize()) }

  static func text(of bytes: UnsafeRawBufferPointer) -> String {
    var hash = SHA256()
    hash.update(bufferPointer: bytes)
    return text(hash.finalize())
  }

  private static func text(_ digest: SHA256.Digest) -> String {
    var text = ""
    text.reserveCapacity(64)
    for byte in digest {
      for digit in [byte >> 4, byte & 15] {
        text.unicodeScalars.append(Unicode.Scalar(digit < 10 ? 48 + digit : 87 + digit))
      }
    }
    return text
  }
}
