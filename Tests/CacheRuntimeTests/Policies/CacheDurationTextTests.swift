import CacheRuntime
import DurationText
import SeededRandom
import Testing

/// Rows T06, T07, T08 and T10: text for `ttl` and `idle`.
@Suite struct CacheDurationTextTests {
  static let second: Int64 = 1_000_000_000

  // T06
  static let accepted: [(String, Int64)] = [
    ("1d", 86_400 * second),
    ("1d23h", 169_200 * second),
    ("1 day 23hr 45minutes", 171_900 * second),
    ("1.5d23.5h", 214_200 * second),
    ("2 days", 172_800 * second),
    ("30s", 30 * second),
    ("500ms", second / 2),
    ("1h23s", 3_623 * second),
    ("1D", 86_400 * second),
    ("1w", 604_800 * second),
    ("1:30:00", 5_400 * second),
    ("P1DT2H", 93_600 * second),
    ("1m", 60 * second),
    ("10us", 10_000),
    // the issue's own
    ("1h30m", 5_400 * second),
    // every unit, and its names
    ("1 week 1 day 1 hour 1 minute 1 second 1 millisecond 1 microsecond 1 nanosecond", 694_861_001_001_001),
    ("2 weeks 2 days 2 hours 2 minutes 2 seconds", 1_389_722 * second),
    ("3hrs 3mins 3secs", 10_983 * second),
    ("1Hour 2Min 3Sec", 3_723 * second),
    ("2W", 1_209_600 * second),
    ("7H", 25_200 * second),
    ("8S", 8 * second),
    ("5ns", 5),
    ("5µs", 5_000),
    ("5\u{3BC}s", 5_000),
    ("6 millis 7 micros 8 nanos", 6_007_008),
    // any order, spaces anywhere between the parts
    ("30m1h", 5_400 * second),
    ("  1 h  30 m ", 5_400 * second),
    ("1h\t30m\n", 5_400 * second),
    // zero means: do not store
    ("0s", 0),
    ("0.0d", 0),
    ("0:00:00", 0),
    ("PT0S", 0),
    // exact fractions
    ("0.1s", 100_000_000),
    ("0.000000001s", 1),
    ("1.000000000000000000000s", second),
    ("1.1w", 665_280 * second),
    ("2.50 h", 9_000 * second),
    // clock
    ("100:00:00", 360_000 * second),
    ("0:00:01.5", 1_500_000_000),
    ("1 day 1:30:00", 91_800 * second),
    ("2 days 00:00:10 ", 172_810 * second),
    // ISO 8601
    ("PT1H30M", 5_400 * second),
    ("0.33333333333h", 1_199_999_999_988),
    ("P1W", 604_800 * second),
    ("P1W2D", 777_600 * second),
    ("PT0.5S", second / 2),
    ("PT90M", 5_400 * second),
    (" PT1M ", 60 * second),
    // the longest
    ("9223372036854775807ns", .max),
    ("9223372036.854775807s", .max),
    ("106751d", 9_223_286_400 * second),
  ]

  @Test(arguments: accepted)
  func reads(text: String, nanoseconds: Int64) throws {
    #expect(try CacheDuration(parsing: text).nanoseconds == nanoseconds)
  }

  // T07, T08, T10: text, the problem, the offending part as bytes, the place in characters
  static let rejected: [(String, DurationTextError.Problem, Range<Int>, Int)] = [
    // T07
    ("", .empty, 0..<0, 1),
    ("1 flecond", .unknownUnit, 2..<9, 3),
    ("1 month", .calendarUnit, 2..<7, 3),
    ("NaT", .expectedNumber, 0..<1, 1),
    ("1M", .ambiguousUnit, 1..<2, 2),
    ("1y", .calendarUnit, 1..<2, 2),
    ("1h30", .missingUnit, 2..<4, 3),
    // T08
    ("100", .missingUnit, 0..<3, 1),
    ("-1d", .negative, 0..<1, 1),
    // T10 and its neighbours
    ("1h-30m", .negative, 2..<3, 3),
    ("-0s", .negative, 0..<1, 1),
    ("P-1D", .negative, 1..<2, 2),
    ("-P1D", .negative, 0..<1, 1),
    ("0", .missingUnit, 0..<1, 1),
    ("   ", .empty, 0..<3, 1),
    ("+1h", .expectedNumber, 0..<1, 1),
    ("h", .expectedNumber, 0..<1, 1),
    (".5h", .expectedNumber, 0..<1, 1),
    ("1.h", .expectedNumber, 2..<3, 3),
    ("1.", .expectedNumber, 2..<2, 3),
    ("1.5.5h", .missingUnit, 0..<3, 1),
    ("1 2h", .missingUnit, 0..<1, 1),
    ("1e3s", .unknownUnit, 1..<2, 2),
    ("1_000s", .missingUnit, 0..<1, 1),
    ("1h,30m", .expectedNumber, 2..<3, 3),
    ("1h and 30m", .expectedNumber, 3..<4, 4),
    ("1 year", .calendarUnit, 2..<6, 3),
    ("1mo", .calendarUnit, 1..<3, 2),
    ("1MS", .unknownUnit, 1..<3, 2),
    ("1h 2h", .repeatedUnit, 4..<5, 5),
    ("1h1hour", .repeatedUnit, 3..<7, 4),
    ("١h", .expectedNumber, 0..<2, 1),
    ("1é", .unknownUnit, 1..<3, 2),
    ("é1h", .expectedNumber, 0..<2, 1),
    ("1h é", .expectedNumber, 3..<5, 4),
    ("5µs 6x", .unknownUnit, 6..<7, 6),
    ("1h\0", .expectedNumber, 2..<3, 3),
    // clock
    ("1:30", .malformedClock, 0..<4, 1),
    ("1:3:00", .malformedClock, 0..<6, 1),
    ("1:60:00", .malformedClock, 0..<7, 1),
    ("1:00:60", .malformedClock, 0..<7, 1),
    ("1:00:00:00", .malformedClock, 0..<10, 1),
    ("1:", .malformedClock, 0..<2, 1),
    ("1:-1:00", .malformedClock, 0..<7, 1),
    ("1.5:00:00", .missingUnit, 0..<3, 1),
    ("1:30:00 5m", .malformedClock, 0..<10, 1),
    ("5m 1:30:00", .misplacedClock, 3..<10, 4),
    // ISO 8601
    ("P", .expectedNumber, 1..<1, 2),
    ("PT", .expectedNumber, 2..<2, 3),
    ("P1DT", .expectedNumber, 4..<4, 5),
    ("P1Y", .calendarUnit, 2..<3, 3),
    ("P1M", .calendarUnit, 2..<3, 3),
    ("P1H", .unknownUnit, 2..<3, 3),
    ("PT1D", .unknownUnit, 3..<4, 4),
    ("PT1", .missingUnit, 2..<3, 3),
    ("PT1S2M", .unorderedUnit, 5..<6, 6),
    ("P1D 2h", .expectedNumber, 4..<5, 5),
    ("p1d", .expectedNumber, 0..<1, 1),
    // size
    ("0.5ns", .tooFine, 0..<5, 1),
    ("0.0000000000000000001s", .tooFine, 0..<21, 1),
    ("0.3333333333333h", .tooFine, 0..<16, 1),
    ("9223372036854775808ns", .tooLong, 0..<19, 1),
    ("9223372036854775807ns 1us", .tooLong, 22..<25, 23),
    ("106752d", .tooLong, 0..<7, 1),
    ("99999999999999999999999999d", .tooLong, 0..<26, 1),
    ("18446744073709551617s", .tooLong, 0..<20, 1),
  ]

