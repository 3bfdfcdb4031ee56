import Foundation
import SwiftCSV

/// What is wrong with a file of rides.
struct RideFileError: Error, Hashable, CustomStringConvertible {
  let path: String
  /// The line of the file, the header being the first.
  let line: Int
  let column: String

  var description: String { "\(path):\(line): the column '\(column)' is missing or cannot be read" }
}

/// Rides as the city exports them: a CSV file with the columns "Date/Time", "Lat", "Lon" and "Base".
enum RideFile {
  static func read(_ path: String) throws -> [Ride] {
    try NamedCSV(url: URL(filePath: path)).rows.enumerated().map { number, row in
      func field<Value>(_ column: String, _ read: (String) -> Value?) throws -> Value {
        guard let value = row[column].flatMap(read) else {
          throw RideFileError(path: path, line: number + 2, column: column)
        }
        return value
      }
      let (day, hour, minute) = try field("Date/Time", time)
      return Ride(
        day: day, hour: hour, minute: minute, latitude: try field("Lat", Double.init),
        longitude: try field("Lon", Double.init), base: try field("Base") { $0.isEmpty ? nil : $0 })
    }
  }

  /// The day, hour and minute of "4/1/2014 18:05:00".
  static func time(_ text: String) -> (day: Int, hour: Int, minute: Int)? {
    let parts = text.split(whereSeparator: { "/ :".contains($0) }).compactMap { Int($0) }
    guard parts.count == 6, (1...31).contains(parts[1]), (0...23).contains(parts[3]),
      (0...59).contains(parts[4])
    else { return nil }
    return (parts[1], parts[3], parts[4])
  }
}
