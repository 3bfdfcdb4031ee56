#if canImport(Darwin)
import Darwin
#elseif canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#endif

/// What the operating system answered instead of doing what it was asked.
package struct SystemError: Error, Hashable, Sendable {
  package var code: Int32

  package init(code: Int32) { self.code = code }

  /// The error of the call that has just failed on this thread.
  static var last: SystemError { SystemError(code: errno) }

  /// As the system words it, with a small first letter: `permission denied`.
  package var text: String {
    guard let words = strerror(code) else { return "error \(code)" }
    let text = String(cString: words)
    guard let first = text.first else { return text }
    return first.lowercased() + text.dropFirst()
  }

  var isMissing: Bool { code == ENOENT || code == ENOTDIR }
  var isLinkCycle: Bool { code == ELOOP }
  var isInterruption: Bool { code == EINTR }
  var wouldBlock: Bool { code == EAGAIN || code == EWOULDBLOCK }
  /// The reader of a pipe has gone away.
  package var isClosedPipe: Bool { code == EPIPE }
}