  @Test(arguments: rejected)
  func refuses(text: String, problem: DurationTextError.Problem, utf8Range: Range<Int>, column: Int) throws {
    let error = try #require(throws: CacheDurationError.self) { _ = try CacheDuration(parsing: text) }
    #expect(error.problem == problem)
    #expect(error.utf8Range == utf8Range)
    #expect(error.column == column)
    #expect(error.text == text)
  }

  @Test(arguments: [
    ("", "the text of a duration is empty; write numbers with units, such as '1h30m'"),
    ("100", "'100' has no unit at character 1 of '100'; write '100s' for seconds"),
    ("1h30", "'30' has no unit at character 3 of '1h30'; write '30s' for seconds"),
    ("-1d", "a duration cannot be negative, at character 1 of '-1d'; write zero or more, such as '1h30m'"),
    ("1 flecond", "unknown unit 'flecond' at character 3 of '1 flecond'; use w, d, h, m, s, ms, us or ns"),
    ("1 month", "'month' has no fixed length at character 3 of '1 month'; write days, such as '30d'"),
    ("1M", "'M' may be months or minutes at character 2 of '1M'; write 'm' for minutes"),
    ("NaT", "expected a digit, not 'N', at character 1 of 'NaT'; write numbers with units, such as '1h30m'"),
    ("P1DT", "expected a digit at character 5 of 'P1DT'; write numbers with units, such as '1h30m'"),
    ("1h1h", "'h' gives a unit twice at character 4 of '1h1h'; add the numbers up"),
    ("PT1S2M", "'M' comes too late at character 6 of 'PT1S2M'; write units from the longest to the shortest"),
    (
      "1:30",
      "'1:30' is no time at character 1 of '1:30'; write hours, minutes and seconds, such as '1:30:00'"
    ),
    (
      "5m 1:30:00",
      "'1:30:00' can only follow weeks or days at character 4 of '5m 1:30:00'; write it with units, such as '1h30m'"
    ),
    ("0.5ns", "'0.5ns' is finer than a nanosecond at character 1 of '0.5ns'; write fewer digits"),
    ("106752d", "'106752d' is too long at character 1 of '106752d'; the longest is 106751 days"),
  ])
  func explains(text: String, message: String) throws {
    let error = try #require(throws: CacheDurationError.self) { _ = try CacheDuration(parsing: text) }
    #expect(error.description == message)
  }

  /// Whatever bytes arrive, the answer is a length or a located error, and a length survives its own description.
  @Test(arguments: [UInt64(1), 2, 3])
  func survivesAnything(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let pieces = [
      "1", "30", "0", "9223372036854775807", ".", ":", "-", "P", "T", "D", "H", "M", "S", "W", "d", "h", "m",
      "s",
      "ms", "µs", "ns", " ", "\t", "é", "\u{301}", "👩‍👩‍👧", "\0", "day", "month", "59", "00",
    ]
    for round in 0..<4_000 {
      let text = (0..<Int.random(in: 0...8, using: &random))
        .map { _ in pieces[Int.random(in: 0..<pieces.count, using: &random)] }.joined()
      do {
        let duration = try CacheDuration(parsing: text)
        #expect(
          try CacheDuration(parsing: duration.description) == duration,
          "seed \(seed), round \(round): \(text)")
      } catch {
        let bytes = text.utf8.count
        #expect(
          error.utf8Range.upperBound <= bytes && error.column <= text.count + 1,
          "seed \(seed), round \(round): \(text)")
        #expect(!error.description.isEmpty)
      }
    }
  }
}
