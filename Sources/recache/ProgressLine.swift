import Linter
import Synchronization

/// How far a long run has come, on one line of the terminal that is gone at the end.
final class ProgressLine: Sendable {
  let isShown: Bool
  private let state: Mutex<(next: ContinuousClock.Instant, isOnScreen: Bool)>
  private static let pause = Duration.milliseconds(100)
  /// A run that is over sooner shows nothing.
  private static let delay = Duration.seconds(1)

  init(isQuiet: Bool) {
    isShown = !isQuiet && Terminal.standardError.isTerminal
    state = Mutex((ContinuousClock.now + Self.delay, false))
  }

  /// May be called from any thread.
  func show(_ progress: LintProgress) {
    state.withLock { state in
      let now = ContinuousClock.now
      guard now >= state.next else { return }
      state = (now + Self.pause, true)
      Terminal.standardError.write("\r\(progress.done) of \(progress.total) files")
    }
  }

  func clear() {
    state.withLock { state in
      if state.isOnScreen { Terminal.standardError.write("\r\u{1B}[K") }
      state = (.now + .seconds(86_400), false)
    }
  }
}
