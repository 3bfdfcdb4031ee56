/// What a function has in the sessions that live now.
final class SessionParts: Sendable {
  private struct State {
    var parts: [ObjectIdentifier: WeakCore] = [:]
    /// What the parts of sessions that have ended did.
    var retired = CacheStatistics()
  }

  private let state = Guarded(State())

  func add(_ part: FunctionCore) { state.withLock { $0.parts[ObjectIdentifier(part)] = WeakCore(part) } }

  /// Takes a part out that holds nothing any more; its counts stay.
  func retire(_ part: FunctionCore) {
    let statistics = part.statistics
    state.withLock {
      if $0.parts.removeValue(forKey: ObjectIdentifier(part)) != nil { $0.retired.add(statistics) }
    }
  }

  var all: [FunctionCore] { state.withLock { $0.parts.values.compactMap(\.core) } }

  var retired: CacheStatistics { state.withLock { $0.retired } }

  /// How many sessions are known; for tests.
  var count: Int { state.withLock { $0.parts.count } }
}
