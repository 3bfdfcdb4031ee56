import CacheRuntime
import Foundation
import SwiftCSV

/// What is wrong with a row of the rides file.
public enum RideFileError: Error, Hashable {
  /// A column is missing or cannot be read.
  case unreadable(row: Int, column: String)
}

/// Rides as the city exports them: a CSV file with the columns "Date/Time", "Lat", "Lon" and "Base".
public enum RideFile {
  /// The rows of the file, as text.
  @cache
  public static func rows(at url: URL) throws -> [[String: String]] {
    Tally.ran("RideFile.rows")
    return try NamedCSV(url: url).rows
  }

  /// The rides of the file, in its order.
  @cache(showSpinner: "Reading rides…")
  public static func rides(at url: URL) throws -> [Ride] {
    Tally.ran("RideFile.rides")
    let clock = pickupClock(format: "M/d/yyyy H:mm:ss")
    return try rows(at: url).enumerated().map { number, row in
      guard let date = row["Date/Time"].flatMap(clock.date(from:)) else {
        throw RideFileError.unreadable(row: number, column: "Date/Time")
      }
      guard let latitude = row["Lat"].flatMap(Double.init) else {
        throw RideFileError.unreadable(row: number, column: "Lat")
      }
      guard let longitude = row["Lon"].flatMap(Double.init) else {
        throw RideFileError.unreadable(row: number, column: "Lon")
      }
      guard let base = row["Base"], !base.isEmpty else {
        throw RideFileError.unreadable(row: number, column: "Base")
      }
      return Ride(
        pickedUp: date, place: Coordinate(latitude: latitude, longitude: longitude), base: base)
    }
  }
}

/// The formatter that reads pick-up times; making one is slow, so everybody shares it.
@cache(allowOutputMutation: true)
func pickupClock(format: String) -> DateFormatter {
  Tally.ran("pickupClock")
  let formatter = DateFormatter()
  formatter.locale = Locale(identifier: "en_US_POSIX")
  formatter.timeZone = TimeZone(secondsFromGMT: -5 * 3600)
  formatter.dateFormat = format
  return formatter
}
