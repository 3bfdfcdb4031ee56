/// A name as a number, so that the names of a whole repository can be compared and kept at no cost.
///
/// Two names that share a number are taken for one: that makes a file too many be parsed, and never one too few. Names
/// outside of ASCII all share one, because Swift compares them by what they mean and not by their bytes.
package struct NameDigest: Hashable, Codable, Sendable {
  package let value: UInt64

  /// The digest of every name with a byte outside of ASCII.
  package static let foreign = NameDigest(value: 0)

  private init(value: UInt64) { self.value = value }

  /// FNV-1a.
  package init(_ bytes: some Sequence<UInt8>) {
    var value: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in bytes {
      guard byte < 0x80 else {
        self = .foreign
        return
      }
      value = (value ^ UInt64(byte)) &* 0x0000_0100_0000_01b3
    }
    self.value = value
  }

  package init(_ name: String) { self.init(name.utf8) }
}
