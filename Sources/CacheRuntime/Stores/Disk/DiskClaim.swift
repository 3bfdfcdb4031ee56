#if canImport(Darwin)
import Darwin
#else
import Glibc
#endif

/// The right to compute one key among the processes of a machine: a lock on one byte of the store's `claims` file.
///
/// The system takes the lock back when the process ends, however it ends; the file stays empty. The byte is a part of the
/// key's digest: two keys on one byte would only wait for each other.
final class DiskClaim: StoreLease {
  private let descriptor: Descriptor
  private let byte: Int64

  #if os(Linux)
  private static let setLock: Int32 = 37
  #else
  private static let setLock: Int32 = 90
  #endif

  /// Nil when somebody else has it.
  init?(_ path: String, _ key: StoreDigest) throws {
    descriptor = try Descriptor(path, O_RDWR | O_CREAT)
    byte = key.bytes.prefix(7).reduce(0) { $0 << 8 | Int64($1) }
    guard try set(Int16(F_WRLCK), path) else { return nil }
  }

  func release() { _ = try? set(Int16(F_UNLCK), "") }

  private func set(_ type: Int16, _ path: String) throws -> Bool {
    var lock = flock()
    lock.l_type = type
    lock.l_whence = Int16(SEEK_SET)
    lock.l_start = off_t(byte)
    lock.l_len = 1
    // Locks of the open file, not of the process: threads of one process exclude each other too.
    if fcntl(descriptor.number, Self.setLock, &lock) == 0 { return true }
    guard errno == EAGAIN || errno == EACCES else {
      throw DiskStoreError.system(call: "fcntl", path: path, code: errno)
    }
    return false
  }
}
