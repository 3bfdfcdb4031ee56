import CacheRuntime
import Foundation
import RideKit

/// The tip that people give, in cents.
private func tip(_ fare: Int) -> Int {
  Tally.ran("tip")
  return fare / 100 * 15
}

private func parsed(_ text: String) throws -> Int {
  Tally.ran("parsed")
  guard let number = Int(text) else { throw CocoaError(.formatting) }
  return number
}

/// What the report computes with closures.
private struct Shortcuts: Sendable {
  /// The square of a number.
  let square = cache { (side: Double) in
    Tally.ran("square")
    return side * side
  }

  /// The tip of a fare, by reference to a function.
  let tips = cache(tip)

  /// The number in a text.
  let number = cache(suppressStWarning: true, parsed)

  /// Names of days, kept for a minute.
  static let weekday = cache(ttl: 60, maxEntries: 7) { (day: Int) -> String in
    Tally.ran("weekday")
    return ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"][day % 7]
  }

  /// A lock for each name.
  static let locks = CacheRuntime.cache(allowOutputMutation: true) { (name: String) -> NSLock in
    Tally.ran("locks")
    let lock = NSLock()
    lock.name = name
    return lock
  }
}

extension Report {
  mutating func closures() async throws {
    let shortcuts = Shared.shortcuts
    line("squares", text(shortcuts.square(3) + shortcuts.square(3)))
    line("tips", shortcuts.tips(1_000) + shortcuts.tips(1_000))
    line("numbers", try shortcuts.number("40") + shortcuts.number("2"))
    line("weekday", Shortcuts.weekday(8))
    line("same lock", Shortcuts.locks("fares") === Shortcuts.locks("fares"))

    let rain = cache(ttl: .minutes(1)) { (day: String) async throws -> Double in
      Tally.ran("rain on a day")
      return try await weatherService(at: Resources.weather).weather(on: day)?.rain ?? 0
    }
    line("rain on 3 April", text(try await rain("2014-04-03")))

    // Not the cache that this is about: a shelf has a method of that name.
    var shelf = PictureShelf()
    shelf.cache("heat map")
    line("shelf", shelf.names.count)
  }
}

private enum Shared {
  static let shortcuts = Shortcuts()
}
