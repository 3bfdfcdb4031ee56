/// Applies unified diffs, so that what wrote them need not be trusted.
enum PatchReader {
  struct Mismatch: Error { var line: Int }

  static func apply(_ patch: [UInt8], to old: [UInt8]) throws -> [UInt8] {
    let source = lines(old)
    var result: [UInt8] = []
    var next = 0
    let patchLines = lines(patch)
    for (number, line) in patchLines.enumerated().dropFirst(2) {
      let body = line.dropFirst()
      // The line break before the remark is not part of the text.
      let isLast =
        patchLines.indices.contains(number + 1) && patchLines[number + 1].first == UInt8(ascii: "\\")
      let text = isLast ? body.dropLast() : body
      switch line.first {
      case UInt8(ascii: "@"):
        let header = String(decoding: line, as: UTF8.self).split { " ,@-+".contains($0) }
        let isSingle = !String(decoding: line, as: UTF8.self).split(separator: " ")[1].contains(",")
        let start = Int(header[0]) ?? 0
        let count = isSingle ? 1 : Int(header[1]) ?? 0
        let first = count == 0 ? start : start - 1
        guard next <= first, first <= source.count else { throw Mismatch(line: number) }
        for line in source[next..<first] { result += line }
        next = first
      case UInt8(ascii: " "), UInt8(ascii: "-"):
        guard next < source.count, Array(source[next]) == Array(text) else { throw Mismatch(line: number) }
        if line.first == UInt8(ascii: " ") { result += text }
        next += 1
      case UInt8(ascii: "+"): result += text
      case UInt8(ascii: "\\"): break
      default: throw Mismatch(line: number)
      }
    }
    for line in source[next...] { result += line }
    return result
  }

  private static func lines(_ bytes: [UInt8]) -> [ArraySlice<UInt8>] {
    var lines: [ArraySlice<UInt8>] = []
    var start = 0
    while let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) {
      lines.append(bytes[start...end])
      start = end + 1
    }
    if start < bytes.count { lines.append(bytes[start...]) }
    return lines
  }
}
