// The hash of keys in memory, after the published description of wyhash: words of the input, mixed with secrets, are
// multiplied to 128 bits, and the halves folded together.
//
//    bytes   [ 96 at a time on six lanes ][ 48 on three ][ 16 at a time ][ the last 16, overlapping ]   every byte takes part
//
// A product takes the processor four steps, and a new one can begin at each: six lanes keep it busy.
//
// It takes a tenth of the time of SipHash. The secrets come from the seed, which differs from process to process, so that
// nobody outside can choose keys that all meet; and keys that do meet are told apart by `==`.

/// Folds words and bytes into 64 bits.
@usableFromInline enum KeyHash {
  // Odd numbers with as many ones as zeros.
  @usableFromInline static var first: UInt64 { 0x2d35_8dcc_aa6c_78a5 }
  @usableFromInline static var second: UInt64 { 0x8bb8_4b93_962e_acc9 }
  @usableFromInline static var third: UInt64 { 0x4b33_a62e_d433_d4a3 }
  private static var fourth: UInt64 { 0x4d5a_2da5_1de1_aa47 }
  private static var fifth: UInt64 { 0xa076_1d64_78bd_642f }
  private static var sixth: UInt64 { 0xe703_7ed1_a0b4_28db }

  /// The halves of the product, folded.
  @inlinable @inline(__always) static func fold(_ left: UInt64, _ right: UInt64) -> UInt64 {
    let (high, low) = left.multipliedFullWidth(by: right)
    return high ^ low
  }

  /// The hash of one word.
  @inlinable @inline(__always) static func word(_ word: UInt64, seed: Int) -> Int {
    let secret = UInt64(bitPattern: Int64(seed))
    return mix(word, secret ^ second, secret)
  }

  /// Two words in one, by two products: after one alone, numbers in a row are spread unevenly.
  @inlinable @inline(__always) static func mix(_ left: UInt64, _ right: UInt64, _ secret: UInt64) -> Int {
    let (high, low) = (left ^ secret ^ first).multipliedFullWidth(by: right)
    return Int(truncatingIfNeeded: fold(low ^ secret ^ third, high ^ secret ^ second))
  }

  /// The hash of all bytes and of how many they are.
  ///
  /// - Complexity: O(*n*).
  @usableFromInline static func bytes(_ bytes: UnsafeRawBufferPointer, seed: Int) -> Int {
    let secret = UInt64(bitPattern: Int64(seed))
    let count = bytes.count
    guard var place = bytes.baseAddress, count > 0 else { return word(0, seed: seed ^ 1) }
    var state = fold(secret ^ first, secret ^ second)
    let a: UInt64
    let b: UInt64
    if count > 16 {
      var rest = count
      if rest > 96 { state = lanes(&place, &rest, state, secret) }
      if rest > 48 {
        let (one, two, three) = (secret ^ first, secret ^ second, secret ^ third)
        var (left, right) = (state, state)
        while rest > 48 {
          state = fold(load(place) ^ one, load(place + 8) ^ state)
          left = fold(load(place + 16) ^ two, load(place + 24) ^ left)
          right = fold(load(place + 32) ^ three, load(place + 40) ^ right)
          place += 48
          rest -= 48
        }
        state ^= left ^ right
      }
      while rest > 16 {
        state = fold(load(place) ^ secret ^ second, load(place + 8) ^ state)
        place += 16
        rest -= 16
      }
      (a, b) = (load(place + rest - 16), load(place + rest - 8))
    } else if count >= 4 {
      let middle = (count >> 3) << 2
      a = UInt64(half(place)) << 32 | UInt64(half(place + middle))
      b = UInt64(half(place + count - 4)) << 32 | UInt64(half(place + count - 4 - middle))
    } else {
      a = UInt64(bytes[0]) << 16 | UInt64(bytes[count >> 1]) << 8 | UInt64(bytes[count - 1])
      b = 0
    }
    return mix(a ^ UInt64(count), b ^ state, secret)
  }

  /// Takes 96 bytes at a time, as long as there are more; lanes have secrets of their own, or blocks could change places.
  @inline(__always) private static func lanes(
    _ place: inout UnsafeRawPointer, _ rest: inout Int, _ state: UInt64, _ secret: UInt64
  ) -> UInt64 {
    let (one, two, three) = (secret ^ first, secret ^ second, secret ^ third)
    let (four, five, six) = (secret ^ fourth, secret ^ fifth, secret ^ sixth)
    var (a, b, c, d, e, f) = (state, state, state, state, state, state)
    while rest > 96 {
      a = fold(load(place) ^ one, load(place + 8) ^ a)
      b = fold(load(place + 16) ^ two, load(place + 24) ^ b)
      c = fold(load(place + 32) ^ three, load(place + 40) ^ c)
      d = fold(load(place + 48) ^ four, load(place + 56) ^ d)
      e = fold(load(place + 64) ^ five, load(place + 72) ^ e)
      f = fold(load(place + 80) ^ six, load(place + 88) ^ f)
      place += 96
      rest -= 96
    }
    return (a ^ b ^ c) ^ (d ^ e ^ f)
  }

  @inline(__always) private static func load(_ place: UnsafeRawPointer) -> UInt64 {
    place.loadUnaligned(as: UInt64.self)
  }

  @inline(__always) private static func half(_ place: UnsafeRawPointer) -> UInt32 {
    place.loadUnaligned(as: UInt32.self)
  }
}
