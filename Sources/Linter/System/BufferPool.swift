import Synchronization

/// Buffers that go from one file to the next, as many as there are threads that read.
final class BufferPool: Sendable {
  private final class Box: @unchecked Sendable {
    // Lent to one thread at a time by `free`'s lock.
    var buffer = ReusedBuffer()
  }

  private let free = Mutex<[Box]>([])

  /// What `body` makes of a file's bytes.
  func read<Result>(
    _ path: SourcePath, _ body: (UnsafeRawBufferPointer) -> Result
  ) -> Swift.Result<Result, LintProblem> {
    if let unsaved = path.unsaved { return .success(unsaved.withUnsafeBytes(body)) }
    let box = free.withLock { $0.popLast() } ?? Box()
    defer { free.withLock { $0.append(box) } }
    do throws(FileContentsError) {
      return .success(
        try box.buffer.withContents(of: path.canonical, limit: SourceReader.sizeLimit, body))
    } catch {
      return .failure(LintProblem(path: path.shown, SourceReader.reason(for: error)))
    }
  }
}
