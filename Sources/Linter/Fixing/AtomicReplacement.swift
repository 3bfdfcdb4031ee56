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
    let temporary: TemporaryFile
    do { temporary = try TemporaryFile(beside: path) } catch { throw .unwritable(error) }
    do throws(LintProblem.Reason) {
      do throws(SystemError) { try temporary.fill(bytes, like: status) } catch { throw .unwritable(error) }
      guard (try? contents(of: path)) == original else { throw .changedOnDisk }
      guard rename(temporary.path, path) == 0 else { throw .unwritable(.last) }
    } catch {
      temporary.remove()
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
