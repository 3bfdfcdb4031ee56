/// A decimal number as written: "23.50" is 23, 50 and two fraction digits.
struct DurationNumber {
  var whole: Int64 = 0
  var wholeDigits = 0
  var fraction: UInt64 = 0
  var fractionDigits = 0
}

/// A place in the text, and the sum so far.
struct DurationScanner {
  private(set) var total: Int64 = 0
  private(set) var offset = 0
  private let text: String
  private var index: String.UTF8View.Index
  private var seen: UInt8 = 0

  init(_ text: String) {
    self.text = text
    index = text.utf8.startIndex
  }

  func peek() -> UInt8? { index < text.utf8.endIndex ? text.utf8[index] : nil }

  mutating func advance() {
    guard index < text.utf8.endIndex else { return }
    text.utf8.formIndex(after: &index)
    offset += 1
  }

  mutating func skip(_ byte: UInt8) -> Bool {
    guard peek() == byte else { return false }
    advance()
    return true
  }

  mutating func skipSpaces() {
    while let byte = peek(), byte.isSpace { advance() }
  }

  /// Reads letters, the micro sign in both its code points among them.
  mutating func scanWord() -> Substring {
    let start = index
    while let byte = peek(), byte.isLetter || byte >= 0x80 { advance() }
    return text[start..<index]
  }

  mutating func scanNumber() throws(DurationTextError) -> DurationNumber {
    let start = offset
    guard let first = peek(), first.isDigit else {
      let isSign = peek() == UInt8(ascii: "-")
      throw error(isSign ? .negative : .expectedNumber, from: start, to: endOfCharacter())
    }
    var number = DurationNumber()
    var overflowed = false
    while let byte = peek(), byte.isDigit {
      let (tens, tooBig) = number.whole.multipliedReportingOverflow(by: 10)
      let (sum, tooBigNow) = tens.addingReportingOverflow(Int64(byte.digit))
      overflowed = overflowed || tooBig || tooBigNow
      number.whole = sum
      number.wholeDigits += 1
      advance()
    }
    if overflowed { throw error(.tooLong, from: start) }
    guard skip(UInt8(ascii: ".")) else { return number }
    guard let digit = peek(), digit.isDigit else {
      throw error(.expectedNumber, from: offset, to: endOfCharacter())
    }
    var zeros = 0
    while let byte = peek(), byte.isDigit {
      advance()
      if byte.digit == 0 {
        zeros += 1
        continue
      }
      guard number.fractionDigits + zeros < 18 else { throw error(.tooFine, from: start) }
      for _ in 0...zeros { number.fraction *= 10 }
      number.fraction += byte.digit
      number.fractionDigits += zeros + 1
      zeros = 0
    }
    // "5.0" has a fraction, of no weight.
    if number.fractionDigits == 0 { number.fractionDigits = 1 }
    return number
  }

  /// Adds a number of units, exactly.
  mutating func add(
    _ number: DurationNumber, of unit: DurationUnit, from start: Int, unitFrom unitStart: Int
  ) throws(DurationTextError) {
    let bit: UInt8 = 1 << unit.rawValue
    guard seen & bit == 0 else { throw error(.repeatedUnit, from: unitStart) }
    seen |= bit
    let (whole, tooBig) = number.whole.multipliedReportingOverflow(by: unit.nanoseconds)
    var power: UInt64 = 1
    for _ in 0..<number.fractionDigits { power *= 10 }
    // The fraction is less than the power, so the quotient is less than the unit and cannot overflow.
    let (fraction, rest) = power.dividingFullWidth(
      number.fraction.multipliedFullWidth(by: UInt64(unit.nanoseconds)))
    guard rest == 0 else { throw error(.tooFine, from: start) }
    let (part, tooBigPart) = whole.addingReportingOverflow(Int64(fraction))
    let (sum, tooBigSum) = total.addingReportingOverflow(part)
    guard !tooBig, !tooBigPart, !tooBigSum else { throw error(.tooLong, from: start) }
    total = sum
  }

  func hasSeen(finerThan unit: DurationUnit) -> Bool { seen >> (unit.rawValue + 1) != 0 }

  func error(
    _ problem: DurationTextError.Problem, from start: Int, to end: Int? = nil
  ) -> DurationTextError {
    DurationTextError(problem: problem, text: text, utf8Range: start..<max(start, end ?? offset))
  }

  /// The offset behind the character at the present place.
  func endOfCharacter() -> Int {
    guard index < text.endIndex else { return offset }
    return offset + text.utf8.distance(from: index, to: text.index(after: index))
  }

  /// The offset of the next space, or of the end.
  func endOfRun() -> Int {
    offset + text.utf8[index...].prefix { !$0.isSpace }.count
  }
}

extension UInt8 {
  var isDigit: Bool { self >= UInt8(ascii: "0") && self <= UInt8(ascii: "9") }
  var digit: UInt64 { UInt64(self &- UInt8(ascii: "0")) }
  var isSpace: Bool { self == UInt8(ascii: " ") || (self >= 9 && self <= 13) }
  var isLetter: Bool { (self | 0x20) >= UInt8(ascii: "a") && (self | 0x20) <= UInt8(ascii: "z") }
}
