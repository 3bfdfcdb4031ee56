#if SharedStore
internal import CHiredis

/// One command with its arguments, which may be any bytes.
struct ServerCommand: Hashable, Sendable {
  let arguments: [[UInt8]]

  init(_ arguments: [[UInt8]]) { self.arguments = arguments }

  init(_ words: [String]) { self.init(words.map { Array($0.utf8) }) }

  /// As it goes over the line; the caller gives it back with `redisFreeCommand`.
  func formatted() -> (start: UnsafeMutablePointer<CChar>, count: Int)? {
    var pointers: [UnsafePointer<CChar>?] = []
    var lengths: [Int] = []
    var target: UnsafeMutablePointer<CChar>?
    let count = Self.withPointers(arguments[...], &pointers, &lengths) { pointers, lengths in
      redisFormatCommandArgv(&target, numericCast(pointers.count), &pointers, lengths)
    }
    guard let target, count > 0 else { return nil }
    return (target, Int(count))
  }

  /// Holds every argument's bytes in place until `body` has ended.
  private static func withPointers<Result>(
    _ arguments: ArraySlice<[UInt8]>, _ pointers: inout [UnsafePointer<CChar>?], _ lengths: inout [Int],
    _ body: (inout [UnsafePointer<CChar>?], [Int]) -> Result
  ) -> Result {
    guard let first = arguments.first else { return body(&pointers, lengths) }
    return first.withUnsafeBytes { bytes in
      // An empty argument has no memory; hiredis wants an address all the same.
      withUnsafeBytes(of: UInt8(0)) { nothing in
        pointers.append((bytes.baseAddress ?? nothing.baseAddress)?.assumingMemoryBound(to: CChar.self))
        lengths.append(bytes.count)
        return withPointers(arguments.dropFirst(), &pointers, &lengths, body)
      }
    }
  }
}

#endif
