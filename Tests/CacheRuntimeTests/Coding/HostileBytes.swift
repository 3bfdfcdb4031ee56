import SeededRandom

@testable import CacheRuntime

/// Bytes that no encoder wrote: changed encodings, and plain noise.
///
/// Changes know the format: they put tags, lengths and counts where such stand, wrap, cut, splice and repeat.
struct HostileBytes {
  private var generator: SeededGenerator
  private let seeds: [[UInt8]]

  /// - Parameter seeds: Right encodings to begin with.
  init(seed: UInt64, seeds: [[UInt8]]) {
    generator = SeededGenerator(seed: seed)
    self.seeds = seeds
  }

  mutating func next() -> [UInt8] {
    if below(8) == 0 { return noise(below(64)) }
    var bytes = seeds.randomElement(using: &generator) ?? []
    for _ in 0...below(4) { change(&bytes) }
    return bytes
  }

  private mutating func below(_ bound: Int) -> Int { Int.random(in: 0..<max(1, bound), using: &generator) }

  private mutating func noise(_ count: Int) -> [UInt8] {
    (0..<count).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
  }

  private mutating func change(_ bytes: inout [UInt8]) {
    guard !bytes.isEmpty else {
      bytes = noise(1 + below(16))
      return
    }
    let place = below(bytes.count)
    switch below(12) {
    case 0: bytes[place] ^= 1 << UInt8(below(8))
    case 1: bytes[place] = UInt8(below(256))
    case 2: bytes[place] = UInt8(below(24))  // a tag, or the one behind the last
    case 3: bytes.removeSubrange(place...)
    case 4: bytes.remove(at: place)
    case 5: bytes.insert(contentsOf: noise(1 + below(8)), at: place)
    case 6: bytes.replaceSubrange(place..<min(bytes.count, place + 1 + below(3)), with: number())
    case 7:
      let piece = Array(bytes[place..<min(bytes.count, place + 1 + below(32))])
      for _ in 0...below(20) { bytes.insert(contentsOf: piece, at: place) }
    case 8:
      let other = seeds.randomElement(using: &generator) ?? []
      let from = below(other.count)
      bytes.replaceSubrange(place..., with: other[min(from, other.count)...])
    case 9: bytes = [UInt8](repeating: BinaryTag.some.rawValue, count: 1 + below(400)) + bytes
    case 10:
      bytes = nested(
        in: below(2) == 0 ? BinaryTag.sequence.rawValue : BinaryTag.map.rawValue, bytes, times: 1 + below(220)
      )
    default: bytes.swapAt(place, below(bytes.count))
    }
  }

  /// A variable-length number: small, large, beyond 64 bits, or without an end.
  private mutating func number() -> [UInt8] {
    switch below(4) {
    case 0: [UInt8(below(128))]
    case 1: [0xFF, 0xFF, 0xFF, 0xFF, UInt8(below(16))]
    case 2: [UInt8](repeating: 0xFF, count: 9) + [UInt8(below(3))]
    default: [UInt8](repeating: 0x80, count: 1 + below(30))
    }
  }

  /// Containers of one in containers of one, with right lengths.
  private func nested(in tag: UInt8, _ bytes: [UInt8], times: Int) -> [UInt8] {
    var inner = bytes
    for _ in 0..<times {
      var contents = variable(1)
      if tag == BinaryTag.map.rawValue { contents += [1, UInt8(ascii: "a")] }
      contents += inner
      inner = [tag] + variable(contents.count) + contents
    }
    return inner
  }

  private func variable(_ number: Int) -> [UInt8] {
    var rest = number
    var bytes: [UInt8] = []
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    return bytes + [UInt8(rest)]
  }
}
