#if SharedStore

/// Why a shared store could not do what it was asked; the cached function is none the worse for it.
public struct SharedStoreFailure: Error, Hashable, Sendable, CustomStringConvertible {
  /// Where the server is; without user and password.
  public let server: String
  /// What went wrong, in a few words.
  public let reason: String

  init(_ address: ServerAddress, _ error: ServerError) {
    server = "\(address)"
    reason = "\(error)"
  }

  init(_ address: ServerAddress, _ reason: String) {
    server = "\(address)"
    self.reason = reason
  }

  /// Both in a sentence.
  public var description: String { "the shared store at \(server): \(reason)" }
}

#endif
