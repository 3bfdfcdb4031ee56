import Foundation
import GRDB

/// One entry of a store on disk, as people see it.
package struct DiskEntry: Hashable, Sendable {
  package let function: StoreDigest
  package let key: StoreDigest
  package let created: Int64
  package let expires: Int64?
  package let bytes: Int
  /// Where the value lies, if not in the database.
  package let file: String?
}

/// What `verify` has found.
package struct DiskVerification: Sendable {
  /// An entry that no read would return, and why.
  package struct Damage: Hashable, Sendable {
    package let entry: DiskEntry
    package let problem: String
    let id: Int64
  }

  /// Which of the folder's databases was looked at.
  let database: Int
  package var entries = 0
  package var damaged: [Damage] = []
  /// Files of values that no entry names, left by processes that were killed.
  package var orphans: [String] = []
}

extension DiskStore {
  /// Takes out what `verify` found to be damaged, and files that no entry names; what has come in its place since stays.
  ///
  /// - Throws: `DiskStoreError`, and what SQLite says.
  package func remove(damaged found: DiskVerification) throws {
    try withDatabase { database in
      guard database.number == found.database else { return }
      try database.remove(found.damaged.map(\.id))
    }
    try removeOrphans()
  }
}

/// A look into a store on disk that changes nothing, not even what is damaged.
package struct DiskInventory: Sendable {
  package let path: String
  private let folder: DiskFolder
  private let number: Int
  private let database: DiskDatabase.Reader

  /// - Throws: `DiskStoreError` and what SQLite says, for a folder without a store or one that cannot be read.
  package init(path: String) throws {
    self.path = path
    folder = DiskFolder(path: path)
    guard let number = try folder.databaseNumbers().last else { throw DiskStoreError.noStore(path) }
    self.number = number
    database = try DiskDatabase.Reader(folder.database(number))
  }

  /// The stores in a folder: itself, or those right below it.
  package static func stores(in path: String) -> [String] {
    if DiskStore.exists(at: path) { return [path] }
    let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
    return names.sorted().map { "\(path)/\($0)" }.filter { DiskStore.exists(at: $0) }
  }

  /// What is in it, by module and name.
  package func functions(at now: Int64) throws -> [StoredFunction] {
    try database.read { try DiskDatabase.functions($0, at: now) }
  }

  /// The entries of one function, the newest first, or of all.
  package func entries(of function: StoreDigest? = nil) throws -> [DiskEntry] {
    try rows(of: function).map(\.entry)
  }

  /// Reads every entry whole, and looks for files that none names.
  ///
  /// The store may be in use meanwhile: what is replaced or goes before it is looked at is no damage, and is not counted.
  ///
  /// - Throws: what SQLite says, and `DiskStoreError` for a folder that cannot be read.
  /// - Complexity: O(*n*) in the number of bytes of the store.
  package func verify() throws -> DiskVerification {
    var found = DiskVerification(database: number)
    var files: Set<String> = []
    for (entry, id) in try rows() {
      if let file = entry.file { files.insert(file) }
      switch try look(at: entry, id) {
      case .sound: found.entries += 1
      case .damaged(let problem):
        found.entries += 1
        found.damaged.append(DiskVerification.Damage(entry: entry, problem: problem, id: id))
      case .gone: continue
      }
    }
    found.orphans = try orphans(beside: files)
    return found
  }

  /// What a look at one entry shows.
  enum Look: Equatable {
    case sound, gone
    case damaged(String)
  }

  func look(at entry: DiskEntry, _ id: Int64) throws -> Look {
    guard let envelope = try envelope(id) else { return .gone }
    guard let problem = problem(entry, id, envelope) else { return .sound }
    // Its file goes with it, after its row.
    return try self.envelope(id) == nil ? .gone : .damaged(problem)
  }

  /// The bytes of a row; nil when it has gone.
  private func envelope(_ id: Int64) throws -> [UInt8]? {
    try database.read {
      try Row.fetchOne($0, sql: "SELECT id, file, entry FROM entries WHERE id = \(id)").map {
        try DiskRow($0).entry
      }
    }
  }

  private func problem(_ entry: DiskEntry, _ id: Int64, _ envelope: [UInt8]) -> String? {
    let function = StoreFunction(digest: entry.function, module: "", name: "", kind: .data)
    let key = StoreKey(function: function, digest: entry.key)
    do {
      guard entry.file != nil else {
        _ = try StoredEntry(envelope: envelope, for: key)
        return nil
      }
      let row = DiskRow(id: id, file: entry.file, entry: envelope)
      guard let (header, contents) = try DiskStore.contents(of: row, in: folder) else {
        return "the file of its value is gone"
      }
      try header.requireKey(key)
      for piece in contents { try piece.withBytes { _ in } }
      return nil
    } catch {
      return "\(error)"
    }
  }

  /// The files that no row names and nobody is writing, by name.
  func orphans(beside named: Set<String>) throws -> [String] {
    try folder.valueNames().filter { name in
      // Who writes a file holds its lock until the row is there; who takes one out lets the row go first.
      guard !named.contains(name), DiskFile.isIdle(folder.value(name)) else { return false }
      guard let key = DiskFolder.key(ofValue: name) else { return false }
      return try database.read {
        try DatabaseValue.fetchOne(
          $0, sql: "SELECT file FROM entries WHERE key = ?", arguments: [Data(key.bytes)])
      } != name.databaseValue
    }.sorted()
  }

  func rows(of function: StoreDigest? = nil) throws -> [(entry: DiskEntry, id: Int64)] {
    try database.read { database in
      let rows = try Row.fetchAll(
        database,
        sql: """
          SELECT digest, key, created, expires, entries.bytes, file, entries.id
          FROM entries JOIN functions ON functions.id = entries.function
          WHERE ? IS NULL OR digest = ? ORDER BY module, name, created DESC, entries.id DESC
          """, arguments: [function.map { Data($0.bytes) }, function.map { Data($0.bytes) }])
      return rows.compactMap { row in
        guard let function = Data.fromDatabaseValue(row[0]).flatMap({ StoreDigest(bytes: $0) }),
          let key = Data.fromDatabaseValue(row[1]).flatMap({ StoreDigest(bytes: $0) }),
          let id = Int64.fromDatabaseValue(row[6])
        else { return nil }
        let entry = DiskEntry(
          function: function, key: key, created: Int64.fromDatabaseValue(row[2]) ?? 0,
          expires: Int64.fromDatabaseValue(row[3]), bytes: Int.fromDatabaseValue(row[4]) ?? 0,
          file: String.fromDatabaseValue(row[5]))
        return (entry, id)
      }
    }
  }
}
