internal import DurationText

/// A length of time, zero or more, as the options `ttl` and `idle` take it.
///
/// Numbers are seconds (`60`, `0.5`), text has units (`"1h30m"`), and there are `.hours(1)` and the like. Zero means that
/// nothing is stored. A negative or endless number, or a literal text that is no duration, is the caller's mistake and stops
/// the program; text that comes from elsewhere goes through ``init(parsing:)``, which throws.
public struct CacheDuration: Sendable, Hashable {
  /// The length in nanoseconds.
  public let nanoseconds: Int64

  /// No time at all: nothing is stored.
  public static let zero = CacheDuration.nanoseconds(0)

  /// The length that the text stands for, such as "1h30m", "1 day 23hr", "1:30:00" or "P1DT2H".
  ///
  /// - Throws: `CacheDurationError` saying what is wrong at which character.
  /// - Complexity: O(*n*) in the length of the text.
  public init(parsing text: String) throws(CacheDurationError) {
    do {
      nanoseconds = try DurationText.nanoseconds(in: text)
    } catch {
      throw CacheDurationError(error)
    }
  }

  /// The same length as the standard library's type; parts of a nanosecond are rounded up.
  ///
  /// - Complexity: O(1).
  public init(_ duration: Duration) {
    let (seconds, attoseconds) = duration.components
    precondition(
      seconds >= 0 && attoseconds >= 0, "a duration cannot be negative, and this one is \(duration)")
    let nanoseconds = (attoseconds + 999_999_999) / 1_000_000_000
    self.init(seconds, times: 1_000_000_000, plus: nanoseconds)
  }

  /// The length as the standard library's type.
  public var duration: Duration { .nanoseconds(nanoseconds) }

  private init(_ count: some BinaryInteger, times unit: Int64, plus rest: Int64 = 0) {
    precondition(count >= 0, "a duration cannot be negative, and this one is \(count) x \(unit) ns")
    let whole = Int64(exactly: count)
    let (product, tooBig) = (whole ?? 0).multipliedReportingOverflow(by: unit)
    let (sum, tooBigSum) = product.addingReportingOverflow(rest)
    precondition(
      whole != nil && !tooBig && !tooBigSum,
      "a duration is at most \(Int64.max) ns, and this one is \(count) x \(unit) ns")
    nanoseconds = sum
  }

  private init(_ count: Double, times unit: Int64) {
    precondition(count >= 0, "a duration cannot be negative, and this one is \(count) x \(unit) ns")
    let product = (count * Double(unit)).rounded(.toNearestOrAwayFromZero)
    precondition(
      product < 0x1p63, "a duration is at most \(Int64.max) ns, and this one is \(count) x \(unit) ns")
    // What is more than nothing must not become nothing, because zero switches storing off.
    nanoseconds = count > 0 ? max(1, Int64(product)) : 0
  }
}

extension CacheDuration {
  /// A number of nanoseconds.
  public static func nanoseconds(_ count: some BinaryInteger) -> Self { Self(count, times: 1) }
  /// A number of microseconds.
  public static func microseconds(_ count: some BinaryInteger) -> Self { Self(count, times: 1_000) }
  /// A number of milliseconds.
  public static func milliseconds(_ count: some BinaryInteger) -> Self { Self(count, times: 1_000_000) }
  /// A number of milliseconds, parts included.
  public static func milliseconds(_ count: Double) -> Self { Self(count, times: 1_000_000) }
  /// A number of seconds.
  public static func seconds(_ count: some BinaryInteger) -> Self { Self(count, times: 1_000_000_000) }
  /// A number of seconds, parts included.
  public static func seconds(_ count: Double) -> Self { Self(count, times: 1_000_000_000) }
  /// A number of minutes.
  public static func minutes(_ count: some BinaryInteger) -> Self { Self(count, times: 60_000_000_000) }
  /// A number of minutes, parts included.
  public static func minutes(_ count: Double) -> Self { Self(count, times: 60_000_000_000) }
  /// A number of hours.
  public static func hours(_ count: some BinaryInteger) -> Self { Self(count, times: 3_600_000_000_000) }
  /// A number of hours, parts included.
  public static func hours(_ count: Double) -> Self { Self(count, times: 3_600_000_000_000) }
  /// A number of days of 24 hours.
  public static func days(_ count: some BinaryInteger) -> Self { Self(count, times: 86_400_000_000_000) }
  /// A number of days of 24 hours, parts included.
  public static func days(_ count: Double) -> Self { Self(count, times: 86_400_000_000_000) }
  /// A number of weeks of seven days.
  public static func weeks(_ count: some BinaryInteger) -> Self { Self(count, times: 604_800_000_000_000) }
}

extension CacheDuration: ExpressibleByIntegerLiteral {
  /// A number of seconds.
  public init(integerLiteral seconds: Int64) { self = .seconds(seconds) }
}

extension CacheDuration: ExpressibleByFloatLiteral {
  /// A number of seconds, parts included.
  public init(floatLiteral seconds: Double) { self = .seconds(seconds) }
}

extension CacheDuration: ExpressibleByStringLiteral {
  /// The length that a literal text stands for; a literal that is no duration stops the program.
  public init(stringLiteral text: String) {
    do {
      self = try CacheDuration(parsing: text)
    } catch {
      preconditionFailure(error.description)
    }
  }
}

extension CacheDuration: Comparable {
  /// Whether the first length is the shorter one.
  public static func < (lhs: Self, rhs: Self) -> Bool { lhs.nanoseconds < rhs.nanoseconds }
}

extension CacheDuration: CustomStringConvertible {
  /// The length as text that ``init(parsing:)`` reads back, such as "1h30m".
  public var description: String {
    var rest = nanoseconds
    var text = ""
    for (unit, length) in Self.units where rest >= length {
      text += "\(rest / length)\(unit)"
      rest %= length
    }
    return text.isEmpty ? "0s" : text
  }

  private static let units: [(String, Int64)] = [
    ("d", 86_400_000_000_000), ("h", 3_600_000_000_000), ("m", 60_000_000_000), ("s", 1_000_000_000),
    ("ms", 1_000_000), ("us", 1_000), ("ns", 1),
  ]
}
