import CacheRuntime
import Foundation
import GRDB

/// The team's name for what every store reads from.
public typealias Connection = DatabaseQueue

/// One connection to each file, for the whole program.
public enum RideDatabase {
  /// The connection to the database in this file, with its tables.
  @cache(allowOutputMutation: true)
  public static func open(at path: String) throws -> DatabaseQueue {
    Tally.ran("RideDatabase.open")
    let queue = try DatabaseQueue(path: path)
    try queue.write { database in
      try database.create(table: "ride", options: .ifNotExists) { table in
        table.column("second", .integer).notNull()
        table.column("latitude", .double).notNull()
        table.column("longitude", .double).notNull()
        table.column("base", .text).notNull().indexed()
      }
    }
    return queue
  }

  /// A connection that can only read, nil where there is no such file.
  @cache(allowOutputMutation: true, suppressStWarning: true)
  public static func archive(at path: String) throws -> (any DatabaseReader)? {
    Tally.ran("RideDatabase.archive")
    guard FileManager.default.fileExists(atPath: path) else { return nil }
    var configuration = Configuration()
    configuration.readonly = true
    return try DatabaseQueue(path: path, configuration: configuration)
  }

  /// The same connection under the team's name for it.
  @cache(showSpinner: false)
  public static func shared(in directory: URL) throws -> Connection {
    Tally.ran("RideDatabase.shared")
    return try open(at: directory.appendingPathComponent("rides.sqlite").path)
  }

  /// Writes rides, in one transaction.
  public static func insert(_ rides: [Ride], into queue: DatabaseQueue) throws {
    try queue.write { database in
      for ride in rides {
        try database.execute(
          sql: "INSERT INTO ride (second, latitude, longitude, base) VALUES (?, ?, ?, ?)",
          arguments: [
            Int(ride.pickedUp.timeIntervalSince1970), ride.place.latitude, ride.place.longitude,
            ride.base,
          ])
      }
    }
  }
}
