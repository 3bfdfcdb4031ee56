#if SharedStore
internal import Crypto

/// What the machines of a team know and others do not; it never goes to the server, and into no log.
public struct SharedStoreSecret: Sendable {
  let key: SymmetricKey

  /// A secret of these bytes.
  ///
  /// - Throws: `SharedStoreOptionsError.shortSecret` for fewer than 16.
  public init(_ bytes: [UInt8]) throws(SharedStoreOptionsError) {
    guard bytes.count >= 16 else { throw .shortSecret(bytes.count) }
    key = SymmetricKey(data: bytes)
  }

  /// A secret of the UTF-8 of this text, such as 32 random bytes in hexadecimal digits.
  ///
  /// - Throws: `SharedStoreOptionsError.shortSecret` for fewer than 16 bytes.
  public init(_ text: String) throws(SharedStoreOptionsError) { try self.init(Array(text.utf8)) }
}

extension SharedStoreSecret: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  /// Not the secret.
  public var description: String { "(secret)" }
  /// Not the secret.
  public var debugDescription: String { description }
  /// Nothing to be seen.
  public var customMirror: Mirror { Mirror(self, children: []) }
}

#endif
