import Crypto

#if canImport(Darwin)
import Darwin
#else
import Glibc
#endif

/// Large contents in a file of their own: the pieces one behind the other.
enum DiskFile {
  /// Bytes are hashed and moved so many at a time, so that they are still near when they are needed again.
  static let chunk = 1 << 18

  /// Writes pieces to a new file and says what they are.
  ///
  /// - Returns: the file, locked: as long as it is open, nobody takes it for a left-over.
  /// - Throws: why it could not be written; nothing is left then.
  static func write(
    _ pieces: [any StoredPiece], to path: String
  ) throws -> (descriptor: Descriptor, pieces: [StoredEntryHeader.Piece]) {
    let descriptor = try Descriptor(path, O_WRONLY | O_CREAT | O_EXCL)
    do {
      flock(descriptor.number, LOCK_EX | LOCK_NB)
      let written = try pieces.map { piece in
        try piece.withBytes { bytes in
          StoredEntryHeader.Piece(
            count: bytes.count, digest: try write(bytes, to: descriptor.number, path))
        }
      }
      return (descriptor, written)
    } catch {
      unlink(path)
      throw error
    }
  }

  private static func write(_ bytes: UnsafeRawBufferPointer, to descriptor: Int32, _ path: String) throws
    -> StoreDigest
  {
    var hash = SHA256()
    var offset = 0
    while offset < bytes.count {
      let part = UnsafeRawBufferPointer(rebasing: bytes[offset..<min(offset + chunk, bytes.count)])
      hash.update(bufferPointer: part)
      var done = 0
      while done < part.count {
        let count = systemWrite(descriptor, part.baseAddress.map { $0 + done }, part.count - done)
        if count < 0, errno == EINTR { continue }
        guard count > 0 else {
          throw DiskStoreError.system(call: "write", path: path, code: count == 0 ? ENOSPC : errno)
        }
        done += count
      }
      offset += part.count
    }
    return StoreDigest(hash.finalize())
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
    var hash = SHA256()
    var done = 0
    while done < count {
      let part = UnsafeMutableRawBufferPointer(rebasing: target[done..<min(done + DiskFile.chunk, count)])
      let read = pread(descriptor.number, part.baseAddress, part.count, off_t(offset + done))
      if read < 0, errno == EINTR { continue }
      guard read >= 0 else { throw DiskStoreError.system(call: "read", path: path, code: errno) }
      guard read > 0 else { throw StoredEntryFault.wrongLength }
      hash.update(bufferPointer: UnsafeRawBufferPointer(rebasing: part[..<read]))
      done += read
    }
    guard StoreDigest(hash.finalize()) == digest else { throw StoredEntryFault.damaged }
  }

  func withBytes<Result>(_ body: (UnsafeRawBufferPointer) throws -> Result) throws -> Result {
    let bytes = try [UInt8](unsafeUninitializedCapacity: count) { buffer, initialized in
      try read(into: UnsafeMutableRawBufferPointer(rebasing: UnsafeMutableRawBufferPointer(buffer)[..<count]))
      initialized = count
    }
    return try bytes.withUnsafeBytes(body)
  }
}

#if canImport(Darwin)
private let systemWrite = Darwin.write
#else
private let systemWrite = Glibc.write
#endif
