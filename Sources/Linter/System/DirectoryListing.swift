#if canImport(Darwin)
import Darwin
#elseif canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#endif

/// A name in a directory.
struct DirectoryEntry: Hashable, Sendable {
  var name: [UInt8]
  /// As the directory says; `nil` where it does not, and the file must be asked.
  var kind: FileStatus.Kind?
}

/// The names in a directory that are wanted, `.` and `..` aside, in no order.
/// - Parameter isWanted: Asked of every name before memory is spent on it; the kind is `nil` where it is not known.
func entries(
  ofDirectory path: String, where isWanted: (UnsafeRawBufferPointer, FileStatus.Kind?) -> Bool
) throws(SystemError) -> [DirectoryEntry] {
  guard let directory = opendir(path) else { throw .last }
  defer { closedir(directory) }
  var entries: [DirectoryEntry] = []
  while true {
    errno = 0
    guard let entry = readdir(directory) else {
      let error = SystemError.last
      if error.code != 0 { throw error }
      return entries
    }
    let kind: FileStatus.Kind? =
      switch Int(entry.pointee.d_type) {
      case Int(DT_REG): .file
      case Int(DT_DIR): .directory
      case Int(DT_LNK): .link
      case Int(DT_UNKNOWN): nil
      default: .other
      }
    withUnsafeBytes(of: &entry.pointee.d_name) { buffer in
      let name = UnsafeRawBufferPointer(rebasing: buffer[..<lengthOfName(buffer)])
      guard !isDots(name), isWanted(name, kind) else { return }
      entries.append(DirectoryEntry(name: Array(name), kind: kind))
    }
  }
}

/// `.` and `..`.
private func isDots(_ name: UnsafeRawBufferPointer) -> Bool {
  name.count <= 2 && name.allSatisfy { $0 == UInt8(ascii: ".") }
}

private func lengthOfName(_ buffer: UnsafeRawBufferPointer) -> Int {
  guard let base = buffer.baseAddress, let end = memchr(base, 0, buffer.count) else { return buffer.count }
  return UnsafeRawPointer(end) - base
}
