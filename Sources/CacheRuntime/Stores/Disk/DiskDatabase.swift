import GRDB

#if canImport(Darwin)
import Darwin
#else
import Glibc
#endif

/// One database of a store, open.
final class DiskDatabase: Sendable {
  let number: Int
  let pool: DatabasePool
  private let path: String
  private let inode: UInt64

  /// What the file says it is: "RCCH", and the version of its tables.
  private static let mark: Int32 = 0x5243_4348
  private static let version: Int32 = 3

  /// The tables are not ours, or of another version.
  struct OtherTables: Error, CustomStringConvertible {
    var description: String { "the database has not the tables of a store, or those of another version" }
  }

  init(_ folder: DiskFolder, _ number: Int) throws {
    self.number = number
    path = folder.database(number)
    // SQLite gives the files beside it the mode of this one.
    _ = try Descriptor(path, O_RDWR | O_CREAT)
    var configuration = Configuration()
    configuration.busyMode = .timeout(10)
    configuration.maximumReaderCount = 4
    configuration.label = "CacheRuntime.disk"
    configuration.prepareDatabase { database in
      // What a loss of power takes with it is computed anew; nothing is torn, since every entry carries its digest.
      try database.execute(sql: "PRAGMA synchronous = NORMAL")
    }
    pool = try DatabasePool(path: path, configuration: configuration)
    inode = Self.inode(of: path) ?? 0
    try pool.write { database in
      let mark = try Int32.fetchOne(database, sql: "PRAGMA application_id") ?? 0
      let version = try Int32.fetchOne(database, sql: "PRAGMA user_version") ?? 0
      if mark == Self.mark, version == Self.version { return }
      let tables = try Int.fetchOne(database, sql: "SELECT count(*) FROM sqlite_master") ?? 0
      guard mark == 0, version == 0, tables == 0 else { throw OtherTables() }
      try database.execute(sql: Self.tables)
      try database.execute(sql: "PRAGMA application_id = \(Self.mark)")
      try database.execute(sql: "PRAGMA user_version = \(Self.version)")
    }
  }

  /// Whether the file is still the one of its name.
  var isInPlace: Bool { Self.inode(of: path) == inode }

  private static func inode(of path: String) -> UInt64? {
    var status = stat()
    return lstat(path, &status) == 0 ? UInt64(status.st_ino) : nil
  }

  private static let tables = """
    CREATE TABLE functions (
      id INTEGER PRIMARY KEY, digest BLOB NOT NULL UNIQUE, module TEXT NOT NULL, name TEXT NOT NULL,
      kind TEXT NOT NULL, entries INTEGER NOT NULL DEFAULT 0, bytes INTEGER NOT NULL DEFAULT 0);
    CREATE TABLE tags (function INTEGER NOT NULL, tag TEXT NOT NULL, PRIMARY KEY (tag, function)) WITHOUT ROWID;
    CREATE TABLE generations (
      id INTEGER PRIMARY KEY, digest BLOB NOT NULL UNIQUE, function INTEGER NOT NULL, seen INTEGER NOT NULL);
    -- No number comes twice: what was seen under one can be taken out by it, though another entry has come in its place.
    CREATE TABLE entries (
      id INTEGER PRIMARY KEY AUTOINCREMENT, key BLOB NOT NULL UNIQUE, function INTEGER NOT NULL, generation INTEGER NOT NULL,
      created INTEGER NOT NULL, expires INTEGER, bytes INTEGER NOT NULL, file TEXT, entry BLOB NOT NULL);
    CREATE INDEX entriesByAge ON entries (created, id);
    CREATE INDEX entriesOfFunctionByAge ON entries (function, created, id);
    CREATE INDEX entriesByEnd ON entries (expires) WHERE expires IS NOT NULL;
    CREATE TRIGGER entryAdded AFTER INSERT ON entries BEGIN
      UPDATE functions SET entries = entries + 1, bytes = bytes + new.bytes WHERE id = new.function;
    END;
    CREATE TRIGGER entryRemoved AFTER DELETE ON entries BEGIN
      UPDATE functions SET entries = entries - 1, bytes = bytes - old.bytes WHERE id = old.function;
    END;
    """

  /// A database that is only looked at.
  struct Reader: Sendable {
    private let queue: DatabaseQueue

    /// - Throws: what SQLite says, and `OtherTables` where the tables are not a store's.
    init(_ path: String) throws {
      var configuration = Configuration()
      configuration.readonly = true
      configuration.busyMode = .timeout(10)
      queue = try DatabaseQueue(path: path, configuration: configuration)
      let (mark, version) = try queue.read { database in
        (
          try Int32.fetchOne(database, sql: "PRAGMA application_id") ?? 0,
          try Int32.fetchOne(database, sql: "PRAGMA user_version") ?? 0
        )
      }
      guard mark == DiskDatabase.mark, version == DiskDatabase.version else { throw OtherTables() }
    }

    func read<Result>(_ body: (Database) throws -> Result) throws -> Result { try queue.read(body) }
  }

  /// Whether an error means that the file is no good, and not that the disk or another process is in the way.
  static func isDamage(_ error: any Error) -> Bool {
    if error is OtherTables { return true }
    guard let error = error as? DatabaseError else { return false }
    switch error.resultCode {
    case .SQLITE_CORRUPT, .SQLITE_NOTADB, .SQLITE_ERROR, .SQLITE_CONSTRAINT, .SQLITE_MISMATCH,
      .SQLITE_SCHEMA, .SQLITE_FORMAT, .SQLITE_READONLY:
      return true
    default: return false
    }
  }
}
