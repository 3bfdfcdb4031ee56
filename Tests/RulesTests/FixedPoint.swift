import SwiftParser
import SwiftSyntax
import Testing

@testable import Linter
@testable import Rules

/// Fixes applied until there is none left, with the invariants that every fix must keep.
struct FixedPoint {
  var text: String
  var rounds = 0

  /// - Throws: `Broken` when a fix overlaps itself, adds a syntax error or never ends.
  init(_ text: String, _ configuration: Configuration) throws(Broken) {
    try self.init(text) { Example($0).findings(configuration) }
  }

  /// The same with nothing known of a project.
  init(alone text: String) throws(Broken) {
    try self.init(text) { Example($0).findings() }
  }

  private init(_ text: String, findings: (String) -> [Finding]) throws(Broken) {
    self.text = text
    let hadError = Parser.parse(source: text).hasError
    while true {
      let findings = findings(self.text)
      if findings.allSatisfy(\.fixes.isEmpty) { return }
      guard rounds < 5 else { throw .endless(self.text) }
      rounds += 1
      let fixed = try Self.apply(findings, to: self.text)
      guard fixed != self.text else { throw .changesNothing(self.text) }
      guard hadError || !Parser.parse(source: fixed).hasError else { throw .syntaxError(fixed) }
      self.text = fixed
    }
  }

  enum Broken: Error, Hashable {
    case endless(String), changesNothing(String), syntaxError(String), invalid([Finding])
  }

  /// What one round of fixing makes of a text, by the engine's own selection.
  private static func apply(_ findings: [Finding], to text: String) throws(Broken) -> String {
    let bytes = Array(text.utf8)
    let selection = FixSelection(findings, size: bytes.count, includingUnsafe: true)
    guard selection.invalid.isEmpty else { throw .invalid(selection.invalid) }
    return String(decoding: EditApplication.apply(selection.edits, to: bytes), as: UTF8.self)
  }
}
