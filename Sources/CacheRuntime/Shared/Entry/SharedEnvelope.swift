#if SharedStore
internal import Crypto

// What lies under a key of the server:
//
//   "RCS1"              what this is, and of which version
//   seal        1       0: none; 1: HMAC-SHA256
//   count       1       of generations
//   title       2       its length, lowest byte first
//   generations 16 each
//   title               kind, module, name and tags of the function, a NUL between them: for people who look
//   entry               the envelope of `StoredEntry`, with its own digest and key
//   code        32      HMAC over the key's name on the server, its length before it, and all bytes above; only when sealed
//
// A reader with a secret takes sealed entries only and verifies the code before it looks at anything else, so that who can
// write to the server can neither change an entry nor move one to another key. One without a secret takes unsealed ones
// only: an entry says nothing about who may have written it.

/// An entry with what makes it valid, as one run of bytes.
enum SharedEnvelope {
  private static let mark = Array("RCS1".utf8)
  private static let headerSize = 8
  private static let codeSize = 32

  /// No title is longer; it is cut.
  static let longestTitle = 1_024
  /// The most that a header has, generations and title included.
  static let longestHeader = headerSize + 255 * Generation.size + longestTitle

  static func seal(
    _ entry: [UInt8], _ generations: [Generation], title: [UInt8] = [], name: [UInt8],
    _ secret: SharedStoreSecret?
  ) -> [UInt8] {
    let title = title.prefix(longestTitle)
    var bytes = mark
    bytes.reserveCapacity(
      headerSize + generations.count * Generation.size + title.count + entry.count + codeSize)
    bytes.append(secret == nil ? 0 : 1)
    bytes.append(UInt8(clamping: generations.count))
    bytes.append(UInt8(truncatingIfNeeded: title.count))
    bytes.append(UInt8(truncatingIfNeeded: title.count >> 8))
    for generation in generations { bytes += generation.bytes }
    bytes += title
    bytes += entry
    if let secret { bytes += code(of: bytes[...], name, secret) }
    return bytes
  }

  /// The generations and the entry's bytes.
  static func open(
    _ bytes: [UInt8], name: [UInt8], _ secret: SharedStoreSecret?
  ) throws(SharedEnvelopeFault) -> (generations: [Generation], entry: [UInt8]) {
    guard bytes.count >= headerSize, bytes.starts(with: mark) else { throw .unknownFormat }
    var end = bytes.count
    switch (bytes[mark.count], secret) {
    case (0, nil): break
    case (1, let secret?):
      end -= codeSize
      guard end >= headerSize else { throw .unknownFormat }
      guard isValid(bytes[end...], of: bytes[..<end], name, secret) else { throw .wrongSeal }
    case (1, nil): throw .sealed
    case (0, _): throw .notSealed
    default: throw .unknownFormat
    }
    let header = try header(bytes[..<end])
    return (header.generations, Array(bytes[header.end..<end]))
  }

  /// What stands before the entry, of an envelope or of its beginning; nothing of it is verified.
  static func header(
    _ bytes: ArraySlice<UInt8>
  ) throws(SharedEnvelopeFault) -> (generations: [Generation], title: [UInt8], end: Int) {
    let start = bytes.startIndex + headerSize
    guard bytes.count >= headerSize, bytes.starts(with: mark) else { throw .unknownFormat }
    let title = Int(bytes[start - 2]) | Int(bytes[start - 1]) << 8
    let titleStart = start + Int(bytes[start - 3]) * Generation.size
    guard title <= longestTitle, titleStart + title <= bytes.endIndex else { throw .unknownFormat }
    var generations: [Generation] = []
    for offset in stride(from: start, to: titleStart, by: Generation.size) {
      guard let generation = Generation(bytes[offset..<offset + Generation.size]) else {
        throw .unknownFormat
      }
      generations.append(generation)
    }
    return (generations, Array(bytes[titleStart..<titleStart + title]), titleStart + title)
  }

  private static func code(
    of bytes: ArraySlice<UInt8>, _ name: [UInt8], _ secret: SharedStoreSecret
  ) -> [UInt8] {
    var code = HMAC<SHA256>(key: secret.key)
    withUnsafeBytes(of: UInt64(name.count).littleEndian) { code.update(data: $0) }
    code.update(data: name)
    code.update(data: bytes)
    return Array(code.finalize())
  }

  /// The comparison takes the same time wherever the first difference is.
  private static func isValid(
    _ code: ArraySlice<UInt8>, of bytes: ArraySlice<UInt8>, _ name: [UInt8], _ secret: SharedStoreSecret
  ) -> Bool {
    let right = self.code(of: bytes, name, secret)
    guard code.count == right.count else { return false }
    return zip(code, right).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
  }
}

/// Why bytes from the server are not an entry of ours.
enum SharedEnvelopeFault: Error, Hashable, Sendable, CustomStringConvertible {
  case unknownFormat
  case sealed
  case notSealed
  case wrongSeal

  var description: String {
    switch self {
    case .unknownFormat: "the entry is of another format"
    case .sealed: "the entry was written with a secret, and this store has none"
    case .notSealed: "the entry was written without a secret"
    case .wrongSeal: "the entry was written with another secret, or changed since"
    }
  }
}

#endif
