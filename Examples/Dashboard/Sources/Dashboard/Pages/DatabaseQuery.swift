import CacheRuntime
import Foundation
import GRDB

extension Page {
  static let database = Page(
    "database", "Database query",
    "The connection is a resource, one for everybody. The query's result is data with a time to live: for ten seconds it "
      + "may be old, and then the query runs again.",
    caches: [
      ShownCache("rideDatabase()", .resource, $rideDatabase),
      ShownCache("ridesByBase(_:)", .data, $ridesByBase, "10 seconds to live"),
    ]
  ) { context, _ in
    Show.code(databaseCode)
    let database = try rideDatabase()
    try Show.row {
      if Ask.button("Add 50 rides to the table", style: "primary") { try addRides(50, to: database) }
      if Ask.button("Clear the query's cache") { $ridesByBase.clear() }
    }
    let cached = try ridesByBase(database)
    let now = try $ridesByBase.uncached { try ridesByBase(database) }
    let isOld = cached != now
    Show.metrics([
      Metric(
        label: "Rides in the result", value: "\(cached.values.reduce(0, +))", mood: isOld ? "bad" : "good"),
      Metric(label: "Rides in the table", value: "\(now.values.reduce(0, +))"),
      Metric(label: "Age of the result", value: age($ridesByBase.explain()), note: "renewed after 10 s"),
    ])
    if isOld {
      Show.warning("The table was written after the query ran; the result is renewed when its time is up.")
    }
    Show.table(
      "Rides by base", [.text("Base"), .number("Result"), .number("Table")],
      now.keys.sorted().map { [$0, "\(cached[$0, default: 0])", "\(now[$0, default: 0])"] })
    context.refresh(after: .seconds(1))
  }

  private static func age(_ explanation: CacheExplanation) -> String {
    guard case .hit(let age) = explanation.outcome else { return "–" }
    return "\(Int(age.nanoseconds / 1_000_000_000)) s"
  }
}

@CacheResource
func rideDatabase() throws -> DatabaseQueue {
  let database = try DatabaseQueue()
  try createRides(in: database)
  return database
}

@CacheData(ttl: .seconds(10))
func ridesByBase(_ _database: DatabaseQueue) throws -> [String: Int] {
  let sql = "SELECT base, count(*) AS n FROM ride GROUP BY base"
  let rows = try _database.read { try Row.fetchAll($0, sql: sql) }
  return Dictionary(uniqueKeysWithValues: rows.map { ($0["base"], $0["n"]) })
}

private func createRides(in database: DatabaseQueue) throws {
  try database.write { try $0.execute(sql: "CREATE TABLE ride (base TEXT NOT NULL)") }
  try addRides(1_000, to: database)
}

/// Writes rides of all bases in turn.
private func addRides(_ count: Int, to database: DatabaseQueue) throws {
  try database.write { connection in
    for number in 0..<count {
      let base = RideData.bases[number % RideData.bases.count]
      try connection.execute(sql: "INSERT INTO ride (base) VALUES (?)", arguments: [base])
    }
  }
}

private let databaseCode = """
  @CacheResource
  func rideDatabase() throws -> DatabaseQueue {
    let database = try DatabaseQueue()
    try createRides(in: database)
    return database
  }

  @CacheData(ttl: .seconds(10))
  func ridesByBase(
    _ _database: DatabaseQueue
  ) throws -> [String: Int] {
    let sql = "SELECT base, count(*) AS n FROM ride GROUP BY base"
    let rows = try _database.read { try Row.fetchAll($0, sql: sql) }
    return Dictionary(
      uniqueKeysWithValues: rows.map { ($0["base"], $0["n"]) })
  }
  """
