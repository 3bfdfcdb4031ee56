/// The difference of two texts in the form that `git apply` and `patch` take.
///
/// There is no `diff --git` line: without it `git apply` takes the paths as seen from the current directory, which is
/// what they are relative to.
package struct UnifiedDiff {
  package var path: String
  package var old: [UInt8]
  package var new: [UInt8]
  /// How many unchanged lines surround a change.
  package var context = 3

  package init(path: String, old: [UInt8], new: [UInt8]) {
    self.path = path
    self.old = old
    self.new = new
  }

  /// As bytes, because the lines are those of the file; empty when nothing differs.
  package var bytes: [UInt8] {
    guard old != new else { return [] }
    let oldLines = Self.lines(old)
    let newLines = Self.lines(new)
    let changes = Self.changes(LineDiff(oldLines, newLines), oldLines.count, newLines.count)
    var text = Array("--- \(GitPath.quoted("a/" + path))\n+++ \(GitPath.quoted("b/" + path))\n".utf8)
    for hunk in hunks(changes) { write(hunk, oldLines, newLines, to: &text) }
    return text
  }

  /// Deleted and inserted lines at one place.
  private struct Change {
    var old: Range<Int>
    var new: Range<Int>
  }

  /// Each line with its end; only `\n` ends a line, as it does for git.
  static func lines(_ bytes: [UInt8]) -> [ArraySlice<UInt8>] {
    var lines: [ArraySlice<UInt8>] = []
    var start = 0
    while let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) {
      lines.append(bytes[start...end])
      start = end + 1
    }
    if start < bytes.count { lines.append(bytes[start...]) }
    return lines
  }

  private static func changes(_ diff: LineDiff, _ oldCount: Int, _ newCount: Int) -> [Change] {
    var changes: [Change] = []
    var (old, new) = (0, 0)
    for run in diff.common + [(oldCount, newCount, 0)] {
      if run.old > old || run.new > new { changes.append(Change(old: old..<run.old, new: new..<run.new)) }
      (old, new) = (run.old + run.count, run.new + run.count)
    }
    return changes
  }

  /// Changes whose surroundings meet stand in one hunk.
  private func hunks(_ changes: [Change]) -> [[Change]] {
    var hunks: [[Change]] = []
    for change in changes {
      if let last = hunks.last?.last, change.old.lowerBound - last.old.upperBound <= 2 * context {
        hunks[hunks.count - 1].append(change)
      } else {
        hunks.append([change])
      }
    }
    return hunks
  }

  private func write(
    _ hunk: [Change], _ old: [ArraySlice<UInt8>], _ new: [ArraySlice<UInt8>], to text: inout [UInt8]
  ) {
    guard let first = hunk.first, let last = hunk.last else { return }
    let before = min(context, first.old.lowerBound)
    let after = min(context, old.count - last.old.upperBound)
    let oldRange = (first.old.lowerBound - before)..<(last.old.upperBound + after)
    let newRange = (first.new.lowerBound - before)..<(last.new.upperBound + after)
    text += Array("@@ -\(Self.place(oldRange)) +\(Self.place(newRange)) @@\n".utf8)

    var next = oldRange.lowerBound
    for change in hunk {
      for line in old[next..<change.old.lowerBound] { Self.write(line, " ", to: &text) }
      for line in old[change.old] { Self.write(line, "-", to: &text) }
      for line in new[change.new] { Self.write(line, "+", to: &text) }
      next = change.old.upperBound
    }
    for line in old[next..<oldRange.upperBound] { Self.write(line, " ", to: &text) }
  }

  private static func write(_ line: ArraySlice<UInt8>, _ sign: Unicode.Scalar, to text: inout [UInt8]) {
    text.append(UInt8(ascii: sign))
    text += line
    if line.last != UInt8(ascii: "\n") { text += Array("\n\\ No newline at end of file\n".utf8) }
  }

  /// `start,count`; an empty range names the line before it.
  private static func place(_ range: Range<Int>) -> String {
    let start = range.isEmpty ? range.lowerBound : range.lowerBound + 1
    return range.count == 1 ? "\(start)" : "\(start),\(range.count)"
  }
}
