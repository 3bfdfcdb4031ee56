import Dispatch

#if canImport(Darwin)
import Darwin
#else
import Glibc
#endif

/// Shows that a cached function runs.
public protocol SpinnerReporter: Sendable {
  /// The outermost cached function of a task began to run.
  ///
  /// - Returns: an action for when it has ended.
  func began(_ text: String) -> @Sendable () -> Void
}

/// Who shows that cached functions run: by default, a line on standard error where that is a terminal.
public enum CacheSpinner {
  private static let current = Guarded<any SpinnerReporter>(TerminalSpinner())

  /// The reporter of the process.
  public static var reporter: any SpinnerReporter {
    get { current.withLock { $0 } }
    set { current.withLock { $0 = newValue } }
  }
}

/// A line on standard error, after a tenth of a second, that goes when the function has ended.
public struct TerminalSpinner: SpinnerReporter {
  private let isTerminal = isatty(2) == 1

  /// A spinner that stays silent where standard error is no terminal.
  public init() {}

  /// Writes the line unless the function ends before that.
  public func began(_ text: String) -> @Sendable () -> Void {
    guard isTerminal else { return {} }
    let line = Line(text)
    DispatchQueue.global(qos: .utility).asyncAfter(deadline: .now() + .milliseconds(100)) { line.show() }
    return { line.end() }
  }

  private final class Line: Sendable {
    private enum State { case waiting, shown, ended }
    private let text: String
    private let state = Guarded(State.waiting)

    init(_ text: String) { self.text = text }

    func show() {
      state.withLock {
        guard $0 == .waiting else { return }
        $0 = .shown
        write("\r\(text)")
      }
    }

    func end() {
      state.withLock {
        if $0 == .shown { write("\r\u{1B}[K") }
        $0 = .ended
      }
    }

    private func write(_ text: String) {
      var text = text
      text.withUTF8 { _ = writeBytes(2, $0.baseAddress, $0.count) }
    }
  }
}

#if canImport(Darwin)
private let writeBytes = Darwin.write
#else
private let writeBytes = Glibc.write
#endif
