#if canImport(Darwin)
import Darwin
#else
import Glibc
#endif

/// A line on standard error that goes when the function has ended.
///
/// Of several functions that run at once, the one that began last is shown.
public final class TerminalSpinner: SpinnerReporter {
  private let write: @Sendable (String) -> Void
  private let lines = Guarded<[(id: UInt64, text: String)]>([])

  /// Whether standard error is a terminal.
  public let isActive: Bool

  /// A spinner that stays silent where standard error is no terminal.
  public convenience init() {
    self.init(isTerminal: isatty(2) == 1) { text in
      var text = text
      text.withUTF8 { _ = writeBytes(2, $0.baseAddress, $0.count) }
    }
  }

  init(isTerminal: Bool, write: @escaping @Sendable (String) -> Void) {
    isActive = isTerminal
    self.write = write
  }

  /// Writes the line, or takes it away.
  public func report(_ event: SpinnerEvent) {
    guard isActive else { return }
    lines.withLock { lines in
      lines.removeAll { $0.id == event.id }
      if event.phase != .ended { lines.append((id: event.id, text: Self.line(event))) }
      write(Self.shown(lines.last?.text))
    }
  }

  /// What takes the last line away and shows the next. The terminal cuts it at its edge: a line that it wrapped would
  /// not go away as a whole.
  private static func shown(_ line: String?) -> String {
    "\r\u{1B}[K" + (line.map { "\u{1B}[?7l\($0)\u{1B}[?7h" } ?? "")
  }

  /// The text on one line, without anything that a terminal would obey.
  static func line(_ event: SpinnerEvent) -> String {
    var text = ""
    for scalar in event.text.unicodeScalars {
      switch scalar.properties.generalCategory {
      case .control, .lineSeparator, .paragraphSeparator: text.append(" ")
      default: text.unicodeScalars.append(scalar)
      }
    }
    guard let elapsed = event.elapsed else { return text }
    let tenths = elapsed.nanoseconds / 100_000_000
    return "\(text) (\(tenths / 10).\(tenths % 10) s)"
  }
}

#if canImport(Darwin)
private let writeBytes = Darwin.write
#else
private let writeBytes = Glibc.write
#endif
