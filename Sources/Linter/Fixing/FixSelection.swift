import HashProbe
import Rules

/// The fixes of one file that can be applied at once.
///
/// Fixes are taken in the order of their first edits. One that touches an edit taken before waits for the next round,
/// when its finding is made anew; an edit that is already there, byte for byte, is not in the way and is made once.
struct FixSelection {
  /// The findings whose fixes are applied.
  private(set) var taken: [(finding: Finding, fix: Fix)] = []
  /// In ascending order, without overlap; equal positions only within one fix.
  private(set) var edits: [Edit] = []
  /// Findings whose fix does not fit the file.
  private(set) var invalid: [Finding] = []

  /// - Parameters:
  ///   - size: Of the file, in bytes.
  ///   - includingUnsafe: Whether fixes that a person should look at are wanted too.
  init(_ findings: [Finding], size: Int, includingUnsafe: Bool) {
    var wanted: [(finding: Finding, fix: Fix)] = []
    for finding in findings {
      guard let fix = Self.applicable(finding, includingUnsafe: includingUnsafe) else { continue }
      if Self.fits(fix, size: size) { wanted.append((finding, fix)) } else { invalid.append(finding) }
    }
    wanted.sort { left, right in
      let (a, b) = (left.fix.edits[0], right.fix.edits[0])
      return (a.start, a.end, left.finding.rule) < (b.start, b.end, right.finding.rule)
    }
    for candidate in wanted { take(candidate.finding, candidate.fix) }
  }

  /// The first fix of a finding that may be applied.
  static func applicable(_ finding: Finding, includingUnsafe: Bool) -> Fix? {
    finding.fixes.first { includingUnsafe || $0.applicability == .safe }
  }

  private mutating func take(_ finding: Finding, _ fix: Fix) {
    var new: [Edit] = []
    for edit in fix.edits {
      let neighbours = edits[neighbours(of: edit)]
      if neighbours.contains(edit) { continue }
      guard neighbours.isEmpty else { return }
      new.append(edit)
    }
    taken.append((finding, fix))
    for edit in new {
      edits.insert(edit, at: edits.partitioningIndex { $0.start > edit.start })
    }
  }

  /// Where the edits lie that overlap or touch `edit`.
  private func neighbours(of edit: Edit) -> Range<Int> {
    let first = edits.partitioningIndex { $0.end >= edit.start }
    let last = edits.partitioningIndex { $0.start > edit.end }
    return first..<max(first, last)
  }

  private static func fits(_ fix: Fix, size: Int) -> Bool {
    var end = 0
    for edit in fix.edits {
      guard end <= edit.start, edit.start <= edit.end, edit.end <= size else { return false }
      end = edit.end
    }
    return !fix.edits.isEmpty
  }
}
