#if canImport(Darwin)
import Darwin
#elseif canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#endif

/// A new file in the directory of another one, which it is going to replace.
struct TemporaryFile {
  let path: String
  private let descriptor: Int32

  /// - Parameter mode: As `open` takes it: what the process's mask leaves of it counts.
  init(beside target: String, mode: mode_t = 0o600) throws(SystemError) {
    var generator = SystemRandomNumberGenerator()
    for _ in 0..<100 {
      let name = String(generator.next() as UInt64, radix: 36)
      let path = PathText.parent(of: target) + "/.recache-" + name
      let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode)
      if descriptor >= 0 {
        self.path = path
        self.descriptor = descriptor
        return
      }
      if errno != EEXIST { throw .last }
    }
    throw SystemError(code: EEXIST)
  }

  /// Writes everything, forces it to disk and closes the file.
  /// - Parameter status: Whose mode, owner and group the file takes over, if any.
  func fill(_ bytes: [UInt8], like status: FileStatus? = nil) throws(SystemError) {
    do throws(SystemError) {
      try writeAll(bytes, to: descriptor)
      if let status {
        // Only a privileged user may give a file away; then it belongs to who ran the program, as it does with editors.
        var mode = status.mode
        if fchown(descriptor, status.owner, status.group) != 0 { mode &= 0o777 }
        guard fchmod(descriptor, mode) == 0 else { throw .last }
      }
      guard fsync(descriptor) == 0 else { throw .last }
    } catch {
      close(descriptor)
      throw error
    }
    // Some file systems say only now that the bytes did not fit.
    guard close(descriptor) == 0 else { throw .last }
  }

  func remove() { unlink(path) }
}

/// Keeps the signals that end a program waiting on this thread.
struct HeldSignals {
  private var before = sigset_t()

  init() {
    var held = sigset_t()
    sigemptyset(&held)
    for signal in [SIGINT, SIGTERM, SIGHUP, SIGQUIT] { sigaddset(&held, signal) }
    pthread_sigmask(SIG_BLOCK, &held, &before)
  }

  func release() {
    var mask = before
    pthread_sigmask(SIG_SETMASK, &mask, nil)
  }
}
