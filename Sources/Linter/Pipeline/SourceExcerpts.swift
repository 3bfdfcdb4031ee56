import Rules

/// The lines of source that a report shows, by path and line; the rest of a file is not kept.
package struct SourceExcerpts: Sendable {
  private var lines: [String: [Int: String]] = [:]

  /// Lines longer than this are not shown: nobody wrote them for a person.
  private static let limit = 500

  package func line(_ number: Int, of path: String) -> String? { lines[path]?[number] }

  /// Keeps the lines on which the findings and their notes start.
  mutating func keep(for findings: [Finding], of path: String, in bytes: [UInt8]) {
    var offsets: [Int: Int] = [:]
    for finding in findings {
      offsets[finding.start.line] = finding.start.offset
      for note in finding.notes {
        if let start = note.start, note.path == nil || note.path == path {
          offsets[start.line] = start.offset
        }
      }
    }
    for (line, offset) in offsets {
      if let text = Self.line(around: offset, in: bytes) { lines[path, default: [:]][line] = text }
    }
  }

  mutating func merge(_ other: SourceExcerpts) {
    lines.merge(other.lines) { _, new in new }
  }

  private static func line(around offset: Int, in bytes: [UInt8]) -> String? {
    guard bytes.indices.contains(offset) || offset == bytes.count else { return nil }
    let isEnd: (UInt8) -> Bool = { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") }
    let before = bytes[..<offset].suffix(limit + 1).reversed().prefix { !isEnd($0) }.count
    let after = bytes[offset...].prefix(limit + 1).prefix { !isEnd($0) }.count
    let line = bytes[(offset - before)..<(offset + after)]
    guard line.count <= limit else { return nil }
    let text = String(decoding: line, as: UTF8.self)
    return text.hasPrefix("\u{FEFF}") ? String(text.dropFirst()) : text
  }
}
