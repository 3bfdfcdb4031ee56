@testable import Linter
import Rules
import Testing

struct FixSelectionTests {
  /// Fixes as `start-end:text`, those of one finding joined by `+`; then the edits that are made in the first round.
  @Test(arguments: [
    (["0-1:a", "2-3:b"], ["0-1:a", "2-3:b"]),
    (["2-3:b", "0-1:a"], ["0-1:a", "2-3:b"]),
    // Touching counts as overlapping.
    (["0-2:a", "2-3:b"], ["0-2:a"]),
    (["0-2:a", "1-3:b"], ["0-2:a"]),
    (["0-9:a", "3-4:b"], ["0-9:a"]),
    (["5-5:x", "5-5:y"], ["5-5:x"]),
    (["5-5:x", "5-6:y"], ["5-5:x"]),
    // The same edit is made once, and is not in the way of what comes with it.
    (["5-5:x", "5-5:x"], ["5-5:x"]),
    (["0-0:h+4-5:a", "0-0:h+7-8:b"], ["0-0:h", "4-5:a", "7-8:b"]),
    // Whole or not at all.
    (["4-6:a", "0-1:x+5-7:b"], ["0-1:x", "5-7:b"]),
    (["0-1:x+5-7:b", "4-6:a", "8-9:c"], ["0-1:x", "5-7:b", "8-9:c"]),
    (["1-2:p+2-3:q"], ["1-2:p", "2-3:q"]),
  ]) func selects(fixes: [String], edits: [String]) {
    let findings = fixes.enumerated().map { number, text in Self.finding(number, text) }
    let selection = FixSelection(findings, size: 10, includingUnsafe: false)
    #expect(selection.edits.map { "\($0.start)-\($0.end):\($0.replacement)" } == edits)
    #expect(selection.invalid.isEmpty)
  }

  @Test(arguments: ["9-11:a", "3-2:a", "4-6:a+5-7:b", "5-6:a+1-2:b"]) func refuses(fix: String) {
    let selection = FixSelection([Self.finding(0, fix)], size: 10, includingUnsafe: false)
    #expect(selection.edits.isEmpty)
    #expect(selection.invalid.count == 1)
  }

  private static func finding(_ number: Int, _ text: String) -> Finding {
    let edits = text.split(separator: "+").map { part in
      let fields = part.split { "-:".contains($0) }
      return Edit(start: Int(fields[0]) ?? 0, end: Int(fields[1]) ?? 0, replacement: String(fields[2]))
    }
    let place = SourcePosition(line: 1, column: number + 1, offset: number)
    return Finding(
      rule: "r\(number)", severity: .warning, message: "", path: "F.swift", start: place, end: place,
      fixes: [Fix(title: "", applicability: .safe, edits: edits)])
  }
}
