#if canImport(Darwin)
import Darwin
#elseif canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#endif

/// What a path leads to.
struct FileStatus: Hashable, Sendable {
  enum Kind: Hashable, Sendable {
    case file, directory, link, other
  }

  var kind: Kind
  var size: Int
  var mode: mode_t
  var owner: uid_t
  var group: gid_t
  var device: UInt64
  var number: UInt64
  /// When its contents, and when anything about it was last changed, since 1970.
  var modified: Duration
  var changed: Duration

  /// - Parameter followingLinks: Whether a symbolic link answers for what it leads to, or for itself.
  init(of path: String, followingLinks: Bool = true) throws(SystemError) {
    var status = stat()
    let result = followingLinks ? stat(path, &status) : lstat(path, &status)
    guard result == 0 else { throw .last }
    self.init(status)
  }

  init(descriptor: Int32) throws(SystemError) {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw .last }
    self.init(status)
  }

  private init(_ status: stat) {
    kind =
      switch status.st_mode & S_IFMT {
      case S_IFREG: .file
      case S_IFDIR: .directory
      case S_IFLNK: .link
      default: .other
      }
    size = Int(status.st_size)
    mode = status.st_mode & 0o7777
    owner = status.st_uid
    group = status.st_gid
    device = UInt64(truncatingIfNeeded: status.st_dev)
    number = UInt64(truncatingIfNeeded: status.st_ino)
    #if canImport(Darwin)
    modified = Duration(status.st_mtimespec)
    changed = Duration(status.st_ctimespec)
    #else
    modified = Duration(status.st_mtim)
    changed = Duration(status.st_ctim)
    #endif
  }

  /// Both lead to the same file or directory.
  func isSame(as other: FileStatus) -> Bool { device == other.device && number == other.number }
}

/// The path without symbolic links, `.` and `..`.
func canonicalPath(_ path: String) throws(SystemError) -> String {
  guard let resolved = realpath(path, nil) else { throw .last }
  defer { free(resolved) }
  return String(cString: resolved)
}

/// What a symbolic link says, whether or not something is there; `nil` where the path is no link.
func linkDestination(of path: String) -> String? {
  var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
  let count = readlink(path, &buffer, buffer.count)
  return count > 0 ? String(decoding: buffer[..<count].map(UInt8.init(bitPattern:)), as: UTF8.self) : nil
}
