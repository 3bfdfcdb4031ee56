import Foundation
import SeededRandom
import Testing

@testable import CacheRuntime

/// What a store on disk does about files that are not what it wrote.
@Suite struct DiskDamageTests {
  private static let large = [UInt8]((0..<70_000).map { UInt8(truncatingIfNeeded: $0) })

  /// Reads what was written before; anything but that or nothing is wrong.
  private func isWhole(_ store: DiskStore, _ key: StoreKey, _ value: [UInt8]) -> Bool {
    do {
      guard let entry = try store.read(key) else { return true }
      return try entry.value.bytes() == value
    } catch {
      return true
    }
  }

  @Test("D09: a flipped bit anywhere in a value's file is a miss, then gone") func flippedFile() throws {
    let temporary = try TemporaryDiskStore()
    let key = StoreFunction.example().call(1)
    for offset in stride(from: 0, to: Self.large.count, by: 6_999) + [Self.large.count - 1] {
      try temporary.store.write(.example(Self.large), for: key)
      let name = try #require(temporary.folder.files.first { $0.hasSuffix(".value") })
      let url = URL(filePath: "\(temporary.folder.path)/\(name)")
      var bytes = [UInt8](try Data(contentsOf: url))
      bytes[offset] ^= 4
      try Data(bytes).write(to: url)
      let cache = StorePlace(
        try #require(LowerTier<[UInt8]>.example(temporary.store)), temporary.store, key)
      guard case .nothing = cache.look() else {
        Issue.record("the flip at \(offset) was not noticed")
        return
      }
      #expect(cache.counts.damaged == 1)
      #expect(try !temporary.store.contains(key))
      #expect(temporary.folder.files.filter { $0.hasSuffix(".value") } == [])
    }
  }

  @Test("D09: a flipped bit in any leaf of a value that several threads read is a miss") func flippedLeaf()
    throws
  {
    let folder = try TemporaryFolder()
    let large = (0..<300_000).map { Double($0) }
    func make() -> CachedClosure<[Double], Never, Int> {
      cacheData(persist: .store(DiskStore(path: folder.path)), showSpinner: false, version: "1") { _ in large
      }
    }
    for offset in stride(from: 0, to: large.count * 8, by: ContentDigest.leaf) + [large.count * 8 - 1] {
      #expect(make()(1) == large)
      let name = try #require(folder.files.first { $0.hasSuffix(".value") })
      let file = try FileHandle(forUpdating: URL(filePath: "\(folder.path)/\(name)"))
      // The shape of the value lies before the array.
      let start = try file.seekToEnd() - UInt64(large.count * 8)
      try file.seek(toOffset: start + UInt64(offset))
      let byte = try #require(try file.read(upToCount: 1)?.first)
      try file.seek(toOffset: start + UInt64(offset))
      try file.write(contentsOf: [byte ^ 1])
      try file.close()
      let reader = make()
      #expect(reader(1) == large, "offset \(offset)")
      #expect(reader.statistics.damaged == 1 && reader.statistics.storeHits == 0, "offset \(offset)")
    }
  }

  @Test("D09: a value's file that is cut, grown, gone or another's is a miss, then gone")
  func otherFiles() throws {
    let changes: [(String, (URL) throws -> Void)] = [
      ("cut", { try Data(Self.large.prefix(100)).write(to: $0) }),
      ("empty", { try Data().write(to: $0) }),
      ("grown", { try Data(Self.large + [1]).write(to: $0) }),
      ("gone", { try FileManager.default.removeItem(at: $0) }),
      (
        "a folder",
        {
          try FileManager.default.removeItem(at: $0)
          try FileManager.default.createDirectory(at: $0, withIntermediateDirectories: false)
        }
      ),
      (
        "a link",
        {
          try FileManager.default.removeItem(at: $0)
          try FileManager.default.createSymbolicLink(
            at: $0, withDestinationURL: URL(filePath: "/etc/hostname"))
        }
      ),
    ]
    for (name, change) in changes {
      let temporary = try TemporaryDiskStore()
      let key = StoreFunction.example().call(1)
      try temporary.store.write(.example(Self.large), for: key)
      let file = try #require(temporary.folder.files.first { $0.hasSuffix(".value") })
      try change(URL(filePath: "\(temporary.folder.path)/\(file)"))
      #expect((try? temporary.store.read(key)) == nil, "\(name)")
      try temporary.store.write(.example([1]), for: key)
      #expect(try temporary.store.read(key)?.seen == StoredEntry.example([1]).seen, "\(name)")
    }
  }

  @Test("D09: bits flipped over every byte of a small entry, as it lies in the database, never show")
  func flippedEntry() throws {
    let folder = try TemporaryFolder()
    let value = [UInt8](repeating: 0xC3, count: 64)
    let key = StoreFunction.example().call(1)
    try DiskStore(path: folder.path).write(.example(value), for: key)
    // The log is written back when the last connection goes.
    let database = URL(filePath: "\(folder.path)/entries-1.sqlite")
    let whole = [UInt8](try Data(contentsOf: database))
    let envelope = try StoredEntry.example(value).envelope(for: key)
    let start = try #require(whole.firstRange(of: envelope)?.lowerBound)
    for offset in start..<start + envelope.count {
      var bytes = whole
      bytes[offset] ^= 0x10
      try restore(folder, bytes)
      let store = DiskStore(path: folder.path)
      #expect(throws: StoreDamage.self, "offset \(offset - start)") { try store.read(key) }
      #expect(try store.read(key) == nil)
    }
  }

  @Test("D09: bits flipped over the database's first pages never show, and it works again after")
  func flippedPages() throws {
    let folder = try TemporaryFolder()
    let function = StoreFunction.example(tags: ["t"])
    let values = (0..<6).map { index in [UInt8](repeating: UInt8(index), count: 100 * index) }
    do {
      let store = DiskStore(path: folder.path)
      for (index, value) in values.enumerated() {
        try store.write(.example(value), for: function.call(index))
      }
    }
    let database = URL(filePath: "\(folder.path)/entries-1.sqlite")
    let whole = [UInt8](try Data(contentsOf: database))
    // Every byte of the header and of the schema's page in the long run; else one in 29, which is coprime to the pages.
    let isLong = ProcessInfo.processInfo.environment["CACHE_LONG_TESTS"] == "1"
    let offsets =
      Array(0..<100) + Array(stride(from: 100, to: min(whole.count, 3 * 4096), by: isLong ? 1 : 29))
    for offset in offsets {
      var bytes = whole
      bytes[offset] ^= UInt8(1 << (offset % 8))
      try restore(folder, bytes)
      let store = DiskStore(path: folder.path)
      for (index, value) in values.enumerated() {
        #expect(isWhole(store, function.call(index), value), "offset \(offset), entry \(index)")
      }
      _ = try? store.functions()
      let new = function.call(100)
      // What the damage makes impossible is left out once; by then it is found and repaired.
      try? store.write(.example([9]), for: new)
      try store.write(.example([9, 9]), for: new)
      #expect(try store.read(new)?.seen == StoredEntry.example([9, 9]).seen, "offset \(offset)")
    }
  }

  private func restore(_ folder: TemporaryFolder, _ bytes: [UInt8]) throws {
    for name in folder.files where name.hasPrefix("entries-") {
      try FileManager.default.removeItem(atPath: "\(folder.path)/\(name)")
    }
    let path = "\(folder.path)/entries-1.sqlite"
    #expect(
      FileManager.default.createFile(
        atPath: path, contents: Data(bytes), attributes: [.posixPermissions: 0o600]))
  }

