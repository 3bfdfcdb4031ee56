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
  }

  package var entries = 0
  package var damaged: [Damage] = []
  /// Files of values that no entry names, left by processes that were killed.
  package var orphans: [String] = []
}

extension DiskStore {
  /// Takes out what `verify` found to be damaged, and files that no entry names.
  package func remove(damaged found: DiskVerification) throws {
    for damage in found.damaged {
      let function = StoreFunction(digest: damage.entry.function, module: "", name: "", kind: .data)
      try remove(.call(StoreKey(function: function, digest: damage.entry.key)))
    }
    try removeOrphans()
  }
}

/// A look into a store on disk that changes nothing, not even what is damaged.
package struct DiskInventory: Sendable {
  package let path: String
  private let folder: DiskFolder
  private let database: DiskDatabase.Reader

  /// - Throws: `DiskStoreError` and what SQLite says, for a folder without a store or one that cannot be read.
  package init(path: String) throws {
    self.path = path
    folder = DiskFolder(path: path)
    guard let number = try folder.databaseNumbers().last else { throw DiskStoreError.noStore(path) }
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
  /// - Complexity: O(*n*) in the number of bytes of the store.
  package func verify() throws -> DiskVerification {
    var found = DiskVerification()
    var files: Set<String> = []
    for (entry, id) in try rows(of: nil) {
      found.entries += 1
      if let file = entry.file { files.insert(file) }
      if let problem = try problem(entry, id) {
        found.damaged.append(DiskVerification.Damage(entry: entry, problem: problem))
      }
    }
    found.orphans = try folder.valueNames().filter { !files.contains($0) }.sorted()
    return found
  }

  private func problem(_ entry: DiskEntry, _ id: Int64) throws -> String? {
    let envelope = try database.read {
      try Data.fetchOne($0, sql: "SELECT entry FROM entries WHERE id = \(id)")
    }
    let function = StoreFunction(digest: entry.function, module: "", name: "", kind: .data)
    let key = StoreKey(function: function, digest: entry.key)
    do {
      guard entry.file != nil else {
        _ = try StoredEntry(envelope: Array(envelope ?? Data()), for: key)
        return nil
      }
      let row = DiskRow(id: id, file: entry.file, entry: Array(envelope ?? Data()))
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

  private func rows(of function: StoreDigest?) throws -> [(entry: DiskEntry, id: Int64)] {
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
