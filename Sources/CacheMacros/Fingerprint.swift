import SwiftSyntax

/// A digest of a function's tokens: comments and white space do not count, every other edit does.
enum Fingerprint {
  /// Two 64-bit FNV-1a sums with different starts, in hexadecimal.
  static func of(_ node: some SyntaxProtocol) -> String {
    var sums: (UInt64, UInt64) = (0xcbf2_9ce4_8422_2325, 0x9ae1_6a3b_2f90_404f)
    for token in node.tokens(viewMode: .sourceAccurate) {
      for byte in token.text.utf8 { add(byte, to: &sums) }
      add(0xFF, to: &sums)  // no byte of UTF-8, so tokens cannot run together
    }
    return hexadecimal(sums.0) + hexadecimal(sums.1)
  }

  private static func add(_ byte: UInt8, to sums: inout (UInt64, UInt64)) {
    sums.0 = (sums.0 ^ UInt64(byte)) &* 0x100_0000_01b3
    sums.1 = (sums.1 ^ UInt64(byte)) &* 0x100_0000_01b3
    sums.1 ^= sums.1 >> 29
  }

  private static func hexadecimal(_ value: UInt64) -> String {
    let digits = String(value, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
