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
    needle.withUnsafeBytes { needle in
      bytes.withUnsafeBytes { bytes in
        guard let start = bytes.baseAddress, let wanted = needle.baseAddress else { return needle.isEmpty }
        return memmem(start, bytes.count, wanted, needle.count) != nil
      }
    }
  }
}
