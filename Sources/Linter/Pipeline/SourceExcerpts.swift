import Rules

/// What a report shows of the sources, by path; the rest of a file is not kept.
package struct SourceExcerpts: Codable, Sendable {
  /// The lines that findings and their notes start on.
  private var lines: [String: [Int: String]] = [:]
  /// Where findings, notes and edits start and end.
  private var places: [String: [Int: TextPlace]] = [:]

  /// Lines longer than this are not shown: nobody wrote them for a person.
  private static let limit = 500

  package func line(_ number: Int, of path: String) -> String? { lines[path]?[number] }

  /// The place of an offset that a finding of this file names.
  func place(of offset: Int, in path: String) -> TextPlace? { places[path]?[offset] }

  /// Keeps what the findings of a file are about.
  mutating func keep(for findings: [Finding], in file: SourceFile) {
    guard !findings.isEmpty else { return }
    var shown: [Int: Int] = [:]
    var offsets: Set<Int> = []
    for finding in findings {
      shown[finding.start.line] = finding.start.offset
      offsets.formUnion([finding.start.offset, finding.end.offset])
      for edit in finding.fixes.flatMap(\.edits) { offsets.formUnion([edit.start, edit.end]) }
      for note in finding.notes {
        guard let start = note.start, note.path == nil || note.path == file.path else { continue }
        shown[start.line] = start.offset
        offsets.insert(start.offset)
      }
    }
    for (line, offset) in shown {
      if let text = Self.line(around: offset, in: file.bytes) { lines[file.path, default: [:]][line] = text }
    }
    places[file.path] = TextPlace.places(at: offsets, in: file)
  }

  mutating func merge(_ other: SourceExcerpts) {
    for (path, lines) in other.lines { self.lines[path] = lines }
    for (path, places) in other.places { self.places[path] = places }
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
