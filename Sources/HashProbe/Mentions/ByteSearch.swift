/// Looks for bytes among bytes.
///
/// Thirty-two places at a time are asked for the first and the last byte that is wanted; where both stand, the bytes
/// between are compared.
package enum ByteSearch {
  private typealias Block = SIMD32<UInt8>

  /// Where `needle` first occurs at or behind `start`.
  package static func offset(of needle: [UInt8], in bytes: UnsafeRawBufferPointer, from start: Int = 0)
    -> Int?
  {
    guard let first = needle.first, let last = needle.last else { return start }
    let end = bytes.count - needle.count
    let firsts = Block(repeating: first)
    let lasts = Block(repeating: last)
    var index = start
    while index + 32 <= end + 1 {
      let left = bytes.loadUnaligned(fromByteOffset: index, as: Block.self) .== firsts
      let right = bytes.loadUnaligned(fromByteOffset: index + needle.count - 1, as: Block.self) .== lasts
      if (left .& right).isAnywhere {
        for place in index..<(index + 32) where stands(needle, in: bytes, at: place) { return place }
      }
      index += 32
    }
    while index <= end {
      if stands(needle, in: bytes, at: index) { return index }
      index += 1
    }
    return nil
  }

  /// Where a byte occurs, in ascending order.
  @inline(__always)
  static func forEachOffset(of byte: UInt8, in bytes: UnsafeRawBufferPointer, _ body: (Int) -> Void) {
    let wanted = SIMD16<UInt8>(repeating: byte)
    var index = 0
    while index + 16 <= bytes.count {
      let mask = bytes.loadUnaligned(fromByteOffset: index, as: SIMD16<UInt8>.self) .== wanted
      let halves = unsafeBitCast(mask, to: SIMD2<UInt64>.self)
      for half in 0..<2 {
        // Eight bits are set for each place where it stands.
        var bits = UInt64(littleEndian: halves[half])
        while bits != 0 {
          let place = bits.trailingZeroBitCount / 8
          body(index + 8 * half + place)
          bits &= place == 7 ? 0 : ~UInt64(0) << UInt64(8 * (place + 1))
        }
      }
      index += 16
    }
    while index < bytes.count {
      if bytes[index] == byte { body(index) }
      index += 1
    }
  }

  private static func stands(_ needle: [UInt8], in bytes: UnsafeRawBufferPointer, at place: Int) -> Bool {
    for offset in needle.indices where bytes[place + offset] != needle[offset] { return false }
    return true
  }
}

extension SIMDMask<SIMD32<Int8>> {
  /// Whether it is set for any lane.
  fileprivate var isAnywhere: Bool {
    let words = unsafeBitCast(self, to: SIMD4<UInt64>.self)
    return words[0] | words[1] | words[2] | words[3] != 0
  }
}
