/// The stores that `persist: .disk` and `persist: .shared` mean.
public enum CacheStores {
  private struct State {
    var disk: (any CacheStore)?
    var shared: (any CacheStore)?
  }

  private static let state = Guarded(State())

  /// What `.shared` means; nil for nothing yet: results are then kept in memory only, and the log says so.
  public static var shared: (any CacheStore)? {
    get { state.withLock { $0.shared } }
    set { state.withLock { $0.shared = newValue } }
  }

  /// What `.disk` means; nil for the platform's cache directory.
  public static var disk: (any CacheStore)? {
    get { state.withLock { $0.disk } }
    set { state.withLock { $0.disk = newValue } }
  }
}
