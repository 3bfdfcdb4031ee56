import Foundation
import SeededRandom
import Testing

@testable import CacheRuntime

@Suite struct KeyHashTests {
  private func hash(_ bytes: [UInt8], seed: Int = 7) -> Int {
    bytes.withUnsafeBytes { KeyHash.bytes($0, seed: seed) }
  }

  @Test("K12: every bit of every byte counts, at every length", arguments: [0, 1, 2, 3, 4, 7, 8, 15, 16, 17])
  func everyBit(first: Int) {
    var generator = SeededGenerator(seed: UInt64(first))
    for length in stride(from: first, to: 260, by: 18) {
      var bytes = (0..<length).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
      let original = hash(bytes)
      for place in 0..<length {
        for bit in 0..<8 {
          bytes[place] ^= 1 << bit
          #expect(hash(bytes) != original, "length \(length), byte \(place), bit \(bit)")
          bytes[place] ^= 1 << bit
        }
      }
    }
  }

  @Test("the length counts, and so does the seed") func lengthAndSeed() {
    #expect(Set((0..<500).map { hash([UInt8](repeating: 0, count: $0)) }).count == 500)
    #expect(Set((0..<500).map { hash([1, 2, 3], seed: $0) }).count == 500)
    #expect(Set((0..<500).map { KeyHash.word(1, seed: $0) }).count == 500)
  }

  @Test("the same bytes have the same hash wherever they lie", arguments: [3, 16, 48, 49, 100])
  func alignment(length: Int) {
    let bytes = (0..<length).map { UInt8(truncatingIfNeeded: $0 &* 31) }
    for shift in 0..<9 {
      let moved = [UInt8](repeating: 9, count: shift) + bytes
      let hash = moved.withUnsafeBytes {
        KeyHash.bytes(UnsafeRawBufferPointer(rebasing: $0[shift...]), seed: 7)
      }
      #expect(hash == self.hash(bytes))
    }
  }

  @Test(
    "hashes of numbers in a row fill the cells of a table and its shards evenly",
    arguments: [0, 8, 20, 40, 54])
  func spread(shift: Int) {
    // 64 numbers a cell on average: a random function leaves chi-square within 1,023 ± 250 but once in a hundred million.
    for step: UInt64 in [1, 2, 8, 1_000, 1 << 32] {
      var cells = [Int](repeating: 0, count: 1_024)
      for number in 0..<65_536 as Range<UInt64> {
        cells[Int(truncatingIfNeeded: KeyHash.word(number &* step, seed: 7) >> shift) & 1_023] += 1
      }
      let chiSquare = cells.reduce(0.0) { $0 + Double(($1 - 64) * ($1 - 64)) / 64 }
      #expect(chiSquare < 1_273, "step \(step)")
    }
  }

  @Test("H16: Data is hashed whole, not its first 80 bytes") func data() {
    var data = Data(count: 1_000)
    let original = StrictArgument(data)
    data[999] = 1
    #expect(StrictArgument(data) != original)
    #expect(StrictArgument(data)._rawHashValue(seed: 7) != original._rawHashValue(seed: 7))
    #expect(StrictArgument(data).hashValue != original.hashValue)
    #expect(
      StrictArgument(data.dropFirst(10))._rawHashValue(seed: 7)
        == StrictArgument(Data(data.dropFirst(10)))._rawHashValue(seed: 7))
  }

  @Test("what is one key has one hash") func lawOfHashes() {
    func same<T: StrictlyKeyed>(_ left: T, _ right: T, sourceLocation: SourceLocation = #_sourceLocation) {
      #expect(left.isSameKey(as: right), sourceLocation: sourceLocation)
      #expect(left.keyHash(seed: 7) == right.keyHash(seed: 7), sourceLocation: sourceLocation)
    }
    same(Double.nan, -Double.nan)
    same([Double?.some(.nan)], [-Double.nan])
    same("abc", String("cba".reversed()))
    same("a long text that lies on the heap"[...], "x a long text that lies on the heap".dropFirst(2))
    let words = (0..<100).map { "word \($0)" }
    same(Set(words), Set(words.reversed()))
    same(
      Dictionary(uniqueKeysWithValues: words.map { ($0, [$0.count]) }),
      Dictionary(uniqueKeysWithValues: words.reversed().map { ($0, [$0.count]) }))
    same([1, 2, 3][1...], [9, 2, 3][1...])
    same(AnyHashable("x"), AnyHashable("x"))
    same(["a": Optional([1])], ["a": [1]])
  }

  @Test("parts, elements and nothing are told apart") func parts() {
    func hash(_ value: some StrictlyKeyed) -> Int { value.keyHash(seed: 7) }
    #expect(hash(["ab", "c"]) != hash(["a", "bc"]))
    #expect(hash([[1], []]) != hash([[], [1]]))
    #expect(hash(Int?.none) != hash(Int?.some(0)))
    #expect(hash(Int??.some(nil)) != hash(Int??.none))
    #expect(hash(["a": 1, "b": 2]) != hash(["a": 2, "b": 1]))
    #expect(
      KeyPair(StrictArgument(1), StrictArgument(2))._rawHashValue(seed: 7)
        != KeyPair(StrictArgument(2), StrictArgument(1))._rawHashValue(seed: 7))
  }
}
