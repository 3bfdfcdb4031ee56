import CacheRuntime
import Dispatch
import Foundation

/// The file that the program writes its notes to, and what writes them.
public enum Journal {
  /// The open file; it stays open as long as the program runs.
  @cache(allowOutputMutation: true)
  public static func file(at path: String) throws -> FileHandle {
    Tally.ran("Journal.file")
    try Data().write(to: URL(fileURLWithPath: path))
    return try FileHandle(forUpdating: URL(fileURLWithPath: path))
  }

  /// The queue on which the journal writes, so that lines do not mix.
  @cache
  public static func queue(label: String) -> DispatchQueue {
    Tally.ran("Journal.queue")
    return DispatchQueue(label: label)
  }

  /// The thread that counts beats in the background.
  @cache(allowOutputMutation: true)
  public static func heartbeat(name: String) -> Heartbeat {
    Tally.ran("Journal.heartbeat")
    return Heartbeat(name: name)
  }

  /// The file and its queue, together.
  @cache
  public static func writer(at path: String) throws -> JournalWriter {
    Tally.ran("Journal.writer")
    return JournalWriter(file: try file(at: path), queue: queue(label: "journal"))
  }

  /// What counts lines, for whoever writes.
  @cache
  public static func counter() -> LineCounter {
    Tally.ran("Journal.counter")
    return LineCounter()
  }
}

/// Writes lines in turn.
public struct JournalWriter: Sendable {
  let file: FileHandle
  let queue: DispatchQueue

  /// Writes a line and waits until it is in the file.
  public func write(_ line: String) throws {
    try queue.sync { try file.write(contentsOf: Data("\(line)\n".utf8)) }
  }
}

/// Counts lines.
public actor LineCounter {
  private var lines = 0

  /// Counts a line, and says how many there are.
  public func add() -> Int {
    lines += 1
    return lines
  }
}
