extension PageRunner {
  /// A tab that shows the page.
  package struct Watcher: Sendable {
    /// Its number among the watchers of the page.
    let number: Int
    /// Yields whenever there may be changes; never more than one is waiting.
    package let wakes: AsyncStream<Void>
  }

  /// Begins to watch; nil where the page has ended.
  package func watch() -> Watcher? {
    let (wakes, continuation) = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))
    let number: Int? = state.withLock { state in
      guard !state.hasEnded else { return nil }
      state.lastWatcher += 1
      state.watchers[state.lastWatcher] = continuation
      // A page that renews itself stood still while nobody watched.
      refreshIfWatched(&state)
      return state.lastWatcher
    }
    guard let number else { return nil }
    continuation.yield()
    return Watcher(number: number, wakes: wakes)
  }

  /// Ends watching.
  package func leave(_ watcher: Watcher) {
    let continuation = state.withLock { state in
      let continuation = state.watchers.removeValue(forKey: watcher.number)
      if state.watchers.isEmpty {
        state.refresh?.cancel()
        state.refresh = nil
      }
      return continuation
    }
    continuation?.finish()
  }

  /// Whether anybody watches.
  package var isWatched: Bool { state.withLock { !$0.watchers.isEmpty } }

  // Called with the lock held.
  func refreshIfWatched(_ state: inout State) {
    guard let pause = state.refreshAfter, state.refresh == nil, !state.watchers.isEmpty else { return }
    state.refresh = Task { [weak self] in
      try? await Task.sleep(for: pause)
      guard !Task.isCancelled else { return }
      _ = try? self?.receive(.visit)
    }
  }

  /// Wakes the watcher although nothing changed, so that its connection shows signs of life.
  package func wake(_ watcher: Watcher) {
    state.withLock { $0.watchers[watcher.number] }?.yield()
  }
}
