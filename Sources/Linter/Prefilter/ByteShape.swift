/// What one fast pass over the bytes of a source tells of it.
///
/// Eight bytes at a time are looked at as one number, with a bit or a count for each of them.
struct ByteShape {
  /// No byte is outside of ASCII.
  private(set) var isASCII = true
  /// Brackets are nested deeper than was asked, those in comments and strings counted too.
  private(set) var isDeep = false

  /// How many words are counted together; fewer than 255, for which a count has room.
  private static let chunk = 64

  /// - Parameter depth: From where on nesting is deep.
  init(_ bytes: UnsafeRawBufferPointer, depth: Int) {
    var open = 0
    var index = 0
    var all: UInt64 = 0
    while index + 8 * Self.chunk <= bytes.count {
      var opening: UInt64 = 0
      var closing: UInt64 = 0
      for offset in stride(from: index, to: index + 8 * Self.chunk, by: 8) {
        let word = bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
        all |= word
        // '[' and '{', ']' and '}' differ in one bit.
        let folded = word | 0x2020_2020_2020_2020
        opening &+= Self.places(of: 0x28, in: word) &+ Self.places(of: 0x7B, in: folded)
        closing &+= Self.places(of: 0x29, in: word) &+ Self.places(of: 0x7D, in: folded)
      }
      let (up, down) = (Self.sum(opening), Self.sum(closing))
      // In any order of the chunk's brackets it gets no deeper than this.
      if open + up > depth {
        let chunk = UnsafeRawBufferPointer(rebasing: bytes[index..<(index + 8 * Self.chunk)])
        if Self.gets(deeperThan: depth, chunk, &open) { isDeep = true }
      } else {
        open = max(0, open + up - down)
      }
      index += 8 * Self.chunk
    }
    let rest = UnsafeRawBufferPointer(rebasing: bytes[index...])
    if Self.gets(deeperThan: depth, rest, &open) { isDeep = true }
    isASCII = rest.allSatisfy { $0 < 0x80 } && all & 0x8080_8080_8080_8080 == 0
  }

  /// A one in every byte of the word that is the given one.
  private static func places(of byte: UInt64, in word: UInt64) -> UInt64 {
    let different = word ^ (byte &* 0x0101_0101_0101_0101)
    let low: UInt64 = 0x7F7F_7F7F_7F7F_7F7F
    return ~(((different & low) &+ low) | different | low) >> 7
  }

  /// The sum of the word's bytes.
  private static func sum(_ word: UInt64) -> Int {
    let pairs = (word & 0x00FF_00FF_00FF_00FF) &+ ((word >> 8) & 0x00FF_00FF_00FF_00FF)
    return Int((pairs &* 0x0001_0001_0001_0001) >> 48)
  }

  private static func gets(deeperThan depth: Int, _ bytes: UnsafeRawBufferPointer, _ open: inout Int) -> Bool
  {
    var isDeeper = false
    for byte in bytes {
      switch byte {
      case 0x28, 0x5B, 0x7B:
        open += 1
        if open > depth { isDeeper = true }
      case 0x29, 0x5D, 0x7D: open = max(0, open - 1)
      default: break
      }
    }
    return isDeeper
  }
}

extension UnsafeRawBufferPointer {
  /// Whether the bytes are UTF-8; ASCII is passed over eight bytes at a time.
  var isUTF8: Bool {
    var index = 0
    while index < count {
      if index + 8 <= count,
        loadUnaligned(fromByteOffset: index, as: UInt64.self) & 0x8080_8080_8080_8080 == 0
      {
        index += 8
        continue
      }
      guard let length = lengthOfScalar(at: index) else { return false }
      index += length
    }
    return true
  }

  /// How many bytes the scalar at an offset has; `nil` where none stands there (RFC 3629).
  private func lengthOfScalar(at index: Int) -> Int? {
    let first = self[index]
    let (length, low, high): (Int, UInt8, UInt8)
    switch first {
    case 0x00...0x7F: return 1
    case 0xC2...0xDF: (length, low, high) = (2, 0x80, 0xBF)
    case 0xE0: (length, low, high) = (3, 0xA0, 0xBF)
    case 0xED: (length, low, high) = (3, 0x80, 0x9F)
    case 0xE1...0xEF: (length, low, high) = (3, 0x80, 0xBF)
    case 0xF0: (length, low, high) = (4, 0x90, 0xBF)
    case 0xF4: (length, low, high) = (4, 0x80, 0x8F)
    case 0xF1...0xF3: (length, low, high) = (4, 0x80, 0xBF)
    default: return nil
    }
    guard index + length <= count, (low...high).contains(self[index + 1]) else { return nil }
    for offset in 2..<Swift.max(2, length) where self[index + offset] & 0xC0 != 0x80 { return nil }
    return length
  }
}
