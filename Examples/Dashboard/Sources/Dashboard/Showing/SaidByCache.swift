import CacheRuntime
import Logging
import Synchronization

/// The last messages of the cache, for the page to show.
final class SaidByCache: Sendable {
  /// One message.
  struct Line: Hashable, Sendable {
    let level: Logger.Level
    let message: String
  }

  static let shared = SaidByCache()
  private static let most = 100
  private let said = Mutex<[Line]>([])

  /// The messages, the latest first; the same one twice in a row is kept once.
  var lines: [Line] { said.withLock { $0.reversed() } }

  func note(_ line: Line) {
    said.withLock { said in
      guard said.last != line else { return }
      said.append(line)
      if said.count > Self.most { said.removeFirst() }
    }
  }
}

/// Sends the cache's messages to the page, and what the server says to standard error.
struct PageLog: LogHandler {
  let label: String
  var logLevel = Logger.Level.info
  var metadata = Logger.Metadata()
  private var terminal: StreamLogHandler

  init(label: String) {
    self.label = label
    terminal = StreamLogHandler.standardError(label: label)
  }

  subscript(metadataKey key: String) -> Logger.Metadata.Value? {
    get { metadata[key] }
    set { metadata[key] = newValue }
  }

  func log(event: LogEvent) {
    if label == "CacheRuntime" {
      SaidByCache.shared.note(.init(level: event.level, message: event.message.description))
    } else {
      terminal.log(event: event)
    }
  }
}

extension Show {
  /// Messages, each with its level.
  static func log(_ lines: [SaidByCache.Line]) {
    guard !lines.isEmpty else { return Show.info("Nothing yet.") }
    Elements.emit(
      "log",
      .array(lines.map { ["level": .text($0.level.rawValue), "message": .text($0.message)] }))
  }
}
