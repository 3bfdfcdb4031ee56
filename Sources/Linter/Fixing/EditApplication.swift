import HashProbe
import Rules

/// Makes edits in the bytes of a file.
enum EditApplication {
  /// - Parameter edits: In ascending order, without overlap, within bounds.
  static func apply(_ edits: [Edit], to bytes: [UInt8]) -> [UInt8] {
    let isCRLF = usesCRLF(bytes)
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count + edits.reduce(0) { $0 + $1.replacement.utf8.count })
    var done = 0
    for edit in edits {
      result += bytes[done..<edit.start]
      result += isCRLF ? withCRLF(edit.replacement.utf8) : Array(edit.replacement.utf8)
      done = edit.end
    }
    result += bytes[done...]
    return result
  }

  /// How many bytes each edit writes.
  static func sizes(of edits: [Edit], in bytes: [UInt8]) -> [Int] {
    let isCRLF = usesCRLF(bytes)
    return edits.map { isCRLF ? withCRLF($0.replacement.utf8).count : $0.replacement.utf8.count }
  }

  /// A file's line ends are those of its first line.
  private static func usesCRLF(_ bytes: [UInt8]) -> Bool {
    guard let end = bytes.firstIndex(of: UInt8(ascii: "\n")), end > 0 else { return false }
    return bytes[end - 1] == UInt8(ascii: "\r")
  }

  private static func withCRLF(_ text: String.UTF8View) -> [UInt8] {
    var result: [UInt8] = []
    for byte in text {
      if byte == UInt8(ascii: "\n"), result.last != UInt8(ascii: "\r") { result.append(UInt8(ascii: "\r")) }
      result.append(byte)
    }
    return result
  }
}

/// Where places of a file are after edits.
///
/// - Complexity: O(log *n*) for a place.
struct EditShifts {
  private let edits: [Edit]
  /// What the edits before each one have added, and all of them at the end.
  private var added: [Int] = [0]
  /// The bytes that each edit has written.
  private(set) var replacements: [Range<Int>] = []

  /// - Parameter edits: In ascending order, without overlap.
  init(_ edits: [Edit], in bytes: [UInt8]) {
    self.edits = edits
    for (edit, size) in zip(edits, EditApplication.sizes(of: edits, in: bytes)) {
      let shift = added[added.count - 1]
      replacements.append((edit.start + shift)..<(edit.start + shift + size))
      added.append(shift + size - (edit.end - edit.start))
    }
  }

  /// - Parameter isStart: Whether what is inserted at the very place stands before it.
  func moved(_ offset: Int, isStart: Bool) -> Int {
    let next = edits.partitioningIndex { $0.end > offset || !isStart && $0.start == offset }
    guard next < edits.endIndex, edits[next].start < offset else { return offset + added[next] }
    // Inside what was replaced.
    return isStart ? replacements[next].upperBound : replacements[next].lowerBound
  }
}
