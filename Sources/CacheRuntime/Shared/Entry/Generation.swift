#if SharedStore

/// A random name for the time between two clears.
///
/// An entry carries those under which its computation began; it is valid for as long as all of them are still current. A
/// number that counts up would come back after the server has lost it, and with it entries of long ago; this never does.
struct Generation: Hashable, Sendable {
  static let size = 16

  let bytes: [UInt8]

  init?(_ bytes: some Collection<UInt8>) {
    guard bytes.count == Self.size else { return nil }
    self.bytes = Array(bytes)
  }

  static func new() -> Generation { new(using: SystemRandomNumberGenerator()) }

  static func new(using generator: consuming some RandomNumberGenerator) -> Generation {
    Generation(unchecked: (0..<size).map { _ in UInt8.random(in: .min ... .max, using: &generator) })
  }

  private init(unchecked bytes: [UInt8]) { self.bytes = bytes }
}

#endif
