/// What is wrong with the text of a duration, and where.
package struct DurationTextError: Error, Equatable, Sendable {
  /// The ways in which text fails to be a duration.
  package enum Problem: Equatable, Sendable {
    case empty, negative, expectedNumber, missingUnit, unknownUnit, calendarUnit, ambiguousUnit, repeatedUnit
    case unorderedUnit, malformedClock, misplacedClock, tooFine, tooLong
  }

  /// The way in which this text fails.
  package let problem: Problem

  /// The whole text.
  package let text: String

  /// The offending part of the text, in UTF-8 bytes.
  package let utf8Range: Range<Int>

  /// The place of the offending part, in characters from 1.
  package var column: Int {
    String(decoding: text.utf8.prefix(utf8Range.lowerBound), as: UTF8.self).count + 1
  }
}

extension DurationTextError: CustomStringConvertible {
  /// What is wrong at which character, and what to write.
  package var description: String {
    let part = String(
      decoding: text.utf8.dropFirst(utf8Range.lowerBound).prefix(utf8Range.count), as: UTF8.self)
    let place = "at character \(column) of '\(text)'"
    return switch problem {
    case .empty: "the text of a duration is empty; write numbers with units, such as '1h30m'"
    case .negative: "a duration cannot be negative, \(place); write zero or more, such as '1h30m'"
    case .expectedNumber where part.isEmpty:
      "expected a digit \(place); write numbers with units, such as '1h30m'"
    case .expectedNumber:
      "expected a digit, not '\(part)', \(place); write numbers with units, such as '1h30m'"
    case .missingUnit: "'\(part)' has no unit \(place); write '\(part)s' for seconds"
    case .unknownUnit: "unknown unit '\(part)' \(place); use w, d, h, m, s, ms, us or ns"
    case .calendarUnit: "'\(part)' has no fixed length \(place); write days, such as '30d'"
    case .ambiguousUnit: "'\(part)' may be months or minutes \(place); write 'm' for minutes"
    case .repeatedUnit: "'\(part)' gives a unit twice \(place); add the numbers up"
    case .unorderedUnit: "'\(part)' comes too late \(place); write units from the longest to the shortest"
    case .malformedClock: "'\(part)' is no time \(place); write hours, minutes and seconds, such as '1:30:00'"
    case .misplacedClock:
      "'\(part)' can only follow weeks or days \(place); write it with units, such as '1h30m'"
    case .tooFine: "'\(part)' is finer than a nanosecond \(place); write fewer digits"
    case .tooLong: "'\(part)' is too long \(place); the longest is 106751 days"
    }
  }
}
