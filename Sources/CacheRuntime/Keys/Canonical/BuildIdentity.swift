import Crypto

#if canImport(Darwin)
import Darwin
#else
import Glibc
#endif

/// Which build of the program this is: a digest of the executable file, taken once when first needed.
///
/// It stands in the keys of functions without a `version:`, so that results of other code are never found.
package enum BuildIdentity {
  /// The same on every machine that runs the same file.
  ///
  /// What the linker has noted of what it linked (`--build-id`) is as good as the digest of the whole file, which takes a
  /// millisecond for every two megabytes.
  package static let current: StoreDigest =
    LinkerNote.buildIdentity(ofFileAt: executablePath).map(StoreDigest.init(of:))
    ?? digest(ofFileAt: executablePath) ?? .init(of: randomBytes)

  static var executablePath: String {
    #if canImport(Darwin)
    var size = UInt32(PATH_MAX)
    var buffer = [CChar](repeating: 0, count: Int(size))
    guard _NSGetExecutablePath(&buffer, &size) == 0 else { return CommandLine.arguments.first ?? "" }
    return buffer.withUnsafeBufferPointer { $0.baseAddress.map { String(cString: $0) } ?? "" }
    #else
    return "/proc/self/exe"
    #endif
  }

  /// The digest of a file's bytes; nil when it cannot be read.
  static func digest(ofFileAt path: String) -> StoreDigest? {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var hash = SHA256()
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 20, alignment: 4096)
    defer { buffer.deallocate() }
    while true {
      let count = read(descriptor, buffer.baseAddress, buffer.count)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { return nil }
      guard count > 0 else { return StoreDigest(hash.finalize()) }
      hash.update(bufferPointer: UnsafeRawBufferPointer(rebasing: buffer[..<count]))
    }
  }

  /// Where the executable cannot be read, no other process may share its results.
  private static var randomBytes: [UInt8] {
    (0..<32).map { _ in UInt8.random(in: 0...255) }
  }
}
