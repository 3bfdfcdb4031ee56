/// Estimates how often keys were used lately: a count-min sketch of four rows of 4-bit counters.
struct FrequencySketch: Sendable {
  /// Sixteen counters a word.
  private var words: ContiguousArray<UInt64> = []
  private var additions = 0

  /// Counts a use of a key, in a cache with so many entries.
  mutating func add(_ hash: UInt32, entries: Int) {
    if words.count < entries { grow(toHold: entries) }
    var added = false
    for row in 0..<4 {
      let (word, shift) = place(of: hash, row: row)
      if words[word] >> shift & 15 < 15 {
        words[word] += 1 << shift
        added = true
      }
    }
    guard added else { return }
    additions += 1
    if additions >= words.count * 10 { age() }
  }

  /// The number of uses, at least; never less than the true number since the last halvings.
  func estimate(_ hash: UInt32) -> UInt64 {
    guard !words.isEmpty else { return 0 }
    return (0..<4).reduce(15) { least, row in
      let (word, shift) = place(of: hash, row: row)
      return min(least, words[word] >> shift & 15)
    }
  }

  private func place(of hash: UInt32, row: Int) -> (word: Int, shift: UInt64) {
    var mixed = UInt64(hash) &+ 0x9E37_79B9_7F4A_7C15 &* UInt64(row + 1)
    mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    mixed ^= mixed >> 31
    // The top two bits of the position in the word are the row's own, so that rows do not share counters.
    return (Int(mixed >> 8) & (words.count - 1), (UInt64(row) << 2 | mixed & 3) << 2)
  }

  private mutating func age() {
    for index in words.indices { words[index] = words[index] >> 1 & 0x7777_7777_7777_7777 }
    additions /= 2
  }

  private mutating func grow(toHold entries: Int) {
    var size = 16
    while size < entries { size *= 2 }
    // The places change with the size, so the counts start anew.
    words = ContiguousArray(repeating: 0, count: size)
    additions = 0
  }
}
