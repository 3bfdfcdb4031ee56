package import CacheRuntime

/// The server on which a team's machines keep what linting has found out, so that each finds what another has computed.
package enum ResultStore {
  /// - Parameters:
  ///   - address: Such as `redis://host:6379`.
  ///   - secret: Authenticates entries; without it, who can write to the server can change what is found.
  /// - Throws: `ResultStoreError`. That the server does not answer is no error: files are then linted as without it.
  package static func shared(
    at address: String, secret: String? = nil
  ) throws(ResultStoreError) -> any CacheStore {
    #if SharedStore
    var options = SharedStoreOptions()
    options.namespace = "recache-lint"
    // A day's work of a team is worth keeping, the findings of last year are not.
    options.lifetime = .days(14)
    do {
      if let secret { options.secret = try SharedStoreSecret(secret) }
      return try SharedStore(url: address, options)
    } catch {
      throw .unusable("\(error)")
    }
    #else
    throw .notBuiltIn
    #endif
  }
}

/// Why there is no shared store of results.
package enum ResultStoreError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The program was built without the trait.
  case notBuiltIn
  /// The address or the secret cannot be.
  case unusable(String)

  package var description: String {
    switch self {
    case .notBuiltIn:
      "this recache is built without the trait 'SharedStore'; build it with '--traits SharedStore'"
    case .unusable(let reason): reason
    }
  }
}
