import Foundation
import Testing

/// A source for the compiler, with what the compiler must say in trailing comments.
///
/// `// error: text` on a line is a diagnostic of that line; `// warning: …` and `// note: …` likewise, several on one
/// line each behind its own `//`. The file name names the refusal or the kind of declaration.
struct Fixture: Sendable, CustomTestStringConvertible {
  let path: String
  let expected: [PrintedDiagnostic]

  var name: String { String(URL(filePath: path).lastPathComponent.dropLast(".swift".count)) }
  var testDescription: String { name }

  init(path: String) throws {
    self.path = path
    let source = try String(contentsOfFile: path, encoding: .utf8)
    var expected: [PrintedDiagnostic] = []
    for (index, line) in source.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      for comment in line.split(separator: "// ").dropFirst() {
        guard let severity = ["error", "warning", "note"].first(where: { comment.hasPrefix("\($0): ") })
        else { continue }
        let text = comment.dropFirst(severity.count + 2).trimmingCharacters(in: .whitespaces)
        expected.append(PrintedDiagnostic(line: index + 1, severity: severity, text: text))
      }
    }
    self.expected = expected.sorted()
  }

  /// The fixtures of a folder beside this file, sorted by name.
  static func all(in folder: String) throws -> [Fixture] {
    let directory = URL(filePath: #filePath).deletingLastPathComponent().appending(path: folder)
    return try FileManager.default.contentsOfDirectory(atPath: directory.path()).filter {
      $0.hasSuffix(".swift")
    }
    .sorted().map { try Fixture(path: directory.appending(path: $0).path()) }
  }
}

/// A diagnostic of the compiler, without its column.
struct PrintedDiagnostic: Hashable, Comparable, Sendable, CustomStringConvertible {
  var line: Int
  var severity: String
  var text: String

  var description: String { "\(line): \(severity): \(text)" }

  static func < (left: Self, right: Self) -> Bool {
    (left.line, left.severity, left.text) < (right.line, right.severity, right.text)
  }
}
