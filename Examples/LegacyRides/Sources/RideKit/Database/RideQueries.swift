import CacheRuntime
import Foundation
import GRDB

/// Questions to the database. The connection is no part of the key: its name starts with an underscore.
public struct RideQueries: Hashable, Sendable {
  /// Rides further south are left out.
  public var southernBound: Double

  /// Queries with that bound.
  public init(southernBound: Double) { self.southernBound = southernBound }

  /// The rides that a base sent, by time.
  @cache(ttl: 60)
  public func rides(of base: String, limit: Int, _ _database: DatabaseQueue) throws -> [Ride] {
    Tally.ran("RideQueries.rides")
    return try _database.read { database in
      try Row.fetchAll(
        database,
        sql: """
          SELECT second, latitude, longitude, base FROM ride
          WHERE base = ? AND latitude >= ? ORDER BY second, latitude LIMIT ?
          """,
        arguments: [base, southernBound, limit]
      ).map { row in
        Ride(
          pickedUp: Date(timeIntervalSince1970: row["second"]),
          place: Coordinate(latitude: row["latitude"], longitude: row["longitude"]),
          base: row["base"])
      }
    }
  }

  /// How many rides each base sent.
  @cache(ttl: .minutes(10), maxEntries: 100, suppressStWarning: true)
  public func counts(_ _database: DatabaseQueue) throws -> [String: Int] {
    Tally.ran("RideQueries.counts")
    return try _database.read { database in
      let rows = try Row.fetchAll(
        database,
        sql: "SELECT base, COUNT(*) AS rides FROM ride WHERE latitude >= ? GROUP BY base",
        arguments: [southernBound])
      return Dictionary(uniqueKeysWithValues: rows.map { ($0["base"], $0["rides"]) })
    }
  }
}

extension RideQueries {
  /// The first pick-up of a base, nil where it sent no car.
  @cache(
    ttl: 600,
    hashFuncs: [.hash(DatabaseQueue.self) { $0.path }]
  )
  public static func firstPickup(of base: String, in database: DatabaseQueue) async throws -> Date? {
    Tally.ran("RideQueries.firstPickup")
    let second = try await database.read { database in
      try Int.fetchOne(database, sql: "SELECT MIN(second) FROM ride WHERE base = ?", arguments: [base])
    }
    return second.map { Date(timeIntervalSince1970: TimeInterval($0)) }
  }
}
