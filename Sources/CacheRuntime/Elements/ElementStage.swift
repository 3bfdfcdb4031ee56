/// Where elements are shown: the user interface's side, such as the page of one session.
///
/// It is told of elements from whatever thread or task emits them. Two that tasks emit at the same time may arrive in
/// either order; where each belongs is what its `place` says.
public protocol ElementStage: Sendable {
  /// Shows an element at its place.
  func show(_ element: Element)

  /// Shows that a cached function runs, or no longer does; by default, where the process shows it.
  func report(_ spinner: SpinnerEvent)
}

extension ElementStage {
  /// Leaves it to the reporter of the process.
  public func report(_ spinner: SpinnerEvent) {
    let reporter = CacheSpinner.reporter
    if reporter.isActive { reporter.report(spinner) }
  }
}

/// A stage that keeps what it is given, for tests.
public final class RecordingStage: ElementStage {
  private let shown = Guarded<[Element]>([])
  private let reported = Guarded<[SpinnerEvent]>([])

  /// A stage with nothing on it.
  public init() {}

  /// Keeps the element.
  public func show(_ element: Element) { shown.withLock { $0.append(element) } }

  /// Keeps the event.
  public func report(_ spinner: SpinnerEvent) { reported.withLock { $0.append(spinner) } }

  /// What was shown, in the order in which it came.
  public var elements: [Element] { shown.withLock { $0 } }

  /// What was said of running functions.
  public var spinners: [SpinnerEvent] { reported.withLock { $0 } }

  /// The texts of the elements that have one.
  public var texts: [String] { elements.compactMap(\.payload.text) }

  /// Takes everything away.
  public func clear() {
    shown.withLock { $0 = [] }
    reported.withLock { $0 = [] }
  }
}
