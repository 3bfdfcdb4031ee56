import HashProbe

/// Looks for any of several names in the raw bytes of a source, as whole words.
///
/// A word ends where no letter, digit or underscore goes on. A byte outside of ASCII counts as an end, since it may be
/// a quotation mark as well as a letter: a word too many costs time, a word too few would cost a finding.
///
/// What is searched for is what the names have in common, `ache` of `cache`, `CacheData` and `cacheResource`: one pass
/// instead of one a name, and where it hits, the word around it is compared.
struct WordSearch: Sendable {
  private let names: [[UInt8]]
  /// Every name contains one of them.
  private let stems: [[UInt8]]
  /// Finds everything: an empty name, or one that has several spellings in bytes.
  let isEverywhere: Bool

  /// Stems shorter than this would hit too often.
  private static let shortestStem = 4

  init(_ names: some Sequence<String>) {
    self.names = Set(names).map { Array($0.utf8) }.sorted { $0.lexicographicallyPrecedes($1) }
    isEverywhere = self.names.contains { $0.isEmpty || $0.contains { !Self.isWordByte($0) } }
    stems = isEverywhere ? [] : Self.stems(of: self.names)
  }

  /// Whether any of the names occurs.
  func occurs(in bytes: UnsafeRawBufferPointer) -> Bool {
    if isEverywhere { return true }
    return stems.contains { firstWord(around: $0, in: bytes, from: 0) != nil }
  }

  /// Where the names occur, in ascending order; empty for a search that finds everything.
  func offsets(in bytes: UnsafeRawBufferPointer) -> [Int] {
    var offsets: [Int] = []
    for stem in stems {
      var start = 0
      while let word = firstWord(around: stem, in: bytes, from: start) {
        offsets.append(word.lowerBound)
        start = word.upperBound
      }
    }
    return offsets.sorted()
  }

  /// The first word at or behind `start` that is one of the names and contains the stem.
  private func firstWord(
    around stem: [UInt8], in bytes: UnsafeRawBufferPointer, from start: Int
  ) -> Range<Int>? {
    var start = start
    while let offset = ByteSearch.offset(of: stem, in: bytes, from: start) {
      var low = offset
      while low > 0, Self.isWordByte(bytes[low - 1]) { low -= 1 }
      var high = offset + stem.count
      while high < bytes.count, Self.isWordByte(bytes[high]) { high += 1 }
      let word = UnsafeRawBufferPointer(rebasing: bytes[low..<high])
      if names.contains(where: { $0.count == word.count && $0.elementsEqual(word) }) { return low..<high }
      start = high
    }
    return nil
  }

  /// One stem for names that have enough in common; otherwise each name that contains no other one.
  private static func stems(of names: [[UInt8]]) -> [[UInt8]] {
    if let common = commonPart(of: names), common.count >= shortestStem { return [common] }
    return names.filter { name in
      !names.contains { other in
        other != name
          && name.withUnsafeBytes { ByteSearch.offset(of: other, in: $0) != nil }
      }
    }
  }

  /// The longest run of bytes that all names contain.
  private static func commonPart(of names: [[UInt8]]) -> [UInt8]? {
    guard let shortest = names.min(by: { $0.count < $1.count }) else { return nil }
    for length in stride(from: shortest.count, to: 0, by: -1) {
      for start in 0...(shortest.count - length) {
        let part = Array(shortest[start..<(start + length)])
        let isCommon = names.allSatisfy { name in
          name.withUnsafeBytes { ByteSearch.offset(of: part, in: $0) != nil }
        }
        if isCommon { return part }
      }
    }
    return nil
  }

  static func isWordByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"):
      true
    default: false
    }
  }
}
