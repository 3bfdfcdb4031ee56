/// The bytes of a rules file, from which faults get their line and column.
struct RulesText {
  static let maximumSize = 1 << 20

  let path: String
  /// Without a byte order mark.
  let bytes: [UInt8]

  init(path: String, bytes: [UInt8], limit: Int = maximumSize) throws(RulesFileError) {
    guard bytes.count <= limit else {
      throw RulesFileError(path: path, fault: .tooLarge(limit: limit))
    }
    self.path = path
    self.bytes = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes
    if String(validating: self.bytes, as: UTF8.self) == nil {
      throw located(LocatedFault(.notUTF8, atByte: Self.validPrefix(of: self.bytes)))
    }
  }

  /// The fault with its place spelled out.
  func located(_ fault: LocatedFault) -> RulesFileError {
    guard let start = fault.byteOffset ?? fault.range.map({ offset(ofScalar: $0.lowerBound) }) else {
      return RulesFileError(path: path, fault: fault.fault)
    }
    let end = fault.range.map { offset(ofScalar: $0.upperBound) } ?? start
    let lineStart = self.lineStart(before: start)
    let lineEnd = bytes[start...].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? bytes.count
    let place = RulesFileError.Place(
      line: line(of: start), column: start - lineStart + 1, length: min(end, lineEnd) - start,
      text: String(decoding: bytes[lineStart..<lineEnd], as: UTF8.self),
      firstLine: fault.first.map { line(of: offset(ofScalar: $0.lowerBound)) })
    return RulesFileError(path: path, place: place, fault: fault.fault)
  }

  /// The lines of ascending places, counted in Unicode scalars, in one pass.
  func lines(ofScalars places: [Int]) -> [Int] {
    var lines: [Int] = []
    var scalar = 0
    var line = 1
    for (index, byte) in bytes.enumerated() {
      if byte & 0xC0 != 0x80 {
        while lines.count < places.count, places[lines.count] <= scalar { lines.append(line) }
        scalar += 1
      }
      if byte == 0x0A || byte == 0x0D && (index + 1 >= bytes.count || bytes[index + 1] != 0x0A) { line += 1 }
    }
    return lines + repeatElement(line, count: places.count - lines.count)
  }

  private func offset(ofScalar index: Int) -> Int {
    var left = index
    for (offset, byte) in bytes.enumerated() where byte & 0xC0 != 0x80 {
      if left == 0 { return offset }
      left -= 1
    }
    return bytes.count
  }

  private func lineStart(before offset: Int) -> Int {
    bytes[..<offset].lastIndex { $0 == 0x0A || $0 == 0x0D }.map { $0 + 1 } ?? 0
  }

  /// Lines end with LF, CR LF or CR.
  private func line(of offset: Int) -> Int {
    var line = 1
    for (index, byte) in bytes[..<offset].enumerated() {
      if byte == 0x0A { line += 1 }
      if byte == 0x0D, index + 1 >= bytes.count || bytes[index + 1] != 0x0A { line += 1 }
    }
    return line
  }

  private static func validPrefix(of bytes: [UInt8]) -> Int {
    var decoder = UTF8()
    var iterator = bytes.makeIterator()
    var count = 0
    while case .scalarValue(let scalar) = decoder.decode(&iterator) { count += UTF8.width(scalar) }
    return count
  }
}
