/// The bytes of a stored value: what the coder wrote, and beside it, without a copy, the large arrays that it named.
public struct StoredBytes: Sendable {
  /// The first is what the coder wrote; it names the others by their place here.
  let pieces: [any StoredPiece]

  /// These bytes.
  public init(_ bytes: [UInt8]) { pieces = [HeldPiece(bytes)] }

  init(pieces: [any StoredPiece]) { self.pieces = pieces }

  /// How many there are.
  public var count: Int { pieces.reduce(0) { $0 + $1.count } }

  /// All of them in one run, for comparing; where large arrays lie apart, decoding needs the pieces.
  ///
  /// - Throws: why they cannot be read any more, where they still lie in a store.
  public func bytes() throws -> [UInt8] {
    if pieces.count == 1, let held = pieces[0] as? HeldPiece { return held.held }
    return try pieces.reduce(into: []) { all, piece in
      try piece.withBytes { all.append(contentsOf: $0) }
    }
  }
}

/// A run of bytes of a stored value, in memory or still in a store.
protocol StoredPiece: Sendable {
  var count: Int { get }

  /// Copies all bytes to where they will stay, verified.
  ///
  /// - Precondition: `target` has room for exactly `count` bytes.
  func read(into target: UnsafeMutableRawBufferPointer) throws

  func withBytes<Result>(_ body: (UnsafeRawBufferPointer) throws -> Result) throws -> Result
}

/// Bytes in memory.
struct HeldPiece: StoredPiece {
  let held: [UInt8]
  init(_ bytes: [UInt8]) { held = bytes }

  var count: Int { held.count }
  func read(into target: UnsafeMutableRawBufferPointer) { target.copyBytes(from: held) }
  func withBytes<Result>(_ body: (UnsafeRawBufferPointer) throws -> Result) rethrows -> Result {
    try held.withUnsafeBytes(body)
  }
}

/// A part of bytes in memory.
struct SlicePiece: StoredPiece {
  let held: ArraySlice<UInt8>
  init(_ bytes: ArraySlice<UInt8>) { held = bytes }

  var count: Int { held.count }
  func read(into target: UnsafeMutableRawBufferPointer) { target.copyBytes(from: held) }
  func withBytes<Result>(_ body: (UnsafeRawBufferPointer) throws -> Result) rethrows -> Result {
    try held.withUnsafeBytes(body)
  }
}

/// The storage of an array of numbers, which the piece keeps alive.
struct ArrayPiece<Elements: Collection & Sendable>: StoredPiece where Elements.Element: RawScalar {
  let elements: Elements

  var count: Int { elements.count * MemoryLayout<Elements.Element>.stride }

  func read(into target: UnsafeMutableRawBufferPointer) { withBytes { target.copyMemory(from: $0) } }

  func withBytes<Result>(_ body: (UnsafeRawBufferPointer) throws -> Result) rethrows -> Result {
    let found = try elements.withContiguousStorageIfAvailable { try body(UnsafeRawBufferPointer($0)) }
    if let found { return found }
    return try ContiguousArray(elements).withUnsafeBytes(body)
  }
}
