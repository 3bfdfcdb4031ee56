// Text for a length of time, checked where it is written.
//
// Three forms, all exact, none of them negative:
//
//   1h30m   1 day 23hr 45minutes   1.5d23.5h     numbers with units, any order, each unit once
//   1:30:00   2 days 1:30:00                     a time of day's shape: hours, minutes and seconds
//   P1DT2H                                       ISO 8601, without years and months
//
// The cache reads such text at run time and the compiler plug-in reads the same text in literals, so this module
// depends on nothing but the standard library.

/// Reads text for a length of time, such as "1h30m", as whole nanoseconds.
package enum DurationText {
  /// The nanoseconds that the text stands for, zero or more.
  ///
  /// - Throws: `DurationTextError` when the text is no duration, is negative, is finer than a nanosecond, or is longer
  ///   than 2^63 - 1 nanoseconds (about 292 years).
  /// - Complexity: O(*n*), without allocating for text that is accepted.
  package static func nanoseconds(in text: String) throws(DurationTextError) -> Int64 {
    var scanner = DurationScanner(text)
    scanner.skipSpaces()
    guard let first = scanner.peek() else { throw scanner.error(.empty, from: 0) }
    if first == UInt8(ascii: "P") {
      try scanner.scanISO()
    } else {
      repeat {
        try scanner.scanComponent()
        scanner.skipSpaces()
      } while scanner.peek() != nil
    }
    return scanner.total
  }
}

extension DurationScanner {
  /// Reads "23.5 h", or "1:30:00" when a colon follows the first number.
  fileprivate mutating func scanComponent() throws(DurationTextError) {
    let start = offset
    let number = try scanNumber()
    if peek() == UInt8(ascii: ":"), number.fractionDigits == 0 {
      return try scanClock(hours: number, from: start)
    }
    let end = offset
    skipSpaces()
    let unitStart = offset
    let word = scanWord()
    if word.isEmpty { throw error(.missingUnit, from: start, to: end) }
    guard let unit = DurationUnit(word) else { throw error(Self.problem(with: word), from: unitStart) }
    try add(number, of: unit, from: start, unitFrom: unitStart)
  }

  private static func problem(with word: Substring) -> DurationTextError.Problem {
    switch word {
    case "M": .ambiguousUnit
    case "y", "Y", "year", "years", "mo", "month", "months": .calendarUnit
    default: .unknownUnit
    }
  }

  /// Reads the rest of "1:30:00" after the hours.
  private mutating func scanClock(hours: DurationNumber, from start: Int) throws(DurationTextError) {
    guard !hasSeen(finerThan: .day) else { throw error(.misplacedClock, from: start, to: endOfRun()) }
    try add(hours, of: .hour, from: start, unitFrom: start)
    for unit in [DurationUnit.minute, .second] {
      guard skip(UInt8(ascii: ":")) else { throw error(.malformedClock, from: start, to: endOfRun()) }
      let partStart = offset
      guard let digit = peek(), digit.isDigit else {
        throw error(.malformedClock, from: start, to: endOfRun())
      }
      let number = try scanNumber()
      guard number.wholeDigits == 2, number.whole < 60, unit == .second || number.fractionDigits == 0 else {
        throw error(.malformedClock, from: start, to: endOfRun())
      }
      try add(number, of: unit, from: partStart, unitFrom: partStart)
    }
    let end = offset
    skipSpaces()
    if peek() != nil { throw error(.malformedClock, from: start, to: max(end, endOfRun())) }
  }

  /// Reads "P1DT2H30M5.5S"; weeks and days before the `T`, hours, minutes and seconds after it.
  fileprivate mutating func scanISO() throws(DurationTextError) {
    let start = offset
    advance()
    var inTime = false
    var parts = 0
    while let byte = peek(), !byte.isSpace {
      if byte == UInt8(ascii: "T"), !inTime {
        advance()
        inTime = true
        parts = 0
        continue
      }
      let numberStart = offset
      let number = try scanNumber()
      let unitStart = offset
      let unit: DurationUnit
      switch (peek(), inTime) {
      case (UInt8(ascii: "W"), false): unit = .week
      case (UInt8(ascii: "D"), false): unit = .day
      case (UInt8(ascii: "H"), true): unit = .hour
      case (UInt8(ascii: "M"), true): unit = .minute
      case (UInt8(ascii: "S"), true): unit = .second
      case (UInt8(ascii: "Y"), false), (UInt8(ascii: "M"), false):
        throw error(.calendarUnit, from: unitStart, to: unitStart + 1)
      case (nil, _): throw error(.missingUnit, from: numberStart)
      default: throw error(.unknownUnit, from: unitStart, to: endOfCharacter())
      }
      advance()
      guard !hasSeen(finerThan: unit) else { throw error(.unorderedUnit, from: unitStart) }
      try add(number, of: unit, from: numberStart, unitFrom: unitStart)
      parts += 1
    }
    if parts == 0 { throw error(.expectedNumber, from: max(offset, start + 1)) }
    skipSpaces()
    if peek() != nil { throw error(.expectedNumber, from: offset, to: endOfCharacter()) }
  }
}
