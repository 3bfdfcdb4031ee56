#if canImport(Darwin)
import Darwin
#elseif canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#endif

/// All that comes out of an open file, pipe or terminal.
///
/// - Throws: What the system says; `EFBIG` where there is more than `limit` bytes.
package func readAll(from descriptor: Int32, limit: Int) throws(SystemError) -> [UInt8] {
  var bytes: [UInt8] = []
  var chunk = [UInt8](repeating: 0, count: 1 << 16)
  while true {
    let count = chunk.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
    if count < 0 {
      let error = SystemError.last
      if error.isInterruption { continue }
      throw error
    }
    if count == 0 { return bytes }
    bytes += chunk[..<count]
    guard bytes.count <= limit else { throw SystemError(code: EFBIG) }
  }
}

/// All bytes of a file that somebody named, or of a pipe (`/dev/stdin`, `<(…)`).
package func readAll(ofFile path: String, limit: Int) throws(SystemError) -> [UInt8] {
  let descriptor = open(path, O_RDONLY | O_CLOEXEC)
  guard descriptor >= 0 else { throw .last }
  defer { close(descriptor) }
  return try readAll(from: descriptor, limit: limit)
}
