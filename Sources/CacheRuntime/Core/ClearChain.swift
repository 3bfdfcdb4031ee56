// A clear goes on to what depends on what was cleared:
//
//   rates ──▶ prices ──▶ report          memory: each once, circles included
//     └──────────┴─────────┴──▶ stores   "whatever depends on one of these", said once for all of them
//
// The stores come last, so that a chain of functions is one call of each store and not one a function. What a function that
// was not known before has taken from a store meanwhile is found afterwards: it is among those who depend on something by then.

/// One clear, with all that follows from it.
final class ClearChain: Sendable {
  @TaskLocal private static var current: ClearChain?

  private struct State {
    // Kept, so that no identity is given to another object.
    var cleared: [ObjectIdentifier: AnyObject] = [:]
    var sources: [ObjectIdentifier: ClearObservers] = [:]
    var told: [ObjectIdentifier: ClearObservers.Observer] = [:]
    var tags: Set<String> = []
    var removed: Set<String> = []
    var isFinished = false
  }

  private let state = Guarded(State())

  /// Runs `body`, which clears something, and then whatever follows from it; as a part of the chain that it is called in.
  static func run(_ body: (ClearChain) -> Void) {
    // A task that was begun in a chain may outlive it, and clears for itself then.
    if let current, !current.isFinished {
      body(current)
      if current.isFinished { current.finish() }
      return
    }
    let chain = ClearChain()
    $current.withValue(chain) {
      body(chain)
      chain.finish()
    }
  }

  /// Runs what is no part of the chain: if it clears something, then once more.
  static func apart(_ body: () -> Void) { $current.withValue(nil, operation: body) }

  private var isFinished: Bool { state.withLock { $0.isFinished } }

  /// Whether this has not been cleared in the chain yet.
  func enters(_ core: FunctionCore) -> Bool {
    state.withLock { $0.cleared.updateValue(core, forKey: ObjectIdentifier(core)) == nil }
  }

  /// Takes note that something was cleared on which others depend.
  func note(_ observers: ClearObservers, tag: String? = nil) {
    state.withLock {
      $0.sources[ObjectIdentifier(observers)] = observers
      if let tag, !$0.removed.contains(tag) { $0.tags.insert(tag) }
    }
  }

  private enum Next {
    case tell([ClearObservers.Observer])
    case remove([String])
    case nothing
  }

  private func finish() {
    while true {
      switch next() {
      case .tell(let observers): for observer in observers { observer.body() }
      case .remove(let tags): CacheStores.remove(.tags(tags))
      case .nothing: return
      }
    }
  }

  private func next() -> Next {
    state.withLock { state in
      var observers: [ClearObservers.Observer] = []
      for observer in state.sources.values.flatMap(\.all)
      where state.told.updateValue(observer, forKey: ObjectIdentifier(observer)) == nil {
        observers.append(observer)
      }
      if !observers.isEmpty { return .tell(observers) }
      guard !state.tags.isEmpty else {
        state.isFinished = true
        return .nothing
      }
      defer { state.tags = [] }
      state.removed.formUnion(state.tags)
      return .remove(state.tags.sorted())
    }
  }
}
