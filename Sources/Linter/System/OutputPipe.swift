#if canImport(Darwin)
import Darwin
#elseif canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#endif

/// A pipe that another program writes to, read without waiting for its end.
final class OutputPipe {
  private(set) var bytes: [UInt8] = []
  private(set) var writing: Int32
  private let reading: Int32
  private let limit: Int
  /// Somebody may still write to it.
  private var isOpen = true

  /// - Parameter limit: How many bytes are kept.
  init(limit: Int) throws(SystemError) {
    self.limit = limit
    var ends: [Int32] = [0, 0]
    guard pipe(&ends) == 0 else { throw .last }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    _ = fcntl(ends[0], F_SETFL, O_NONBLOCK)
    (reading, writing) = (ends[0], ends[1])
  }

  deinit {
    closeWriting()
    close(reading)
  }

  /// The other program has its own descriptor by now.
  func closeWriting() {
    if writing >= 0 { close(writing) }
    writing = -1
  }

  /// Waits a moment for output, or for an end where nobody can write any more.
  static func wait(for pipes: [OutputPipe]) {
    var requests = pipes.filter(\.isOpen).map { pollfd(fd: $0.reading, events: Int16(POLLIN), revents: 0) }
    if requests.isEmpty { usleep(1_000) } else { poll(&requests, nfds_t(requests.count), 50) }
  }

  /// Takes what is there.
  func take() {
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while isOpen {
      let count = buffer.withUnsafeMutableBytes { read(reading, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      if count == 0 { isOpen = false }
      guard count > 0 else { return }
      bytes += buffer.prefix(min(count, limit - bytes.count))
    }
  }
}
