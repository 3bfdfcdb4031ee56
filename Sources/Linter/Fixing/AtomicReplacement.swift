#if canImport(Darwin)
import Darwin
#elseif canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#endif

/// Puts new contents in the place of a file's old ones, whole or not at all.
///
/// The new contents are written beside the file under a name of their own, forced to disk, and renamed over it: at any
/// moment, and after any kill, the file is the old one or the new one. Mode, owner and group go over to the new file.
/// The signals of a terminal wait until the rename is done, so that no temporary file stays behind.
struct AtomicReplacement {
  /// Without symbolic links: a link to the file stays a link.
  let path: String
  /// What was read; anything else on disk means that somebody else has written meanwhile.
  let original: [UInt8]

  func write(_ bytes: [UInt8]) throws(LintProblem.Reason) {
    let status: FileStatus
    do { status = try FileStatus(of: path, followingLinks: false) } catch {
      throw error.isMissing ? .changedOnDisk : .unwritable(error)
    }
    guard status.kind == .file else { throw .changedOnDisk }
    guard status.mode & 0o222 != 0, access(path, W_OK) == 0 else { throw .readOnly }

    let signals = HeldSignals()
    defer { signals.release() }
    let temporary = try Temporary(beside: path)
    do throws(LintProblem.Reason) {
      try temporary.fill(bytes, like: status)
      guard (try? contents(of: path)) == original else { throw .changedOnDisk }
      guard rename(temporary.path, path) == 0 else { throw .unwritable(.last) }
    } catch {
      unlink(temporary.path)
      throw error
    }
    syncDirectory()
  }

  /// The name itself outlives a power cut only when the directory was forced to disk too; best effort.
  private func syncDirectory() {
    let descriptor = open(PathText.parent(of: path), O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    fsync(descriptor)
    close(descriptor)
  }
}

/// A new file in the directory of another one.
private struct Temporary {
  let path: String
  private let descriptor: Int32

  init(beside target: String) throws(LintProblem.Reason) {
    var template = Array((PathText.parent(of: target) + "/.recache-XXXXXX").utf8CString)
    descriptor = template.withUnsafeMutableBufferPointer { buffer in
      buffer.baseAddress.map { mkstemp($0) } ?? -1
    }
    guard descriptor >= 0 else { throw .unwritable(.last) }
    path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  /// Writes everything and closes the file.
  func fill(_ bytes: [UInt8], like status: FileStatus) throws(LintProblem.Reason) {
    do throws(SystemError) {
      try writeAll(bytes, to: descriptor)
      // Only a privileged user may give a file away; then it belongs to who ran the fix, as it does with editors.
      var mode = status.mode
      if fchown(descriptor, status.owner, status.group) != 0 { mode &= 0o777 }
      guard fchmod(descriptor, mode) == 0, fsync(descriptor) == 0 else { throw .last }
    } catch {
      close(descriptor)
      throw .unwritable(error)
    }
    // Some file systems say only now that the bytes did not fit.
    guard close(descriptor) == 0 else { throw .unwritable(.last) }
  }
}

/// Keeps the signals that end a program waiting on this thread.
private struct HeldSignals {
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
