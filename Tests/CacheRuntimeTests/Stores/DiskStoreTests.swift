import Foundation
import Testing

@testable import CacheRuntime

/// The store on disk: where its files lie, whose they are, and what stays within bounds.
@Suite struct DiskStoreTests {
  private static let large = [UInt8](repeating: 7, count: 100_000)

  @Test("D03: a folder of the platform's cache directory, or one that is given") func place() throws {
    let parent = try #require(DiskStore.defaultParent)
    #expect(parent.hasSuffix("/CacheRuntime") && parent.hasPrefix("/"))
    if let cache = ProcessInfo.processInfo.environment["XDG_CACHE_HOME"], cache.hasPrefix("/") {
      #expect(parent == "\(cache)/CacheRuntime")
    }
    #expect(try #require(DiskStore.defaultPath).hasPrefix(parent + "/"))
    let folder = try TemporaryFolder()
    let store = DiskStore(path: "\(folder.path)/a/b")
    #expect(!DiskStore.exists(at: store.path))
    try store.write(.example([1]), for: StoreFunction.example().call(1))
    #expect(DiskStore.exists(at: store.path))
  }

  @Test("D10: folders are 0700 and files 0600") func modes() throws {
    let folder = try TemporaryFolder()
    let store = DiskStore(path: "\(folder.path)/a/b")
    try store.write(.example([1]), for: StoreFunction.example().call(1))
    try store.write(.example(Self.large), for: StoreFunction.example().call(2))
    _ = try store.claim(StoreFunction.example().call(3))
    for name in ["a", "a/b", "a/b/values"] { #expect(try folder.mode(name) == 0o700, "\(name)") }
    #expect(folder.files.count >= 5)
    for name in folder.files { #expect(try folder.mode(name) == 0o600, "\(name)") }
  }

  @Test(
    "D10: a folder that others can write is refused, and so is a link or a file",
    arguments: [0o777, 0o770, 0o702])
  func unsafeFolder(mode: Int) throws {
    let folder = try TemporaryFolder()
    let path = "\(folder.path)/open"
    try FileManager.default.createDirectory(
      atPath: path, withIntermediateDirectories: false)
    try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: path)
    let store = DiskStore(path: path)
    let key = StoreFunction.example().call(1)
    #expect(throws: DiskStoreError.unsafeFolder(path)) { try store.write(.example([1]), for: key) }
    #expect(folder.files == [])
    // It is not looked at again for each call.
    #expect(throws: DiskStoreError.self) { try store.read(key) }

    try FileManager.default.createSymbolicLink(
      atPath: "\(folder.path)/link", withDestinationPath: folder.path)
    #expect(throws: DiskStoreError.notAFolder("\(folder.path)/link")) {
      try DiskStore(path: "\(folder.path)/link").read(key)
    }
    try Data([1]).write(to: URL(filePath: "\(folder.path)/file"))
    #expect(throws: DiskStoreError.notAFolder("\(folder.path)/file")) {
      try DiskStore(path: "\(folder.path)/file").read(key)
    }
  }

  @Test("D10: a function whose folder is refused runs, and lives in memory") func unsafeFolderRuns() throws {
    let folder = try TemporaryFolder()
    try FileManager.default.setAttributes([.posixPermissions: 0o777], ofItemAtPath: folder.path)
    let cache = NumberCache(.data, CacheOptions(persist: .store(DiskStore(path: folder.path))))
    #expect(cache(1) == 10 && cache(1) == 10 && cache.computed == [1])
    #expect(cache.core.statistics.storeFailures > 0)
  }

  @Test("X10, X11: clearing takes the store's own files, and no others") func foreignFiles() throws {
    let folder = try TemporaryFolder()
    let store = DiskStore(path: folder.path)
    let (mine, other) = (StoreFunction.example("mine()"), StoreFunction.example("other()"))
    for function in [mine, other] {
      try store.write(.example([1]), for: function.call(1))
      try store.write(.example(Self.large), for: function.call(2))
    }
    let digest = StoreDigest(of: "x".utf8).description
    let foreign = [
      "notes.txt", "entries-x.sqlite", "entries-01.sqlite", "values/picture.png", "values/\(digest).value",
      "values/\(digest)-12.value", "values/\(digest)-0123456789abcdeg.value", "values/sub/a.value",
    ]
    try FileManager.default.createDirectory(
      atPath: "\(folder.path)/values/sub", withIntermediateDirectories: true)
    for name in foreign { try Data("mine".utf8).write(to: URL(filePath: "\(folder.path)/\(name)")) }
    func values() -> Int {
      folder.files.filter { $0.hasPrefix("values/") && !foreign.contains($0) }.count
    }
    #expect(values() == 2)
    try store.remove(.function(mine))
    #expect(values() == 1)
    #expect(try store.read(other.call(1)) != nil && store.read(other.call(2)) != nil)
    try store.remove(.everything)
    #expect(values() == 0)
    #expect(foreign.filter { folder.files.contains($0) } == foreign)
    // Nothing is there to be cleared, and nothing is made.
    try DiskStore(path: folder.path).remove(.everything)
    #expect(try store.functions().isEmpty)
  }

  @Test("what is replaced, expires or is taken out leaves no file") func files() throws {
    let clock = ManualCacheClock()
    let temporary = try TemporaryDiskStore(clock: clock)
    let store = temporary.store
    let key = StoreFunction.example().call(1)
    func values() -> Int { temporary.folder.files.filter { $0.hasSuffix(".value") }.count }
    try store.write(.example(Self.large), for: key)
    try store.write(.example(Self.large + [1]), for: key)
    #expect(values() == 1)
    try store.write(.example([1]), for: key)
    #expect(values() == 0)
    try store.write(.example(Self.large, expires: 1_000), for: key)
    #expect(values() == 1)
    clock.advance(by: .seconds(1))
    try store.write(.example([1]), for: StoreFunction.example().call(2))
    #expect(values() == 0)
    try store.write(.example(Self.large), for: key)
    try store.remove(.call(key))
    #expect(values() == 0)
  }

  @Test("M07: maxBytes of the whole store holds over all functions") func maxBytes() throws {
    let temporary = try TemporaryDiskStore(maxBytes: 250_000)
    for index in 0..<6 {
      let function = StoreFunction.example("f\(index % 3)()")
      try temporary.store.write(.example(Self.large, created: Int64(index)), for: function.call(index))
    }
    #expect(try temporary.store.functions().map(\.bytes).reduce(0, +) <= 250_000)
    #expect(try temporary.store.functions().map(\.entries).reduce(0, +) == 2)
    #expect(temporary.folder.files.filter { $0.hasSuffix(".value") }.count == 2)
  }

  @Test("several stores in one folder see one another's entries") func severalStores() throws {
    let folder = try TemporaryFolder()
    let (one, two) = (DiskStore(path: folder.path), DiskStore(path: folder.path))
    let function = StoreFunction.example()
    try one.write(.example([1]), for: function.call(1))
    #expect(try two.read(function.call(1))?.seen == StoredEntry.example([1]).seen)
    try two.remove(.function(function))
    #expect(try one.read(function.call(1)) == nil)
  }

  @Test("arrays go to a file and come back without a detour, alone and inside of other values") func pieces()
    throws
  {
    struct Table: Codable, Equatable {
      var columns: [[Double]], names: [String], flags: [UInt8], empty: [Int]
    }
    let folder = try TemporaryFolder()
    func make() -> CachedClosure<Table, Never, Int> {
      cacheData(persist: .store(DiskStore(path: folder.path)), showSpinner: false, version: "1") {
        (count: Int) -> Table in
        Table(
          columns: (0..<4).map { column in (0..<count).map { Double($0 * column) } }, names: ["a", "é"],
          flags: [UInt8](repeating: 3, count: count), empty: [])
      }
    }
    let (first, second) = (make(), make())
    for count in [3, 8_191, 8_192, 70_000] {
      #expect(first(count) == second(count))
    }
    #expect(second.statistics.storeHits == 4 && second.statistics.misses == 0)
    #expect(folder.files.contains { $0.hasSuffix(".value") })
  }
}
