/// The stores that `persist: .disk` and `persist: .shared` mean.
public enum CacheStores {
  private struct State {
    var disk: (any CacheStore)?
    var shared: (any CacheStore)?
    var platform: DiskStore?
    var used: [ObjectIdentifier: any CacheStore] = [:]
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

  /// The store on disk of this program, opened when it is first needed.
  static var diskOrDefault: (any CacheStore)? {
    state.withLock { state in
      if let disk = state.disk { return disk }
      state.platform = state.platform ?? DiskStore.defaultPath.map { DiskStore(path: $0) }
      return state.platform
    }
  }

  static func noteUse(of store: any CacheStore) {
    state.withLock { $0.used[ObjectIdentifier(store)] = store }
  }

  /// Every store that a function of the process has used, and those that are named here.
  static var all: [any CacheStore] {
    state.withLock { state in
      var all = state.used
      for store in [state.disk, state.shared].compactMap(\.self) { all[ObjectIdentifier(store)] = store }
      // What an earlier run of this program has left counts too, and a folder that is not there is not made.
      if state.disk == nil, state.platform == nil, let path = DiskStore.defaultPath,
        DiskStore.exists(at: path)
      {
        let store = DiskStore(path: path)
        state.platform = store
        all[ObjectIdentifier(store)] = store
      }
      return Array(all.values)
    }
  }

  /// Takes out of every store what is selected; what fails is said in the log.
  static func remove(_ selection: StoreSelection) {
    for store in all {
      do { try store.remove(selection) } catch { CacheLog.clearFailed(error) }
    }
  }
}
