/// Where each line of a file begins. Lines end with `\n`, `\r\n` or `\r`, as they do for the compiler.
package struct LineTable: Sendable {
  private let starts: [Int]

  package init(_ bytes: [UInt8]) {
    starts = bytes.withUnsafeBytes { bytes in
      var starts = [0]
      starts.reserveCapacity(bytes.count / 32)
      let mayHoldReturns = ByteSearch.offset(of: [UInt8(ascii: "\r")], in: bytes) != nil
      if mayHoldReturns {
        for (offset, byte) in bytes.enumerated() where byte <= UInt8(ascii: "\r") {
          let isReturn = byte == UInt8(ascii: "\r")
          let isLoneReturn =
            isReturn && (offset + 1 == bytes.count || bytes[offset + 1] != UInt8(ascii: "\n"))
          if byte == UInt8(ascii: "\n") || isLoneReturn { starts.append(offset + 1) }
        }
      } else {
        ByteSearch.forEachOffset(of: UInt8(ascii: "\n"), in: bytes) { starts.append($0 + 1) }
      }
      return starts
    }
  }

  /// The line and the column, in bytes, of an offset; both count from 1.
  ///
  /// - Complexity: O(log *n*) for *n* lines.
  package func lineAndColumn(at offset: Int) -> (line: Int, column: Int) {
    let line = starts.partitioningIndex { $0 > offset }
    return (line, offset - starts[line - 1] + 1)
  }

  func place(_ offset: Int, _ path: String) -> DeclarationPlace {
    let (line, column) = lineAndColumn(at: offset)
    return DeclarationPlace(path: path, line: line, column: column, offset: offset)
  }
}
