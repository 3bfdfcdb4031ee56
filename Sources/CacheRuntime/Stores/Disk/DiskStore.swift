import GRDB

#if canImport(Darwin)
import Darwin
#else
import Glibc
#endif

// One operation, from the outside in:
//
//   withDatabase   opens the folder once; finds out that the database was replaced; replaces a damaged one; tries again
//   read           one row: the head of the entry, and small contents with it; large ones in a file of their own
//   write          the file first, then the row in one transaction, then files that no row names any more go
//
// A process that is killed at any point leaves a database that SQLite rolls back and perhaps a file that no row names;
// the next process that opens the store takes such files away.

/// A store in a folder of this machine, which several processes may use at once.
public final class DiskStore: CacheStore {
  /// The folder.
  public var path: String { folder.path }

  let folder: DiskFolder
  private let clock: any CacheClock
  private let maxBytes: Int?
  private let smallestFile: Int
  private let state = Guarded(State())
  /// When functions of this process were last noted to be in use.
  private let noted = Guarded<[StoreDigest: Int64]>([:])

  private struct State {
    var database: DiskDatabase?
    var failure: (reason: String, at: Int64)?
  }

  /// Nanoseconds before a folder that could not be opened is tried again.
  private static let pause: Int64 = 1_000_000_000

  /// A store in this folder, which is made when it is first needed.
  ///
  /// - Parameters:
  ///   - path: A folder of this user that nobody else can write.
  ///   - maxBytes: How many bytes all functions together may have in it; the oldest entries go.
  ///   - clock: The time by which entries are stored and expire, in nanoseconds since 1970.
  public convenience init(path: String, maxBytes: Int? = nil, clock: any CacheClock = WallClock()) {
    self.init(path: path, maxBytes: maxBytes, filesFrom: 1 << 15, clock: clock)
  }

  /// A store in which contents of so many bytes or more lie in files of their own, for measuring where that pays.
  @_spi(Measuring)
  public init(
    path: String, maxBytes: Int? = nil, filesFrom smallestFile: Int, clock: any CacheClock = WallClock()
  ) {
    precondition(maxBytes ?? 1 >= 1, "maxBytes must be at least 1, and it is \(maxBytes ?? 0)")
    folder = DiskFolder(path: path)
    self.maxBytes = maxBytes
    self.smallestFile = smallestFile
    self.clock = clock
  }

  /// The time of its clock.
  public var now: Int64 { clock.now() }

  // Reading

  /// The entry under this key.
  public func read(_ key: StoreKey) throws -> StoredEntry? {
    let now = now
    // A file may go between the two looks, when another process replaces the entry; then there is another row.
    for isLast in [false, true] {
      guard let row = try withDatabase({ try $0.row(key.digest) }) else { return nil }
      do {
        let entry = try entry(of: row, for: key)
        if let entry, !entry.isExpired(at: now) {
          noteUse(of: key.function, at: now)
          return entry
        }
        if entry == nil, !isLast { continue }
        try remove([row])
        if entry == nil { throw StoreDamage("the file of its value is gone") }
        return nil
      } catch let fault as StoredEntryFault {
        try remove([row])
        throw StoreDamage("\(fault)")
      }
    }
    return nil
  }

  /// Once a day and function; that it cannot be noted, in a folder that became read-only, harms no read.
  private func noteUse(of function: StoreFunction, at now: Int64) {
    let pause: Int64 = 3_600_000_000_000
    let isDue = noted.withLock { noted in
      if let last = noted[function.generation], now >= last, now - last < pause { return false }
      noted[function.generation] = now
      return true
    }
    guard isDue else { return }
    let gone = try? opened().noteUse(of: function, at: now)
    for file in gone ?? [] { unlink(folder.value(file)) }
  }

  /// Nil when its file is gone.
  private func entry(of row: DiskRow, for key: StoreKey) throws -> StoredEntry? {
    guard row.file != nil else { return try StoredEntry(envelope: row.entry, for: key) }
    guard let (header, contents) = try Self.contents(of: row, in: folder) else { return nil }
    try header.requireKey(key)
    return try header.entry(contents)
  }

  /// The head of an entry and its contents in a file; nil when the file is gone.
  static func contents(
    of row: DiskRow, in folder: DiskFolder
  ) throws -> (header: StoredEntryHeader, contents: [any StoredPiece])? {
    guard let file = row.file, DiskFolder.isValueName(file) else { throw StoredEntryFault.damaged }
    let (header, end) = try row.entry.withUnsafeBytes { try StoredEntryHeader.read($0) }
    guard end == row.entry.count else { throw StoredEntryFault.wrongLength }
    guard let pieces = try DiskFile.open(folder.value(file), header) else { return nil }
    return (header, pieces)
  }

