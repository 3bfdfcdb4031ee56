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
  private struct Choice: Sendable {
    let reporter: any SpinnerReporter
    let timer: any SpinnerTimer
  }

  private static let process = Guarded<any SpinnerReporter>(TerminalSpinner())
  @TaskLocal private static var choice: Choice?

  /// The reporter of the process, for all that runs without a stage.
  public static var reporter: any SpinnerReporter {
    get { choice?.reporter ?? process.withLock { $0 } }
    set { process.withLock { $0 = newValue } }
  }

  /// What tells when a tenth of a second has passed.
  static var timer: any SpinnerTimer { choice?.timer ?? DispatchSpinnerTimer() }

  /// Runs `body` with another reporter than the process's, and with time as `timer` has it.
  public static func with<R>(
    _ reporter: any SpinnerReporter, timer: any SpinnerTimer, _ body: () throws -> R
  ) rethrows -> R {
    try $choice.withValue(Choice(reporter: reporter, timer: timer), operation: body)
  }

  /// Runs `body` with another reporter than the process's, and with time as `timer` has it.
  public static func with<R>(
    _ reporter: any SpinnerReporter, timer: any SpinnerTimer, isolation: isolated (any Actor)? = #isolation,
    _ body: () async throws -> R
  ) async rethrows -> R {
    try await $choice.withValue(
      Choice(reporter: reporter, timer: timer), operation: body, isolation: isolation)
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
