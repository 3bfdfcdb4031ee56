#if canImport(Darwin)
import Darwin
#elseif canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#endif

/// A directory among the system's temporary ones that only this user can look into; it goes with its last reference.
final class ScratchDirectory {
  let path: String
  private var files: [String] = []

  init() throws(SystemError) {
    let place = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
    guard let template = strdup(place + "/recache-XXXXXX") else { throw .last }
    defer { free(template) }
    guard mkdtemp(template) != nil else { throw .last }
    path = String(cString: template)
  }

  deinit {
    for file in files { unlink(file) }
    rmdir(path)
  }

  func write(_ bytes: [UInt8], to name: String) throws(SystemError) {
    let file = path + "/" + name
    let descriptor = open(file, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw .last }
    defer { close(descriptor) }
    files.append(file)
    try writeAll(bytes, to: descriptor)
  }
}
