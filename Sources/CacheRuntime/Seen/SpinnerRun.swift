import Synchronization

/// The spinner of one run of a function: shown after a tenth of a second, unless the function has ended by then.
///
/// ```
/// waiting ──0.1 s──▶ shown ──end──▶ ended          waiting ──end──▶ ended, and nobody was told
/// ```
final class SpinnerRun: Sendable {
  private enum State { case waiting, shown, ended }

  private static let delay = CacheDuration.milliseconds(100)
  private static let ids = Atomic<UInt64>(0)

  private let id: UInt64
  private let text: String
  private let showsTime: Bool
  private let place: ElementPlace?
  private let report: @Sendable (SpinnerEvent) -> Void
  private let timer: any SpinnerTimer
  private let start: Int64
  /// Held while the reporter is told, so that nothing is shown after its end.
  private let state = Guarded(State.waiting)

  /// Begins to count; nil where nobody would see it.
  static func begin(_ option: SpinnerOption, showsTime: Bool, name: String, isWaiting: Bool = false)
    -> SpinnerRun?
  {
    if case .off = option { return nil }
    let container = ElementScope.current?.container
    let report: @Sendable (SpinnerEvent) -> Void
    if let stage = container?.page?.stage {
      report = { stage.report($0) }
    } else {
      let reporter = CacheSpinner.reporter
      // One line for the function that runs is enough where everybody sees the same ones.
      guard reporter.isActive, !isWaiting else { return nil }
      report = { reporter.report($0) }
    }
    let text = if case .text(let own) = option { own } else { "Running \(name)." }
    let run = SpinnerRun(text, showsTime, container?.place, report)
    run.timer.after(delay) { run.show() }
    return run
  }

  private init(
    _ text: String, _ showsTime: Bool, _ place: ElementPlace?,
    _ report: @escaping @Sendable (SpinnerEvent) -> Void
  ) {
    id = Self.ids.add(1, ordering: .relaxed).newValue
    self.text = text
    self.showsTime = showsTime
    self.place = place
    self.report = report
    timer = CacheSpinner.timer
    start = timer.now()
  }

  private func tell(_ phase: SpinnerEvent.Phase) {
    let elapsed = showsTime ? CacheDuration.nanoseconds(max(0, timer.now() - start)) : nil
    report(SpinnerEvent(id: id, text: text, phase: phase, elapsed: elapsed, place: place))
  }

  private func show() {
    let goesOn = state.withLock { state in
      switch state {
      case .ended: return false
      case .shown: tell(.running)
      case .waiting: tell(.began)
      }
      state = .shown
      return showsTime
    }
    if goesOn { timer.after(Self.delay) { self.show() } }
  }

  /// The function has returned or thrown.
  func end() {
    state.withLock { state in
      if state == .shown { tell(.ended) }
      state = .ended
    }
  }
}
