import Linter

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

  /// What cannot be written is dropped: the reader has gone away.
  func write(_ bytes: [UInt8]) { try? writeAll(bytes, to: descriptor) }
}
