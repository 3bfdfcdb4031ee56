/// `path:line:column: error: text`, or without a place, as the compiler and the package manager print it.
package struct CompilerDiagnostic: Hashable, Sendable {
  package var path: String?
  package var line: Int?
  package var column: Int?
  package var isError: Bool
  package var text: String

  static func read(_ output: String) -> [CompilerDiagnostic] {
    var seen: Set<CompilerDiagnostic> = []
    return output.split(whereSeparator: \.isNewline).compactMap { line in
      guard let diagnostic = CompilerDiagnostic(line: line), seen.insert(diagnostic).inserted else {
        return nil
      }
      return diagnostic
    }
  }

  /// `nil` for a line that is none: an excerpt of a source, a note, progress.
  init?(line: Substring) {
    if line.hasPrefix("error: ") {
      self.init(path: nil, line: nil, column: nil, isError: true, text: String(line.dropFirst(7)))
      return
    }
    guard let slash = line.firstIndex(of: "/"), slash == line.startIndex else { return nil }
    let parts = line.split(separator: ":", maxSplits: 4, omittingEmptySubsequences: false)
    guard parts.count == 5, let number = Int(parts[1]), let column = Int(parts[2]),
      parts[3] == " error" || parts[3] == " warning"
    else { return nil }
    self.init(
      path: String(parts[0]), line: number, column: column, isError: parts[3] == " error",
      text: String(parts[4].drop { $0 == " " }))
  }

  private init(path: String?, line: Int?, column: Int?, isError: Bool, text: String) {
    self.path = path
    self.line = line
    self.column = column
    self.isError = isError
    self.text = text
  }
}
