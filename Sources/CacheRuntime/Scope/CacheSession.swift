/// One user's stay: results of functions with `scope: .session` belong to it and go with it.
///
/// ```swift
/// let session = CacheSession()
/// await session.run { await page() }   // as often as the user comes back
/// session.end()                        // every result is released
/// ```
///
/// Which session counts is looked up at each call, in the current task; child tasks run for their parent's session, detached
/// ones for none. Calls outside of any session share the results of one that never ends.
public final class CacheSession: Sendable {
  /// The session that the current task runs for; nil outside of one.
  @TaskLocal public static var current: CacheSession?

  /// Where session results go outside of any session.
  static let outside = CacheSession()

  private struct Part {
    /// The cache of which it is a part; a closure's cache may go before the session does.
    let function: WeakCore
    let core: FunctionCore
  }

  private struct State {
    var parts: [ObjectIdentifier: Part] = [:]
    var hasEnded = false
  }

  private let state = Guarded(State())

  /// A session without results.
  public init() {}

  deinit { end() }

  /// Runs `body` for this session.
  ///
  /// - Throws: what `body` throws.
  public func run<R>(_ body: () throws -> R) rethrows -> R {
    try Self.$current.withValue(self, operation: body)
  }

  /// Runs `body` for this session.
  ///
  /// - Throws: what `body` throws.
  public func run<R>(
    isolation: isolated (any Actor)? = #isolation, _ body: () async throws -> R
  ) async rethrows -> R {
    try await Self.$current.withValue(self, operation: body, isolation: isolation)
  }

  /// Releases every result of this session, each once, and keeps none from now on.
  ///
  /// What is being computed reaches its caller, to whom it belongs then. Calls that come later compute and keep nothing.
  ///
  /// - Complexity: O(*n*) in the number of functions and of results.
  public func end() {
    let all = state.withLock { state in
      state.hasEnded = true
      return Array(state.parts.values)
    }
    for part in all {
      part.core.close()
      part.function.core?.retire(part.core)
    }
  }

  /// Forgets and releases every result of this session, which goes on.
  ///
  /// - Complexity: O(*n*) in the number of functions and of results.
  public func clear() {
    for part in state.withLock({ Array($0.parts.values) }) { part.core.clear(everywhere: true) }
  }

  /// Whether it has ended.
  public var hasEnded: Bool { state.withLock { $0.hasEnded } }

  /// The numbers so far of all functions in this session.
  ///
  /// - Complexity: O(*n*) in the number of functions.
  public var statistics: CacheStatistics {
    state.withLock { Array($0.parts.values) }.reduce(into: CacheStatistics()) { $0.add($1.core.statistics) }
  }

  /// The session's own part of a function's cache.
  func core<Core: FunctionCore>(of function: FunctionCore, make: () -> Core) -> Core {
    // What goes is let go after the lock: with it go results, whose `deinit` is the user's.
    var gone: [ObjectIdentifier: Part] = [:]
    var living: [FunctionCore] = []
    let (core, isLate): (Core, Bool) = state.withLock { state in
      if let part = state.parts[ObjectIdentifier(function)], part.function.core === function,
        let core = part.core as? Core
      {
        return (core, false)
      }
      // Caches of closures come and go; what they had here goes with the next that comes.
      gone = state.parts.filter {
        guard let function = $0.value.function.core else { return true }
        living.append(function)
        return false
      }
      for id in gone.keys { state.parts[id] = nil }
      let core = make()
      state.parts[ObjectIdentifier(function)] = Part(function: WeakCore(function), core: core)
      return (core, state.hasEnded)
    }
    (gone, living) = ([:], [])
    if isLate { core.close() }
    return core
  }

  /// The session's own part of a function's cache, if there is one.
  func existingCore(of function: FunctionCore) -> FunctionCore? {
    state.withLock { state in
      guard let part = state.parts[ObjectIdentifier(function)], part.function.core === function else {
        return nil
      }
      return part.core
    }
  }

  /// How many functions have a part here; for tests.
  var partCount: Int { state.withLock { $0.parts.count } }
}
