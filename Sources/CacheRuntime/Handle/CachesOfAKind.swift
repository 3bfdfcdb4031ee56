/// All data caches of the process.
public enum DataCache {
  /// Forgets every result of every data function, in memory and in the stores of this process.
  ///
  /// - Complexity: O(*n*) in the number of caches and of results.
  public static func clearAll() {
    CacheRegistry.shared.clearAll(.data)
    CacheStores.remove(.kind(.data))
  }

  /// Runs `body` past all caches, whatever their kind: every call in it computes, and nothing is stored.
  ///
  /// - Throws: what `body` throws.
  public static func bypass<R>(_ body: () throws -> R) rethrows -> R {
    try CacheBypass.run(.everything, body)
  }

  /// Runs `body` past all caches, whatever their kind: every call in it computes, and nothing is stored.
  ///
  /// - Throws: what `body` throws.
  public static func bypass<R>(
    isolation: isolated (any Actor)? = #isolation, _ body: () async throws -> R
  ) async rethrows -> R {
    try await CacheBypass.run(isolation: isolation, .everything, body)
  }
}

/// All resource caches of the process.
public enum ResourceCache {
  /// Forgets every resource of every resource function.
  ///
  /// - Complexity: O(*n*) in the number of caches and of results.
  public static func clearAll() { CacheRegistry.shared.clearAll(.resource) }
}

/// All caches of the deprecated `cache`.
public enum LegacyCache {
  /// Forgets every result of every function on `cache`, in memory and in the stores of this process.
  ///
  /// - Complexity: O(*n*) in the number of caches and of results.
  public static func clearAll() {
    CacheRegistry.shared.clearAll(.legacy)
    CacheStores.remove(.kind(.legacy))
  }
}
