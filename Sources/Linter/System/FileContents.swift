#if canImport(Darwin)
import Darwin
#elseif canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#endif

/// All bytes of a regular file.
/// - Parameter limit: The size from which on a file is not read at all.
func contents(of path: String, limit: Int = .max) throws(FileContentsError) -> [UInt8] {
  let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
  guard descriptor >= 0 else { throw .system(.last) }
  defer { close(descriptor) }
  let status: FileStatus
  do { status = try FileStatus(descriptor: descriptor) } catch { throw .system(error) }
  guard status.kind == .file else { throw .notAFile }
  guard status.size <= limit else { throw .tooLarge(size: status.size) }

  // One byte more than the file is said to have, so that the end shows in the second read.
  var bytes = [UInt8](repeating: 0, count: status.size + 1)
  var count = 0
  while true {
    if count == bytes.count {
      guard count <= limit else { throw .tooLarge(size: count) }
      bytes.append(contentsOf: repeatElement(0, count: bytes.count))
    }
    let room = count
    let result = bytes.withUnsafeMutableBytes { buffer in
      read(descriptor, buffer.baseAddress.map { $0 + room }, buffer.count - room)
    }
    if result < 0 {
      let error = SystemError.last
      if error.code == EINTR { continue }
      throw .system(error)
    }
    if result == 0 { break }
    count += result
  }
  bytes.removeLast(bytes.count - count)
  return bytes
}

/// Why a file's bytes could not be had.
enum FileContentsError: Error, Hashable {
  case system(SystemError)
  case notAFile
  case tooLarge(size: Int)
}
