/// A unit of fixed length, from the longest to the shortest.
enum DurationUnit: UInt8, Comparable {
  case week, day, hour, minute, second, millisecond, microsecond, nanosecond

  /// The unit that a word names; capitals are accepted where they can mean nothing else.
  init?(_ word: Substring) {
    switch word.utf8.count < 3 ? String(word) : word.lowercased() {
    case "w", "W", "week", "weeks": self = .week
    case "d", "D", "day", "days": self = .day
    case "h", "H", "hr", "hrs", "hour", "hours": self = .hour
    case "m", "min", "mins", "minute", "minutes": self = .minute
    case "s", "S", "sec", "secs", "second", "seconds": self = .second
    case "ms", "milli", "millis", "millisecond", "milliseconds": self = .millisecond
    case "us", "\u{B5}s", "\u{3BC}s", "micro", "micros", "microsecond", "microseconds": self = .microsecond
    case "ns", "nano", "nanos", "nanosecond", "nanoseconds": self = .nanosecond
    default: return nil
    }
  }

  var nanoseconds: Int64 {
    switch self {
    case .week: 604_800_000_000_000
    case .day: 86_400_000_000_000
    case .hour: 3_600_000_000_000
    case .minute: 60_000_000_000
    case .second: 1_000_000_000
    case .millisecond: 1_000_000
    case .microsecond: 1_000
    case .nanosecond: 1
    }
  }

  static func < (lhs: Self, rhs: Self) -> Bool { lhs.rawValue < rhs.rawValue }
}
