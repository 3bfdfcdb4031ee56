import Foundation
import GRDB

/// One row of entries: the whole entry, or its head where the contents lie in a file.
struct DiskRow: Sendable {
  var id: Int64
  var file: String?
  var entry: [UInt8]

  init(id: Int64, file: String?, entry: [UInt8]) {
    self.id = id
    self.file = file
    self.entry = entry
  }

  /// What stands in a damaged row may be of any type, so nothing is taken for granted.
  init(_ row: Row) throws {
    guard let id = Int64.fromDatabaseValue(row[0]) else { throw DatabaseError(resultCode: .SQLITE_CORRUPT) }
    let entry: DatabaseValue = row[2]
    self.init(
      id: id, file: String.fromDatabaseValue(row[1]),
      entry: Data.fromDatabaseValue(entry).map { Array($0) } ?? [])
  }
}

extension DiskDatabase {
  func row(_ key: StoreDigest) throws -> DiskRow? {
    try pool.unsafeRead { database in
      let statement = try database.cachedStatement(sql: "SELECT id, file, entry FROM entries WHERE key = ?")
      return try Row.fetchOne(statement, arguments: [Data(key.bytes)]).map { try DiskRow($0) }
    }
  }

  func has(_ key: StoreDigest, at now: Int64) throws -> Bool {
    try pool.unsafeRead { database in
      let statement = try database.cachedStatement(
        sql: "SELECT 1 FROM entries WHERE key = ? AND (expires IS NULL OR expires > ?)")
      return try Row.fetchOne(statement, arguments: [Data(key.bytes), now]) != nil
    }
  }

  func names(file: String) throws -> Bool {
    guard let key = DiskFolder.key(ofValue: file) else { return false }
    return try row(key)?.file == file
  }

  /// Puts a row in place of the one under its key, and takes out what is too much.
  ///
  /// - Returns: the files that no row names any more.
  func insert(
    _ row: DiskRow, _ entry: StoredEntry, _ key: StoreKey, bytes: Int, now: Int64, maxBytes: Int?
  ) throws -> [String] {
    try pool.write { database in
      let function = try id(of: key.function, database)
      var gone = try Self.remove(database, "key = ?", [Data(key.digest.bytes)])
      let generation = try Self.generation(of: key.function, function, at: now, database, &gone)
      gone += try Self.remove(database, "expires IS NOT NULL AND expires <= ?", [now])
      let statement = try database.cachedStatement(
        sql: """
          INSERT INTO entries (key, function, generation, created, expires, bytes, file, entry)
          VALUES (?, ?, ?, ?, ?, ?, ?, ?)
          """)
      try statement.execute(arguments: [
        Data(key.digest.bytes), function, generation, entry.created, entry.expires, bytes, row.file,
        Data(row.entry),
      ])
      if key.function.maxEntries != nil || key.function.maxBytes != nil {
        let sums = "SELECT entries, bytes FROM functions WHERE id = \(function)"
        gone += try Self.removeOldest(
          database, of: "function = \(function)", sums, key.function.maxEntries, key.function.maxBytes)
      }
      if let maxBytes {
        gone += try Self.removeOldest(
          database, of: "1", "SELECT sum(entries), sum(bytes) FROM functions", nil, maxBytes)
      }
      return gone.filter { $0 != row.file }
    }
  }

  private func id(of function: StoreFunction, _ database: Database) throws -> Int64 {
    let find = try database.cachedStatement(sql: "SELECT id FROM functions WHERE digest = ?")
    let id: Int64
    if let known = try Int64.fetchOne(find, arguments: [Data(function.digest.bytes)]) {
      id = known
    } else {
      try database.execute(
        sql: "INSERT INTO functions (digest, module, name, kind) VALUES (?, ?, ?, ?)",
        arguments: [Data(function.digest.bytes), function.module, function.name, function.kind.rawValue])
      id = database.lastInsertedRowID
    }
    for tag in function.tags {
      let statement = try database.cachedStatement(
        sql: "INSERT OR IGNORE INTO tags (function, tag) VALUES (?, ?)")
      try statement.execute(arguments: [id, tag])
    }
    return id
  }

  private static func removeOldest(
    _ database: Database, of condition: String, _ sums: String, _ maxEntries: Int?, _ maxBytes: Int?
  ) throws -> [String] {
    var gone: [String] = []
    while let row = try Row.fetchOne(database, sql: sums) {
      let (entries, bytes) = (Int.fromDatabaseValue(row[0]) ?? 0, Int.fromDatabaseValue(row[1]) ?? 0)
      guard entries > maxEntries ?? .max || bytes > maxBytes ?? .max else { break }
      let oldest = "id = (SELECT id FROM entries WHERE \(condition) ORDER BY created, id LIMIT 1)"
      gone += try remove(database, oldest, [])
      if database.changesCount == 0 { break }
    }
    return gone
  }

  /// - Returns: the files of the rows that went.
  static func remove(
    _ database: Database, _ condition: String, _ arguments: StatementArguments
  ) throws -> [String] {
    let statement = try database.cachedStatement(
      sql: "DELETE FROM entries WHERE \(condition) RETURNING file")
    return try DatabaseValue.fetchAll(statement, arguments: arguments).compactMap {
      String.fromDatabaseValue($0).flatMap { DiskFolder.isValueName($0) ? $0 : nil }
    }
  }

  func remove(_ ids: [Int64]) throws {
    guard !ids.isEmpty else { return }
    try pool.write { database in
      for id in ids { _ = try Self.remove(database, "id = ?", [id]) }
    }
  }

  /// - Returns: the files of the rows that went.
  func remove(_ selection: StoreSelection) throws -> [String] {
    try pool.write { database in
      switch selection {
      case .call(let key): try Self.remove(database, "key = ?", [Data(key.digest.bytes)])
      case .function(let function):
        try Self.remove(
          database, "function = (SELECT id FROM functions WHERE digest = ?)", [Data(function.digest.bytes)])
      case .tags(let tags):
        try tags.flatMap {
          try Self.remove(database, "function IN (SELECT function FROM tags WHERE tag = ?)", [$0])
        }
      case .kind(let kind):
        try Self.remove(
          database, "function IN (SELECT id FROM functions WHERE kind = ?)", [kind.rawValue])
      case .everything: try Self.remove(database, "1", [])
      }
    }
  }

  func functions(at now: Int64) throws -> [StoredFunction] {
    try pool.read { try Self.functions($0, at: now) }
  }

  static func functions(_ database: Database, at now: Int64) throws -> [StoredFunction] {
    let rows = try Row.fetchAll(
      database,
      sql: """
        SELECT digest, module, name, kind, count(*), sum(entries.bytes), min(created), max(created),
          sum(expires IS NOT NULL AND expires <= ?)
        FROM functions JOIN entries ON entries.function = functions.id
        GROUP BY functions.id ORDER BY module, name, functions.id
        """, arguments: [now])
    return rows.compactMap { row in
      guard let digest = Data.fromDatabaseValue(row[0]).flatMap({ StoreDigest(bytes: $0) }),
        let kind = String.fromDatabaseValue(row[3]).flatMap(CacheKind.init(rawValue:))
      else { return nil }
      func number(_ index: Int) -> Int { Int.fromDatabaseValue(row[index]) ?? 0 }
      return StoredFunction(
        digest: digest, module: String.fromDatabaseValue(row[1]) ?? "",
        name: String.fromDatabaseValue(row[2]) ?? "", kind: kind, entries: number(4), expired: number(8),
        bytes: number(5), oldest: Int64(number(6)), newest: Int64(number(7)))
    }
  }
}
