import CacheRuntime
import Foundation

/// Distances on the globe.
public enum Globe {
  /// The distance of two places in kilometres, along the great circle.
  @cache(ttl: 3600, maxEntries: 100_000, showSpinner: false)
  public static func distance(from: Coordinate, to: Coordinate) -> Double {
    Tally.ran("Globe.distance")
    let degree = Double.pi / 180
    let north = (to.latitude - from.latitude) * degree
    let east = (to.longitude - from.longitude) * degree
    let half =
      sin(north / 2) * sin(north / 2)
      + cos(from.latitude * degree) * cos(to.latitude * degree) * sin(east / 2) * sin(east / 2)
    return 2 * 6371 * asin(sqrt(min(1, half)))
  }

  /// The distance with its unit, for people.
  @cache
  public static func length(from: Coordinate, to: Coordinate) -> Measurement<UnitLength> {
    Tally.ran("Globe.length")
    return Measurement(value: distance(from: from, to: to).rounded(), unit: .kilometers)
  }
}

/// How a fare is rounded; built once for each number of digits.
@cache
public func rounding(to digits: Int) -> @Sendable (Double) -> Double {
  Tally.ran("rounding")
  let scale = pow(10, Double(digits))
  return { ($0 * scale).rounded() / scale }
}

/// The fare of a ride.
public struct FareTable: Hashable, Sendable {
  /// What every ride costs, in cents.
  public var base: Int
  /// What a kilometre costs, in cents.
  public var perKilometre: Int

  /// Fares of these parts.
  public init(base: Int, perKilometre: Int) {
    self.base = base
    self.perKilometre = perKilometre
  }

  /// The fare in cents.
  @cache
  public func fare(kilometres: Int) -> Int {
    Tally.ran("FareTable.fare")
    return base + perKilometre * kilometres
  }

  /// Whether a budget in cents is enough.
  @cache
  public func isAffordable(kilometres: Int, budget: Int) -> Bool {
    Tally.ran("FareTable.isAffordable")
    return fare(kilometres: kilometres) <= budget
  }
}
