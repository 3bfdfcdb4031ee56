import HashProbe
import Rules

/// What fixing may touch in a file of which only some findings are to be fixed.
///
/// A round makes all findings anew, at other places. One is left alone where one that was not chosen stood, and where
/// none of the chosen ones stood and nothing was changed: places are followed through the edits of each round.
struct FixReach: Sendable {
  private struct Place: Hashable {
    var rule: String
    var start: Int
  }

  /// Where the findings stand that were not chosen.
  private var others: Set<Place>
  /// Where lines stand that chosen findings are about or that were changed; in ascending order, without overlap.
  private var lines: [Range<Int>]

  init(chosen: [Finding], others: [Finding], in bytes: [UInt8]) {
    self.others = Set(others.map { Place(rule: $0.rule, start: $0.start.offset) })
    lines = Self.joined(
      chosen.map { Self.lines(around: $0.start.offset..<max($0.start.offset, $0.end.offset), bytes) })
  }

  func holds(_ finding: Finding) -> Bool {
    guard !others.contains(Place(rule: finding.rule, start: finding.start.offset)) else { return false }
    let next = lines.partitioningIndex { $0.upperBound >= finding.start.offset }
    return next < lines.endIndex && lines[next].lowerBound <= finding.end.offset
  }

  /// Takes the places to where they are after edits.
  /// - Parameter after: The bytes with the edits made.
  mutating func follow(_ edits: [Edit], in bytes: [UInt8], to after: [UInt8]) {
    let shifts = EditShifts(edits, in: bytes)
    others = Set(others.map { Place(rule: $0.rule, start: shifts.moved($0.start, isStart: true)) })
    let moved = lines.map {
      shifts.moved($0.lowerBound, isStart: false)..<shifts.moved($0.upperBound, isStart: true)
    }
    lines = Self.joined(
      moved + shifts.replacements.map { Self.lines(around: $0, after) })
  }

  private static func lines(around range: Range<Int>, _ bytes: [UInt8]) -> Range<Int> {
    let isEnd: (UInt8) -> Bool = { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") }
    let range = range.clamped(to: 0..<bytes.count)
    let start = bytes[..<range.lowerBound].lastIndex(where: isEnd).map { $0 + 1 } ?? 0
    return start..<(bytes[range.upperBound...].firstIndex(where: isEnd) ?? bytes.count)
  }

  private static func joined(_ ranges: [Range<Int>]) -> [Range<Int>] {
    ranges.sorted { $0.lowerBound < $1.lowerBound }.reduce(into: []) { result, range in
      if let last = result.last, range.lowerBound <= last.upperBound {
        result[result.count - 1] = last.lowerBound..<max(last.upperBound, range.upperBound)
      } else {
        result.append(range)
      }
    }
  }
}
