#if canImport(Darwin)
import Darwin
#elseif canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#endif

/// Files that somebody asked for by name: reports and baselines.
package enum AtomicFile {
  /// Puts bytes under a path, whole or not at all, whether or not a file is there.
  ///
  /// A link stays one and what it leads to is replaced; a pipe or a device is written to as it is.
  /// - Throws: What the system says; the old file is then still there.
  package static func write(_ bytes: [UInt8], to path: String) throws(SystemError) {
    let target = try destination(of: path)
    let status = try? FileStatus(of: target)
    if let status, status.kind != .file { return try writeInPlace(bytes, to: target, status) }
    if let status {
      guard status.mode & 0o222 != 0, access(target, W_OK) == 0 else { throw SystemError(code: EACCES) }
    }
    let signals = HeldSignals()
    defer { signals.release() }
    let temporary = try TemporaryFile(beside: target, mode: 0o666)
    do throws(SystemError) {
      try temporary.fill(bytes, like: status)
      guard rename(temporary.path, target) == 0 else { throw .last }
    } catch {
      temporary.remove()
      throw error
    }
  }

  /// Where a path leads, which need not be there yet; the folder around it is.
  private static func destination(of path: String) throws(SystemError) -> String {
    var place = PathText.absolute(path, in: try canonicalPath("."))
    // As many links as systems follow.
    for _ in 0..<40 {
      if let found = try? canonicalPath(place) { return found }
      guard let link = linkDestination(of: place) else { return place }
      place = PathText.absolute(link, in: try canonicalPath(PathText.parent(of: place)))
    }
    throw SystemError(code: ELOOP)
  }

  private static func writeInPlace(
    _ bytes: [UInt8], to path: String, _ status: FileStatus
  ) throws(SystemError) {
    guard status.kind == .other else { throw SystemError(code: EISDIR) }
    let descriptor = open(path, O_WRONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .last }
    defer { close(descriptor) }
    try writeAll(bytes, to: descriptor)
  }
}
