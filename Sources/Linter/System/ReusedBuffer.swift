#if canImport(Darwin)
import Darwin
#elseif canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#endif
import Synchronization

/// Memory into which one file after another is read, so that looking at a file costs no allocation.
struct ReusedBuffer: ~Copyable {
  private var memory: UnsafeMutableRawBufferPointer

  init(capacity: Int = 1 << 18) {
    memory = .allocate(byteCount: capacity, alignment: 64)
  }

  deinit { memory.deallocate() }

  /// Reads a whole file and hands its bytes to `body`; they are gone afterwards.
  ///
  /// - Parameter limit: The size from which on a file is not read at all.
  mutating func withContents<Result>(
    of path: String, limit: Int, _ body: (UnsafeRawBufferPointer) -> Result
  ) throws(FileContentsError) -> Result {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw .system(.last) }
    defer { close(descriptor) }
    var count = 0
    while true {
      if count == memory.count { try grow(for: descriptor, holding: count, limit: limit) }
      let result = read(descriptor, memory.baseAddress.map { $0 + count }, memory.count - count)
      if result < 0 {
        let error = SystemError.last
        if error.isInterruption { continue }
        // Reading a directory fails, and so does what has nothing to say yet.
        throw error.code == EISDIR || error.code == EAGAIN ? .notAFile : .system(error)
      }
      if result == 0 { break }
      count += result
    }
    guard count <= limit else { throw .tooLarge(size: count) }
    // A pipe that nobody writes to is at its end at once.
    if count == 0, (try? FileStatus(descriptor: descriptor).kind) != .file { throw .notAFile }
    return body(UnsafeRawBufferPointer(rebasing: memory[..<count]))
  }

  /// Makes room for a file whose size shows to be larger than the memory at hand.
  private mutating func grow(
    for descriptor: Int32, holding count: Int, limit: Int
  ) throws(FileContentsError) {
    let status: FileStatus
    do { status = try FileStatus(descriptor: descriptor) } catch { throw .system(error) }
    guard status.kind == .file else { throw .notAFile }
    guard status.size <= limit else { throw .tooLarge(size: status.size) }
    let larger = UnsafeMutableRawBufferPointer.allocate(
      byteCount: max(status.size + 1, memory.count * 2), alignment: 64)
    larger.copyMemory(from: UnsafeRawBufferPointer(rebasing: memory[..<count]))
    memory.deallocate()
    memory = larger
  }
}
