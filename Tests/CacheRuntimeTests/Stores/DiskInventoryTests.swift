import Foundation
import Testing

@testable import CacheRuntime

/// A look into a store on disk that others use meanwhile.
@Suite struct DiskInventoryTests {
  private static let large = [UInt8](repeating: 7, count: 100_000)

  @Test(
    "what is replaced or removed between the listing and the look is no damage",
    arguments: [[1], large], [[2], large.reversed() + [1], nil])
  func changedMeanwhile(before: [UInt8], after: [UInt8]?) throws {
    let temporary = try TemporaryDiskStore()
    let key = StoreFunction.example().call(1)
    try temporary.write(.example(before), for: key)
    let inventory = try DiskInventory(path: temporary.store.path)
    let (entry, id) = try #require(try inventory.rows().first)
    if let after {
      try temporary.write(.example(after), for: key)
    } else {
      try temporary.remove(.call(key))
    }
    #expect(try inventory.look(at: entry, id) == .gone)
    #expect(try inventory.verify().damaged.isEmpty)
    #expect(try inventory.verify().entries == (after == nil ? 0 : 1))
  }

  @Test("another entry never comes under the number of one that went") func numbers() throws {
    let temporary = try TemporaryDiskStore()
    let inventory = {
      try DiskInventory(path: temporary.store.path).rows().map(\.id)
    }
    try temporary.write(.example([1]), for: StoreFunction.example().call(1))
    let first = try inventory()
    try temporary.write(.example([2]), for: StoreFunction.example().call(1))
    #expect(try inventory() != first)
  }

  @Test("the good entry that has come in a damaged one's place stays", arguments: [[1], large])
  func removesDamageAlone(value: [UInt8]) throws {
    let temporary = try TemporaryDiskStore()
    let (key, other) = (StoreFunction.example().call(1), StoreFunction.example().call(2))
    for key in [key, other] {
      try temporary.write(.example(Self.large), for: key)
      let file = try #require(
        temporary.folder.files.first { $0.contains("\(key.digest)") && $0.hasSuffix(".value") })
      try Data([1, 2, 3]).write(to: URL(filePath: "\(temporary.folder.path)/\(file)"))
    }
    let found = try DiskInventory(path: temporary.store.path).verify()
    #expect(found.entries == 2 && found.damaged.count == 2)
    try temporary.write(.example(value), for: key)
    try temporary.store.remove(damaged: found)
    #expect(try temporary.read(key)?.seen.value == value)
    #expect(try temporary.read(other) == nil)
    let after = try DiskInventory(path: temporary.store.path).verify()
    #expect(after.entries == 1 && after.damaged.isEmpty && after.orphans.isEmpty)
  }

  @Test("damage that was found in a database that another has replaced takes nothing from that one")
  func replacedDatabase() throws {
    let temporary = try TemporaryDiskStore()
    let key = StoreFunction.example().call(1)
    try temporary.write(.example(Self.large), for: key)
    let value = try #require(temporary.folder.files.first { $0.hasSuffix(".value") })
    try FileManager.default.removeItem(atPath: "\(temporary.folder.path)/\(value)")
    let found = try DiskInventory(path: temporary.store.path).verify()
    #expect(found.damaged.map(\.problem) == ["the file of its value is gone"])
    let database = URL(filePath: "\(temporary.store.path)/entries-1.sqlite")
    try FileManager.default.removeItem(at: database)
    try Data(repeating: 0x41, count: 20_000).write(to: database)
    let store = DiskStore(path: temporary.store.path)
    try store.write(.example([1]), for: key)
    try store.remove(damaged: found)
    #expect(try store.read(key) != nil)
  }

  @Test("a file that somebody took for a left-over before it was locked is not written to") func takenFile()
    throws
  {
    let folder = try TemporaryFolder()
    let path = "\(folder.path)/a"
    let (kept, taken) = (
      try Descriptor(path, O_WRONLY | O_CREAT), try Descriptor(path + "b", O_WRONLY | O_CREAT)
    )
    unlink(path + "b")
    #expect(try DiskFile.lock(kept, path))
    #expect(try !DiskFile.lock(taken, path + "b"))
    #expect(!DiskFile.isIdle(path))
  }

  @Test("a file that is being written, or has got its row since, is no left-over") func orphans() throws {
    let temporary = try TemporaryDiskStore()
    try temporary.write(.example(Self.large), for: StoreFunction.example().call(1))
    let inventory = try DiskInventory(path: temporary.store.path)
    #expect(try inventory.orphans(beside: []) == [])
    let key = StoreDigest(of: "x".utf8)
    let names = [DiskFolder.valueName(key), DiskFolder.valueName(key)].sorted()
    let paths = names.map { temporary.store.folder.value($0) }
    let writing = try DiskFile.write([HeldPiece([1, 2, 3])], to: paths[0])
    try Data([1]).write(to: URL(filePath: paths[1]))
    #expect(try inventory.orphans(beside: []) == [names[1]])
    withExtendedLifetime(writing) {}
  }
}
