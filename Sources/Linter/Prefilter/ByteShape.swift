/// What one fast pass over the bytes of a source tells of it.
struct ByteShape {
  /// No byte is outside of ASCII.
  private(set) var isASCII = true
  /// Brackets are nested deeper than was asked, those in comments and strings counted too.
  private(set) var isDeep = false

  private typealias Block = SIMD32<UInt8>

  /// How many blocks are counted together.
  private static let chunk = 16

  /// - Parameter depth: From where on nesting is deep.
  init(_ bytes: UnsafeRawBufferPointer, depth: Int) {
    var open = 0
    var index = 0
    var all = Block.zero
    while index + 32 * Self.chunk <= bytes.count {
      var opening = Block.zero
      var closing = Block.zero
      for _ in 0..<Self.chunk {
        let block = bytes.loadUnaligned(fromByteOffset: index, as: Block.self)
        all |= block
        // '[' and '{', ']' and '}' differ in one bit.
        let folded = block | Block(repeating: 0x20)
        opening &-=
          Self.ones(block .== Block(repeating: 0x28)) &+ Self.ones(folded .== Block(repeating: 0x7B))
        closing &-=
          Self.ones(block .== Block(repeating: 0x29)) &+ Self.ones(folded .== Block(repeating: 0x7D))
        index += 32
      }
      let (up, down) = (Self.sum(opening), Self.sum(closing))
      // In any order of the chunk's brackets it gets no deeper than this.
      if open + up > depth {
        let chunk = UnsafeRawBufferPointer(rebasing: bytes[(index - 32 * Self.chunk)..<index])
        if Self.gets(deeperThan: depth, chunk, &open) { isDeep = true }
      } else {
        open = max(0, open + up - down)
      }
    }
    let rest = UnsafeRawBufferPointer(rebasing: bytes[index...])
    if Self.gets(deeperThan: depth, rest, &open) { isDeep = true }
    isASCII = rest.allSatisfy { $0 < 0x80 } && !(all .>= Block(repeating: 0x80)).isAnywhere
  }

  /// 255 where the mask is set.
  private static func ones(_ mask: SIMDMask<SIMD32<Int8>>) -> Block { unsafeBitCast(mask, to: Block.self) }

  private static func sum(_ block: Block) -> Int {
    var sum = 0
    for lane in block.indices { sum += Int(block[lane]) }
    return sum
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
