/// A share of the files of a run, so that several machines can lint one tree.
///
/// A file belongs to a share by its path as it is reported, whatever other files there are: a file that is added moves
/// no other one.
package struct Shard: Hashable, Sendable, CustomStringConvertible {
  /// Which share, from 1 on.
  package let number: Int
  package let count: Int

  /// Everything.
  package static let whole = Shard(only: 1)

  private init(only number: Int) {
    self.number = number
    count = number
  }

  /// `nil` unless 1 ≤ `number` ≤ `count`.
  package init?(_ number: Int, of count: Int) {
    guard number >= 1, number <= count else { return nil }
    self.number = number
    self.count = count
  }

  /// `2/7`; `nil` for anything else.
  package init?(_ text: String) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    let isPlain = text.utf8.allSatisfy {
      $0 == UInt8(ascii: "/") || ($0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9"))
    }
    guard isPlain, parts.count == 2, let number = Int(parts[0]), let count = Int(parts[1]) else { return nil }
    self.init(number, of: count)
  }

  /// `2/7`.
  package var description: String { "\(number)/\(count)" }

  /// Whether a path as it is reported belongs to the share.
  package func contains(_ path: String) -> Bool {
    count == 1 || Int(Self.digest(path) % UInt64(count)) == number - 1
  }

  /// FNV-1a, its bits mixed once more, since the lowest ones of similar paths are alike.
  private static func digest(_ path: String) -> UInt64 {
    var value: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in path.utf8 { value = (value ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
    value = (value ^ (value >> 33)) &* 0xff51_afd7_ed55_8ccd
    return value ^ (value >> 33)
  }
}
