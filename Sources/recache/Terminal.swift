import Linter
import Synchronization

#if canImport(Darwin)
import Darwin
#elseif canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#endif

/// One of the streams of this program.
struct Terminal {
  static let standardInput = Terminal(descriptor: STDIN_FILENO)
  static let standardOutput = Terminal(descriptor: STDOUT_FILENO)
  static let standardError = Terminal(descriptor: STDERR_FILENO)

  let descriptor: Int32

  /// A reader that has gone away is no error: what is written to it is dropped.
  static func outliveClosedPipes() { signal(SIGPIPE, SIG_IGN) }

  /// The working directory, as the shell names it where that is the same one.
  static var workingDirectory: String {
    guard let path = getcwd(nil, 0) else { return "." }
    defer { free(path) }
    return String(cString: path)
  }

  static func environment(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }

  var isTerminal: Bool { isatty(descriptor) == 1 }

  func write(_ text: String) { write(Array(text.utf8)) }

  /// What a reader that has gone away leaves unread is dropped; any other failure ends in status 2.
  func write(_ bytes: [UInt8]) {
    do throws(SystemError) { try writeAll(bytes, to: descriptor) } catch {
      guard descriptor == STDOUT_FILENO, !error.isClosedPipe else { return }
      Self.loss.withLock { $0 = $0 ?? error }
    }
  }

  /// Why a part of standard output was lost, such as a full disk.
  static var lossOfOutput: SystemError? { loss.withLock { $0 } }

  private static let loss = Mutex<SystemError?>(nil)
}
