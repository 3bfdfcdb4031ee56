#if canImport(Darwin)
import Darwin
#elseif canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#endif

/// Looks for bytes among bytes.
enum ByteSearch {
  static func contains(_ needle: [UInt8], in bytes: [UInt8]) -> Bool {
    guard let first = needle.first else { return true }
    return needle.withUnsafeBytes { needle in
      bytes.withUnsafeBytes { bytes in
        guard let start = bytes.baseAddress, let wanted = needle.baseAddress else { return false }
        var offset = 0
        while offset + needle.count <= bytes.count {
          let room = bytes.count - needle.count + 1 - offset
          guard let hit = memchr(start + offset, Int32(first), room) else { return false }
          if memcmp(hit, wanted, needle.count) == 0 { return true }
          offset = UnsafeRawPointer(hit) - start + 1
        }
        return false
      }
    }
  }
}
