#if canImport(Darwin)
import Darwin
#elseif canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#endif

/// Writes bytes to an open file or stream, as often as it takes until all are written.
///
/// - Throws: What the system says of the first write that fails for another reason than a signal.
package func writeAll(_ bytes: [UInt8], to descriptor: Int32) throws(SystemError) {
  var done = 0
  while done < bytes.count {
    let count = bytes[done...].withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
    if count < 0 {
      let error = SystemError.last
      if error.isInterruption { continue }
      throw error
    }
    done += count
  }
}