  @Test(
    "D08, D09: a database that is garbage, cut, empty, foreign or of another version is replaced",
    arguments: ["garbage", "cut", "empty", "foreign", "version", "folder"])
  func otherDatabase(_ kind: String) throws {
    let folder = try TemporaryFolder()
    let key = StoreFunction.example().call(1)
    try DiskStore(path: folder.path).write(.example([1]), for: key)
    let url = URL(filePath: "\(folder.path)/entries-1.sqlite")
    var bytes = [UInt8](try Data(contentsOf: url))
    switch kind {
    case "garbage": bytes = [UInt8](repeating: 0x41, count: 20_000)
    case "cut": bytes = Array(bytes.prefix(5_000))
    case "empty": bytes = []
    case "foreign": bytes.replaceSubrange(68..<72, with: [1, 2, 3, 4])
    case "version": bytes.replaceSubrange(60..<64, with: [0, 0, 0, 9])
    default: break
    }
    try restore(folder, bytes)
    if kind == "folder" {
      try FileManager.default.removeItem(at: url)
      try FileManager.default.createDirectory(at: url, withIntermediateDirectories: false)
    }
    let store = DiskStore(path: folder.path)
    #expect((try? store.read(key)) == nil)
    guard kind != "folder" else { return }
    try store.write(.example([2]), for: key)
    #expect(try store.read(key)?.seen == StoredEntry.example([2]).seen)
  }

  @Test("D09: a database that goes bad under an open store is replaced, by whichever process sees it first")
  func goesBad() throws {
    let folder = try TemporaryFolder()
    let (one, two) = (DiskStore(path: folder.path), DiskStore(path: folder.path))
    let key = StoreFunction.example().call(1)
    try one.write(.example([1]), for: key)
    #expect(try two.read(key) != nil)
    try restore(folder, [UInt8](repeating: 0x41, count: 20_000))
    #expect(try one.read(key) == nil)
    try one.write(.example([2]), for: key)
    #expect(try two.read(key)?.seen == StoredEntry.example([2]).seen)
    try FileManager.default.removeItem(atPath: folder.path)
    #expect(try two.read(key) == nil)
    try two.write(.example([3]), for: key)
    #expect(try one.read(key)?.seen == StoredEntry.example([3]).seen)
  }

  @Test("D11: nothing that is stored is executed: bytes of any kind decode or do not") func onlyData() throws
  {
    let temporary = try TemporaryDiskStore()
    let tier = try #require(LowerTier<[UInt8]>.example(temporary.store))
    let key = tier.function.call(1)
    var generator = SeededGenerator(seed: 5)
    for _ in 0..<200 {
      let bytes = (0..<Int.random(in: 0...60, using: &generator)).map { _ in
        UInt8.random(in: 0...255, using: &generator)
      }
      let entry = tier.entry(StoredBytes(bytes), nil, limits: StoreLimits(), now: 0)
      try temporary.store.write(entry, for: key)
      _ = StorePlace(tier, temporary.store, key).look()
    }
  }
}

extension LowerTier {
  /// The tier of a function for tests.
  static func example(_ store: any CacheStore) -> LowerTier? {
    LowerTier(
      FunctionIdentity(fileID: "A/F.swift", path: "f", name: "f()", fingerprint: ""), .data,
      CacheOptions(persist: .store(store), version: "1"), types: [], pinnedBy: [])
  }
}
