#if SharedStore
internal import Crypto

// What lies under a key of the server:
//
//   "RCS1"              what this is, and of which version
//   seal       1        0: none; 1: HMAC-SHA256
//   count      1        of generations
//   generations 16 each
//   entry               the envelope of `StoredEntry`, with its own digest and key
//   code       32       HMAC over the key's name on the server, its length before it, and all bytes above; only when sealed
//
// A reader with a secret takes sealed entries only and verifies the code before it looks at anything else, so that who can
// write to the server can neither change an entry nor move one to another key. One without a secret takes unsealed ones
// only: an entry says nothing about who may have written it.

/// An entry with what makes it valid, as one run of bytes.
enum SharedEnvelope {
  private static let mark = Array("RCS1".utf8)
  private static let codeSize = 32

  /// What an envelope adds to the bytes of an entry, at most.
  static let overhead = 4_096

  static func seal(
    _ entry: [UInt8], _ generations: [Generation], name: [UInt8], _ secret: SharedStoreSecret?
  ) -> [UInt8] {
    var bytes = mark
    bytes.reserveCapacity(entry.count + overhead)
    bytes.append(secret == nil ? 0 : 1)
    bytes.append(UInt8(clamping: generations.count))
    for generation in generations { bytes += generation.bytes }
    bytes += entry
    if let secret { bytes += code(of: bytes[...], name, secret) }
    return bytes
  }

  /// The generations and the entry's bytes.
  ///
  /// - Throws: `SharedEnvelopeFault`.
  static func open(
    _ bytes: [UInt8], name: [UInt8], _ secret: SharedStoreSecret?
  ) throws(SharedEnvelopeFault) -> (generations: [Generation], entry: [UInt8]) {
    guard bytes.count >= mark.count + 2, bytes.starts(with: mark) else { throw .unknownFormat }
    var end = bytes.count
    switch (bytes[mark.count], secret) {
    case (0, nil): break
    case (1, let secret?):
      end -= codeSize
      guard end >= mark.count + 2 else { throw .unknownFormat }
      // The comparison takes the same time wherever the first difference is.
      guard isValid(bytes[end...], of: bytes[..<end], name, secret) else { throw .wrongSeal }
    case (1, nil): throw .sealed
    case (0, _): throw .notSealed
    default: throw .unknownFormat
    }
    let start = mark.count + 2 + Int(bytes[mark.count + 1]) * Generation.size
    guard start <= end else { throw .unknownFormat }
    var generations: [Generation] = []
    for offset in stride(from: mark.count + 2, to: start, by: Generation.size) {
      guard let generation = Generation(bytes[offset..<offset + Generation.size]) else {
        throw .unknownFormat
      }
      generations.append(generation)
    }
    return (generations, Array(bytes[start..<end]))
  }

  private static func authenticator(
    _ bytes: ArraySlice<UInt8>, _ name: [UInt8], _ secret: SharedStoreSecret
  ) -> HMAC<SHA256> {
    var code = HMAC<SHA256>(key: secret.key)
    withUnsafeBytes(of: UInt64(name.count).littleEndian) { code.update(data: $0) }
    code.update(data: name)
    code.update(data: bytes)
    return code
  }

  private static func code(
    of bytes: ArraySlice<UInt8>, _ name: [UInt8], _ secret: SharedStoreSecret
  ) -> [UInt8] {
    Array(authenticator(bytes, name, secret).finalize())
  }

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
    case .unknownFormat: "it is of another format"
    case .sealed: "it was written with a secret, and this store has none"
    case .notSealed: "it was written without a secret"
    case .wrongSeal: "it was written with another secret, or changed since"
    }
  }
}

#endif
