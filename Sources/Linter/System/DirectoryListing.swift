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

/// The names in a directory except `.` and `..`, sorted by their bytes.
func entries(ofDirectory path: String) throws(SystemError) -> [DirectoryEntry] {
  guard let directory = opendir(path) else { throw .last }
  defer { closedir(directory) }
  var entries: [DirectoryEntry] = []
  while true {
    errno = 0
    guard let entry = readdir(directory) else {
      let error = SystemError.last
      if error.code != 0 { throw error }
      break
    }
    let name = withUnsafeBytes(of: &entry.pointee.d_name) { buffer in
      Array(buffer.prefix { $0 != 0 })
    }
    if name == [UInt8(ascii: ".")] || name == Array("..".utf8) { continue }
    let kind: FileStatus.Kind? =
      switch Int(entry.pointee.d_type) {
      case Int(DT_REG): .file
      case Int(DT_DIR): .directory
      case Int(DT_LNK): .link
      case Int(DT_UNKNOWN): nil
      default: .other
      }
    entries.append(DirectoryEntry(name: name, kind: kind))
  }
  return entries.sorted { $0.name.lexicographicallyPrecedes($1.name) }
}
