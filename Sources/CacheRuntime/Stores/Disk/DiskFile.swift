#if canImport(Darwin)
import Darwin
#else
import Glibc
#endif

/// Large contents in a file of their own: the pieces one behind the other.
enum DiskFile {
  /// Writes pieces to a new file and says what they are.
  ///
  /// - Returns: the file, locked: as long as it is open, nobody takes it for a left-over.
  /// - Throws: why it could not be written; nothing is left then.
  static func write(
    _ pieces: [any StoredPiece], to path: String
  ) throws -> (descriptor: Descriptor, pieces: [StoredEntryHeader.Piece]) {
    let descriptor = try make(path)
    do {
      var end = 0
      let written = try pieces.map { piece in
        try piece.withBytes { bytes in
          defer { end += bytes.count }
          return StoredEntryHeader.Piece(
            count: bytes.count, digest: try write(bytes, to: descriptor.number, at: end, path))
        }
      }
      return (descriptor, written)
    } catch {
      unlink(path)
      throw error
    }
  }

  /// A new file, locked.
  private static func make(_ path: String) throws -> Descriptor {
    for _ in 0..<8 {
      let descriptor = try Descriptor(path, O_WRONLY | O_CREAT | O_EXCL)
      do {
        if try lock(descriptor, path) { return descriptor }
      } catch {
        unlink(path)
        throw error
      }
    }
    throw DiskStoreError.system(call: "flock", path: path, code: ENOENT)
  }

  /// Locks a file that was just made.
  ///
  /// - Returns: false when somebody has taken it for a left-over before.
  static func lock(_ descriptor: Descriptor, _ path: String) throws -> Bool {
    while flock(descriptor.number, LOCK_EX) != 0 {
      guard errno == EINTR else { throw DiskStoreError.system(call: "flock", path: path, code: errno) }
    }
    var status = stat()
    guard fstat(descriptor.number, &status) == 0 else {
      throw DiskStoreError.system(call: "fstat", path: path, code: errno)
    }
    return status.st_nlink > 0
  }

  private static func write(
    _ bytes: UnsafeRawBufferPointer, to descriptor: Int32, at start: Int, _ path: String
  ) throws -> StoreDigest {
    // Read by several threads, until `of` returns.
    nonisolated(unsafe) let all = bytes
    return try ContentDigest.of(all.count) { leaf in
      let bytes = UnsafeRawBufferPointer(rebasing: all[leaf])
      let digest = StoreDigest(of: bytes)
      var done = 0
      while done < bytes.count {
        let count = pwrite(
          descriptor, bytes.baseAddress.map { $0 + done }, bytes.count - done,
          off_t(start + leaf.lowerBound + done))
        if count < 0, errno == EINTR { continue }
        guard count > 0 else {
          throw DiskStoreError.system(call: "write", path: path, code: count == 0 ? ENOSPC : errno)
        }
        done += count
      }
      return digest
    }
  }

  /// Whether there is such a file and nobody is writing it.
  static func isIdle(_ path: String) -> Bool {
    guard let descriptor = try? Descriptor(path, O_RDONLY) else { return false }
    return flock(descriptor.number, LOCK_SH | LOCK_NB) == 0
  }

  /// The pieces of a file that were described so.
  ///
  /// - Returns: nil when the file is gone.
  /// - Throws: `StoredEntryFault`, and why it cannot be read.
  static func open(_ path: String, _ header: StoredEntryHeader) throws -> [any StoredPiece]? {
    let descriptor: Descriptor
    do {
      descriptor = try Descriptor(path, O_RDONLY)
    } catch DiskStoreError.system(_, _, code: ENOENT) {
      return nil
    }
    var status = stat()
    guard fstat(descriptor.number, &status) == 0 else {
      throw DiskStoreError.system(call: "fstat", path: path, code: errno)
    }
    guard status.st_mode & S_IFMT == S_IFREG, header.contentCount == Int(status.st_size) else {
      throw StoredEntryFault.wrongLength
    }
    var offset = 0
    return header.pieces.map { piece in
      defer { offset += piece.count }
      return FilePiece(
        descriptor: descriptor, path: path, offset: offset, count: piece.count, digest: piece.digest)
    }
  }
}

/// A piece that still lies in a file.
struct FilePiece: StoredPiece {
  let descriptor: Descriptor
  let path: String
  let offset: Int
  let count: Int
  let digest: StoreDigest

  /// - Throws: `StoredEntryFault` for bytes that are not those that were written, and why they cannot be read.
  func read(into target: UnsafeMutableRawBufferPointer) throws {
    // Each leaf of it is written by one thread, until `of` returns.
    nonisolated(unsafe) let target = target
    let found = try ContentDigest.of(count) { leaf in
      let part = UnsafeMutableRawBufferPointer(rebasing: target[leaf])
      var done = 0
      while done < part.count {
        let read = pread(
          descriptor.number, part.baseAddress.map { $0 + done }, part.count - done,
          off_t(offset + leaf.lowerBound + done))
        if read < 0, errno == EINTR { continue }
        guard read >= 0 else { throw DiskStoreError.system(call: "read", path: path, code: errno) }
        guard read > 0 else { throw StoredEntryFault.wrongLength }
        done += read
      }
      return StoreDigest(of: UnsafeRawBufferPointer(part))
    }
    guard found == digest else { throw StoredEntryFault.damaged }
  }

  func withBytes<Result>(_ body: (UnsafeRawBufferPointer) throws -> Result) throws -> Result {
    let bytes = try [UInt8](unsafeUninitializedCapacity: count) { buffer, initialized in
      try read(into: UnsafeMutableRawBufferPointer(rebasing: UnsafeMutableRawBufferPointer(buffer)[..<count]))
      initialized = count
    }
    return try bytes.withUnsafeBytes(body)
  }
}
