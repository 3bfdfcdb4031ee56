import Foundation
import GRDB

// A function in one build or version is a generation. The next one never finds what this one has left, so that has to go
// without anybody asking for it. Not at once: two builds may serve side by side. What is used is seen once a day:
//
//   another generation of the function has been seen since    7 days after this one was seen last
//   this is the latest                                       90 days after
//
// Looking happens when a day's first use is noted, in that transaction.

extension DiskDatabase {
  private static let day: Int64 = 86_400_000_000_000
  /// Days that a generation stays after another one of its function came in its place.
  static let daysSuperseded: Int64 = 7
  /// Days that the latest generation of a function stays when nobody uses it.
  static let daysUnused: Int64 = 90

  /// Notes that a function is used as it is in this build or version, if the store has anything of it.
  ///
  /// - Returns: the files of what was too old to stay.
  func noteUse(of function: StoreFunction, at now: Int64) throws -> [String] {
    let seen = try pool.unsafeRead { try Self.seen(function, $0) }
    guard let seen, !Self.isToday(seen.time, now) else { return [] }
    return try pool.write { database in
      var gone: [String] = []
      try Self.see(seen.id, at: now, database, &gone)
      return gone
    }
  }

  /// The id of a function's generation, which is noted to be in use.
  static func generation(
    of function: StoreFunction, _ id: Int64, at now: Int64, _ database: Database, _ gone: inout [String]
  ) throws -> Int64 {
    if let seen = try seen(function, database) {
      if !isToday(seen.time, now) { try see(seen.id, at: now, database, &gone) }
      return seen.id
    }
    try database.execute(
      sql: "INSERT INTO generations (digest, function, seen) VALUES (?, ?, ?)",
      arguments: [Data(function.generation.bytes), id, now])
    let generation = database.lastInsertedRowID
    try removeOld(at: now, database, &gone)
    return generation
  }

  private static func seen(
    _ function: StoreFunction, _ database: Database
  ) throws -> (id: Int64, time: Int64)? {
    let statement = try database.cachedStatement(sql: "SELECT id, seen FROM generations WHERE digest = ?")
    guard let row = try Row.fetchOne(statement, arguments: [Data(function.generation.bytes)]),
      let id = Int64.fromDatabaseValue(row[0]), let time = Int64.fromDatabaseValue(row[1])
    else { return nil }
    return (id, time)
  }

  /// A time to come, by a clock that was wrong, is not today.
  private static func isToday(_ time: Int64, _ now: Int64) -> Bool {
    let (age, overflows) = now.subtractingReportingOverflow(time)
    return !overflows && age > -day && age < day
  }

  private static func see(
    _ generation: Int64, at now: Int64, _ database: Database, _ gone: inout [String]
  ) throws {
    try database.execute(
      sql: "UPDATE generations SET seen = ? WHERE id = ?", arguments: [now, generation])
    try removeOld(at: now, database, &gone)
  }

  private static func removeOld(at now: Int64, _ database: Database, _ gone: inout [String]) throws {
    let old = """
      SELECT id FROM generations AS one WHERE seen < ? OR (seen < ? AND EXISTS (
        SELECT 1 FROM generations AS other WHERE other.function = one.function AND other.seen > one.seen))
      """
    let arguments: StatementArguments = [
      now.subtractingReportingOverflow(daysUnused * day).partialValue,
      now.subtractingReportingOverflow(daysSuperseded * day).partialValue,
    ]
    guard try Int64.fetchOne(database, sql: old, arguments: arguments) != nil else { return }
    gone += try remove(database, "generation IN (\(old))", arguments)
    try database.execute(sql: "DELETE FROM generations WHERE id IN (\(old))", arguments: arguments)
  }
}
