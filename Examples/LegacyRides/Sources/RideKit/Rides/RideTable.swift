import CacheRuntime
import Foundation

/// A column of numbers, one for each row of a table.
public typealias Column = [Double]

/// Rides by column: what a data frame is elsewhere.
public struct RideTable: Codable, Hashable, Sendable {
  /// Degrees north.
  public var latitude: Column
  /// Degrees east.
  public var longitude: Column
  /// Hours of the day.
  public var hour: Column
  /// The bases that sent the cars.
  public var base: [String]

  /// The table of these rides.
  public init(_ rides: [Ride]) {
    latitude = rides.map(\.place.latitude)
    longitude = rides.map(\.place.longitude)
    hour = rides.map { Double($0.hour) }
    base = rides.map(\.base)
  }

  /// The number of rows.
  public var count: Int { base.count }
}

extension RideTable {
  /// The rows of one base.
  @cache(maxEntries: 20)
  public func filtered(base wanted: String) -> RideTable {
    Tally.ran("RideTable.filtered")
    var result = RideTable([])
    for row in base.indices where base[row] == wanted {
      result.latitude.append(latitude[row])
      result.longitude.append(longitude[row])
      result.hour.append(hour[row])
      result.base.append(base[row])
    }
    return result
  }

  /// One column of the table, nil where there is none of that name.
  @cache
  public func column(_ name: String) -> Column? {
    Tally.ran("RideTable.column")
    return switch name {
    case "Lat": latitude
    case "Lon": longitude
    case "Hour": hour
    default: nil
    }
  }

  /// How many rows each base has, and the least and greatest hour among them.
  @cache
  public func summary() -> [String: [Double]] {
    Tally.ran("RideTable.summary")
    return Dictionary(grouping: base.indices, by: { base[$0] }).mapValues { rows in
      let hours = rows.map { hour[$0] }
      return [Double(rows.count), hours.min() ?? 0, hours.max() ?? 0]
    }
  }
}
