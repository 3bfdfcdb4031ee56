/// The secret name of a session: 256 random bits, as 43 characters that a cookie can hold.
package struct SessionID: Hashable, Sendable {
  private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8)
  private static let length = 43

  /// The characters.
  package let text: String

  /// A name that nobody can guess.
  package init(using generator: inout some RandomNumberGenerator) {
    let characters = (0..<Self.length).map { _ in
      Self.alphabet[Int(generator.next(upperBound: UInt(Self.alphabet.count)))]
    }
    text = String(decoding: characters, as: UTF8.self)
  }

  /// A name that came from outside; nil where it cannot be one.
  package init?(_ text: String) {
    guard text.utf8.count == Self.length, text.utf8.allSatisfy(Self.alphabet.contains) else { return nil }
    self.text = text
  }
}
