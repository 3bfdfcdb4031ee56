/// One user's stay: results of functions with `scope: .session` belong to it and go with it.
public final class CacheSession: Sendable {
  /// The session that the current task runs for; nil outside of one.
  @TaskLocal public static var current: CacheSession?

  /// Where session results go outside of any session.
  static let outside = CacheSession()

  private let cores = Guarded<[ObjectIdentifier: FunctionCore]>([:])

  /// A session without results.
  public init() {}

  deinit { end() }

  /// Runs `body` for this session.
  public func run<R>(_ body: () throws -> R) rethrows -> R {
    try Self.$current.withValue(self, operation: body)
  }

  /// Runs `body` for this session.
  public func run<R>(
    isolation: isolated (any Actor)? = #isolation, _ body: () async throws -> R
  ) async rethrows -> R {
    try await Self.$current.withValue(self, operation: body, isolation: isolation)
  }

  /// Releases every result of this session; one that is being computed reaches its caller and is not stored.
  public func end() {
    let all = cores.withLock { cores in
      defer { cores = [:] }
      return Array(cores.values)
    }
    for core in all { core.clear() }
  }

  /// The session's own part of a function's cache.
  func core<Core: FunctionCore>(of function: FunctionCore, make: () -> Core) -> Core {
    cores.withLock { cores in
      if let core = cores[ObjectIdentifier(function)] as? Core { return core }
      let core = make()
      cores[ObjectIdentifier(function)] = core
      return core
    }
  }

  /// The session's own part of a function's cache, if there is one.
  func existingCore(of function: FunctionCore) -> FunctionCore? {
    cores.withLock { $0[ObjectIdentifier(function)] }
  }
}
