#if canImport(Darwin)
import Darwin
#elseif canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#endif

/// What a linker writes into a program about it.
///
/// Source: the ELF-64 object file format, and the note `NT_GNU_BUILD_ID` of the GNU linkers.
enum LinkerNote {
  /// The build identity with the file's size in front; `nil` where a file has none, or is of another format.
  static func buildIdentity(ofFileAt path: String) -> [UInt8]? {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    let size = lseek(descriptor, 0, SEEK_END)
    guard size > 0, let identity = buildIdentity({ bytes(of: descriptor, at: $0, count: $1) }) else {
      return nil
    }
    return withUnsafeBytes(of: UInt64(size).littleEndian) { Array($0) } + identity
  }

  /// - Parameter read: So many bytes from an offset on, or fewer at the end of the file.
  static func buildIdentity(_ read: (_ offset: Int, _ count: Int) -> [UInt8]) -> [UInt8]? {
    let header = read(0, 64)
    // 64 bits, least significant byte first.
    guard header.starts(with: [0x7F, 0x45, 0x4C, 0x46, 2, 1]), let table = header.number(at: 32, bytes: 8),
      let length = header.number(at: 54, bytes: 2), let count = header.number(at: 56, bytes: 2), length >= 56
    else { return nil }
    for index in 0..<count {
      let segment = read(table &+ index &* length, 56)
      guard segment.number(at: 0, bytes: 4) == noteSegment, let offset = segment.number(at: 8, bytes: 8),
        let size = segment.number(at: 32, bytes: 8)
      else { continue }
      if let found = buildIdentity(inNotes: read(offset, min(size, 1 << 16))) { return found }
    }
    return nil
  }

  private static let noteSegment = 4
  private static let buildIdentityNote = 3

  private static func buildIdentity(inNotes notes: [UInt8]) -> [UInt8]? {
    var index = 0
    while let nameSize = notes.number(at: index, bytes: 4), let size = notes.number(at: index + 4, bytes: 4),
      let type = notes.number(at: index + 8, bytes: 4)
    {
      let name = index + 12
      // Both are filled up to four bytes.
      let content = name + (nameSize + 3) / 4 * 4
      guard content + size <= notes.count else { return nil }
      if type == buildIdentityNote, size >= 8, notes[name..<content].starts(with: "GNU\0".utf8) {
        return Array(notes[content..<content + size])
      }
      index = content + (size + 3) / 4 * 4
    }
    return nil
  }

  private static func bytes(of descriptor: Int32, at offset: Int, count: Int) -> [UInt8] {
    guard offset >= 0, count > 0 else { return [] }
    var bytes = [UInt8](repeating: 0, count: count)
    let result = bytes.withUnsafeMutableBytes { pread(descriptor, $0.baseAddress, count, off_t(offset)) }
    return Array(bytes.prefix(max(0, result)))
  }
}

extension [UInt8] {
  /// A number whose least significant byte comes first; `nil` outside of the bytes, or beyond what can be counted.
  fileprivate func number(at offset: Int, bytes count: Int) -> Int? {
    guard offset >= 0, offset <= self.count - count else { return nil }
    var number: UInt64 = 0
    for byte in self[offset..<offset + count].reversed() { number = number << 8 | UInt64(byte) }
    return Int(exactly: number)
  }
}
