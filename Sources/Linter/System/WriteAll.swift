#if canImport(Darwin)
import Darwin
#elseif canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#endif

/// Writes bytes to an open file or stream, as often as it takes until all are written.
///
/// Who started the program may have made a stream non-blocking; then it waits as it would for any other.
///
/// - Throws: What the system says of the first write that fails for another reason than a signal or a full pipe.
package func writeAll(_ bytes: [UInt8], to descriptor: Int32) throws(SystemError) {
  var done = 0
  while done < bytes.count {
    let count = bytes[done...].withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
    if count < 0 {
      let error = SystemError.last
      if error.isInterruption { continue }
      guard error.wouldBlock else { throw error }
      waitUntilWritable(descriptor)
      continue
    }
    done += count
  }
}

private func waitUntilWritable(_ descriptor: Int32) {
  var request = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
  // Whatever it answers, the next write says what is the matter.
  _ = poll(&request, 1, -1)
}
