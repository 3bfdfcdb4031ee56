import SwiftParser
import SwiftSyntax
import Testing

@testable import Rules

/// Fixes applied until there is none left, with the invariants that every fix must keep.
struct FixedPoint {
  var text: String
  var rounds = 0

  /// - Throws: `Broken` when a fix overlaps itself, adds a syntax error or never ends.
  init(_ text: String, _ configuration: Configuration, of rule: (any Rule.Type)? = nil) throws(Broken) {
    self.text = text
    let hadError = Parser.parse(source: text).hasError
    while true {
      let fixes = Example(self.text).findings(of: rule, configuration).flatMap(\.fixes)
      if fixes.isEmpty { return }
      guard rounds < 5 else { throw .endless(self.text) }
      rounds += 1
      let fixed = try Self.apply(fixes, to: self.text)
      guard fixed != self.text else { throw .changesNothing(self.text) }
      guard hadError || !Parser.parse(source: fixed).hasError else { throw .syntaxError(fixed) }
      self.text = fixed
    }
  }

  enum Broken: Error, Hashable {
    case endless(String), changesNothing(String), syntaxError(String), overlap([Edit])
  }

  /// Identical fixes count once; of two that touch the first is applied.
  private static func apply(_ fixes: [Fix], to text: String) throws(Broken) -> String {
    var taken: [Edit] = []
    for fix in fixes {
      for (left, right) in zip(fix.edits, fix.edits.dropFirst()) where left.end >= right.start {
        throw .overlap(fix.edits)
      }
      let isFree = fix.edits.allSatisfy { edit in
        taken.allSatisfy { $0.end < edit.start || edit.end < $0.start }
      }
      if isFree { taken += fix.edits }
    }
    var bytes = Array(text.utf8)
    for edit in taken.sorted(by: { $0.start > $1.start }) {
      bytes.replaceSubrange(edit.start..<edit.end, with: Array(edit.replacement.utf8))
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
