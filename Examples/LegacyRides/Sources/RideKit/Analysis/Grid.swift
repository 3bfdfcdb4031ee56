import CacheRuntime

/// Values in the square cells of a map.
public struct Grid<Value: Codable & Hashable & Sendable>: Codable, Hashable, Sendable {
  /// The cells, row by row, all rows of the same length.
  public var rows: [[Value]]

  /// A grid of these rows.
  public init(rows: [[Value]]) { self.rows = rows }

  /// The grid with rows for columns.
  @cache(maxEntries: 8)
  public func transposed() -> Grid<Value> {
    Tally.ran("Grid.transposed")
    guard let first = rows.first else { return self }
    return Grid(rows: first.indices.map { column in rows.map { $0[column] } })
  }
}

/// What has a price.
public protocol Priced: Hashable, Sendable {
  /// The price before tax, in cents.
  var cents: Int { get }
}

extension Priced {
  /// The price with tax, in cents.
  @cache
  public func taxed(percent: Int = 8) -> Int {
    Tally.ran("Priced.taxed")
    return cents + cents * percent / 100
  }
}

/// Why a fare is no fare.
public enum FareError: Error, Hashable {
  /// Nobody pays less than nothing.
  case negative(Int)
}

/// A fare that was agreed on.
public struct Fare: Priced {
  /// The price before tax, in cents.
  public var cents: Int

  /// The fare of this price.
  @cache(showSpinner: false)
  public static func checked(_ cents: Int) throws(FareError) -> Fare {
    Tally.ran("Fare.checked")
    guard cents >= 0 else { throw .negative(cents) }
    return Fare(cents: cents)
  }

  /// The fares on the screen, by name.
  @MainActor
  @cache(ttl: .days(1), maxEntries: 10)
  public static func menu(of fares: [Fare], named name: String...) -> [String] {
    Tally.ran("Fare.menu")
    return zip(name, fares).map { "\($0) \($1.cents)" }
  }
}
