/// What a reporter is told of a cached function that runs for a while.
public struct SpinnerEvent: Hashable, Sendable {
  /// What has happened.
  public enum Phase: Hashable, Sendable {
    /// The function runs, and has for a tenth of a second.
    case began
    /// It still runs; told where the time is to be shown.
    case running
    /// It has returned or thrown.
    case ended
  }

  /// The same for all events of one run of the function, and for no other run.
  public let id: UInt64
  /// What to show.
  public let text: String
  /// What has happened.
  public let phase: Phase
  /// How long the function has run; nil where that is not to be shown.
  public let elapsed: CacheDuration?
  /// The container into which the function's elements go; nil where there is no stage.
  public let place: ElementPlace?

  /// An event as a reporter gets it.
  public init(
    id: UInt64, text: String, phase: Phase, elapsed: CacheDuration? = nil, place: ElementPlace? = nil
  ) {
    self.id = id
    self.text = text
    self.phase = phase
    self.elapsed = elapsed
    self.place = place
  }
}

/// Shows that a cached function runs.
public protocol SpinnerReporter: Sendable {
  /// Whether anybody would see it; asked before each run, so that runs cost nothing more where nobody does.
  var isActive: Bool { get }

  /// Shows what has happened. Events of different functions may come from different threads at once.
  func report(_ event: SpinnerEvent)
}

/// Who shows that cached functions run: by default, a line on standard error where that is a terminal.
public enum CacheSpinner {
  private static let current = Guarded<any SpinnerReporter>(TerminalSpinner())
  private static let timing = Guarded<any SpinnerTimer>(DispatchSpinnerTimer())

  /// The reporter of the process, for all that runs without a stage.
  public static var reporter: any SpinnerReporter {
    get { current.withLock { $0 } }
    set { current.withLock { $0 = newValue } }
  }

  /// What tells when a tenth of a second has passed.
  public static var timer: any SpinnerTimer {
    get { timing.withLock { $0 } }
    set { timing.withLock { $0 = newValue } }
  }
}

/// A reporter that keeps what it is told, for tests.
public final class RecordingSpinner: SpinnerReporter {
  private let kept = Guarded<[SpinnerEvent]>([])

  /// A reporter that was told nothing yet.
  public init() {}

  /// Always.
  public var isActive: Bool { true }

  /// Keeps the event.
  public func report(_ event: SpinnerEvent) { kept.withLock { $0.append(event) } }

  /// What it was told, in order.
  public var events: [SpinnerEvent] { kept.withLock { $0 } }
}
