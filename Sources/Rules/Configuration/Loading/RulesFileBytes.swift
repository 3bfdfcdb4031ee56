#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif

/// Reads rules files and baselines from the disk, no more of them than is allowed.
enum RulesFileBytes {
  /// The bytes of the file; one that is larger than allowed is an error before it is read.
  static func read(
    _ path: String, limit: Int = RulesText.maximumSize
  ) throws(RulesFileError) -> [UInt8] {
    // Without waiting: opening a pipe would wait for who writes to it.
    let file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard file >= 0 else {
      let code = errno
      throw RulesFileError(path: path, fault: code == ENOENT ? .missing : .unreadable(code: code))
    }
    defer { close(file) }
    var facts = stat()
    guard fstat(file, &facts) == 0 else {
      throw RulesFileError(path: path, fault: .unreadable(code: errno))
    }
    switch facts.st_mode & S_IFMT {
    case S_IFREG: break
    case S_IFDIR: throw RulesFileError(path: path, fault: .isDirectory)
    default: throw RulesFileError(path: path, fault: .notAFile)
    }
    guard facts.st_size <= limit else {
      throw RulesFileError(path: path, fault: .tooLarge(limit: limit))
    }
    return try read(file, path, limit)
  }

  /// One byte more than allowed is enough to see that a file grew meanwhile.
  private static func read(_ file: CInt, _ path: String, _ limit: Int) throws(RulesFileError) -> [UInt8] {
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while bytes.count <= limit {
      let count = chunk.withUnsafeMutableBytes { buffer in
        #if canImport(Darwin)
        Darwin.read(file, buffer.baseAddress, buffer.count)
        #elseif canImport(Musl)
        Musl.read(file, buffer.baseAddress, buffer.count)
        #else
        Glibc.read(file, buffer.baseAddress, buffer.count)
        #endif
      }
      if count == 0 { return bytes }
      if count < 0 {
        if errno == EINTR { continue }
        throw RulesFileError(path: path, fault: .unreadable(code: errno))
      }
      bytes.append(contentsOf: chunk[..<count])
    }
    return bytes
  }
}

/// What the system says of an error number.
struct SystemMessage: CustomStringConvertible {
  var description: String

  init(_ code: Int32) {
    description = strerror(code).map { String(cString: $0) } ?? "error \(code)"
    description = description.prefix(1).lowercased() + description.dropFirst()
  }
}