  /// Whether there is an entry that has not expired.
  public func contains(_ key: StoreKey) throws -> Bool {
    let now = now
    return try withDatabase { try $0.has(key.digest, at: now) }
  }

  // Writing

  /// Keeps an entry, and lets the oldest go beyond the bounds of its function and of the store.
  public func write(_ entry: StoredEntry, for key: StoreKey) throws {
    guard entry.count >= smallestFile else {
      let bytes = try entry.envelope(for: key)
      return try insert(DiskRow(id: 0, file: nil, entry: bytes), entry, key, bytes: bytes.count)
    }
    _ = try withDatabase { _ in }
    let name = DiskFolder.valueName(key.digest)
    let (descriptor, pieces) = try DiskFile.write(entry.contents, to: folder.value(name))
    defer { withExtendedLifetime(descriptor) {} }
    let head = StoredEntryHeader(entry, for: key, pieces: pieces).bytes
    do {
      try insert(
        DiskRow(id: 0, file: name, entry: head), entry, key, bytes: head.count + entry.count)
    } catch {
      unlink(folder.value(name))
      throw error
    }
  }

  private func insert(_ row: DiskRow, _ entry: StoredEntry, _ key: StoreKey, bytes: Int) throws {
    let now = now
    let gone = try withDatabase { database in
      try database.insert(row, entry, key, bytes: bytes, now: now, maxBytes: maxBytes)
    }
    for file in gone { unlink(folder.value(file)) }
  }

  /// Lets rows go, and their files.
  func remove(_ rows: [DiskRow]) throws {
    try withDatabase { try $0.remove(rows.map(\.id)) }
    for file in rows.compactMap(\.file) where DiskFolder.isValueName(file) { unlink(folder.value(file)) }
  }

  /// Takes out what is selected, and nothing that the store has not put there.
  public func remove(_ selection: StoreSelection) throws {
    let gone = try withDatabase { try $0.remove(selection) }
    for file in gone { unlink(folder.value(file)) }
    if case .everything = selection { try removeOrphans() }
  }

  /// The right to compute a key among the processes of this machine.
  public func claim(_ key: StoreKey) throws -> StoreClaim {
    _ = try withDatabase { _ in }
    return try DiskClaim(folder.claims, key.digest).map { .mine($0) } ?? .taken
  }

  /// What is in it, by module and name.
  public func functions() throws -> [StoredFunction] {
    let now = now
    return try withDatabase { try $0.functions(at: now) }
  }

  // The database

  /// Runs `body` on the database; a damaged one is replaced by an empty one, and `body` runs once more.
  func withDatabase<Result>(_ body: (DiskDatabase) throws -> Result) throws -> Result {
    let database = try opened()
    do {
      return try body(database)
    } catch  where DiskDatabase.isDamage(error) {
      try replace(database.number, error)
      return try body(opened())
    }
  }

  private func opened() throws -> DiskDatabase {
    let now = now
    return try state.withLock { state in
      if let database = state.database, database.isInPlace { return database }
      if let failure = state.failure, now >= failure.at, now - failure.at < Self.pause {
        throw DiskStoreError.unavailable(failure.reason)
      }
      do {
        let database = try open()
        state = State(database: database)
        return database
      } catch {
        state = State(failure: ("\(error)", now))
        throw error
      }
    }
  }

  private func open() throws -> DiskDatabase {
    try folder.prepare()
    return try folder.withLock {
      let number = try folder.databaseNumbers().last ?? 1
      do {
        let database = try DiskDatabase(folder, number)
        try removeOrphans(database)
        return database
      } catch  where DiskDatabase.isDamage(error) {
        CacheLog.replaced(folder.database(number), error)
        let new = try DiskDatabase(folder, number + 1)
        for old in try folder.databaseNumbers() where old <= number { folder.removeDatabase(old) }
        try removeOrphans(new)
        return new
      }
    }
  }

  private func replace(_ number: Int, _ error: any Error) throws {
    try folder.withLock {
      // Another process may have done it.
      guard try folder.databaseNumbers().last ?? 0 <= number else { return }
      CacheLog.replaced(folder.database(number), error)
      _ = try Descriptor(folder.database(number + 1), O_RDWR | O_CREAT)
      for old in try folder.databaseNumbers() where old <= number { folder.removeDatabase(old) }
    }
  }

  func removeOrphans() throws { try withDatabase { try removeOrphans($0) } }

  /// Takes away value files that no row names and nobody is writing.
  private func removeOrphans(_ database: DiskDatabase) throws {
    for name in try folder.valueNames() {
      // Who writes one holds its lock until the row is there.
      guard let descriptor = try? Descriptor(folder.value(name), O_RDONLY),
        flock(descriptor.number, LOCK_EX | LOCK_NB) == 0
      else { continue }
      if try !database.names(file: name) { unlink(folder.value(name)) }
    }
  }
}
