import Testing

@testable import CacheRuntime

/// What earlier builds and versions have left goes in the end.
@Suite struct DiskGenerationTests {
  private static let large = [UInt8](repeating: 7, count: 100_000)
  private static let day = CacheDuration.days(1)

  /// A function as one build or version has it, with a key that no other finds.
  private static func call(_ name: String, _ generation: String, _ argument: Int = 1) -> StoreKey {
    let function = StoreFunction(
      digest: StoreDigest(of: name.utf8), generation: StoreDigest(of: "\(name) \(generation)".utf8),
      module: "App", name: name, kind: .data)
    return StoreKey(function: function, digest: StoreDigest(of: "\(name) \(generation) \(argument)".utf8))
  }

  @Test("what a build has left goes a week after another took its place, with its files, and no other")
  func superseded() throws {
    let clock = ManualCacheClock()
    let temporary = try TemporaryDiskStore(clock: clock)
    let (store, folder) = (temporary.store, temporary.folder)
    let (old, new, other) = (Self.call("f()", "1"), Self.call("f()", "2"), Self.call("g()", "1"))
    for key in [old, other] { try store.write(.example(Self.large), for: key) }
    clock.advance(by: .days(2))
    try store.write(.example(Self.large), for: new)
    clock.advance(by: .days(4))
    try store.write(.example([1]), for: Self.call("f()", "2", 2))
    #expect(try store.contains(old), "six days after its last use")
    clock.advance(by: .days(2))
    try store.write(.example([1]), for: Self.call("f()", "2", 3))
    #expect(try !store.contains(old))
    #expect(try store.contains(new) && store.contains(other))
    #expect(folder.files.filter { $0.hasSuffix(".value") }.count == 2)
    #expect(try store.functions().map(\.entries) == [3, 1])
  }

  @Test("two builds that serve side by side keep what they have, by reading alone") func sideBySide() throws {
    let clock = ManualCacheClock()
    let temporary = try TemporaryDiskStore(clock: clock)
    let (blue, green) = (Self.call("f()", "blue"), Self.call("f()", "green"))
    for key in [blue, green] { try temporary.store.write(.example([1]), for: key) }
    for _ in 0..<60 {
      clock.advance(by: .days(2))
      // Each as a process of its own that has noted nothing yet, and as one that goes on.
      for store in [temporary.store, DiskStore(path: temporary.store.path, clock: clock)] {
        for key in [blue, green] { #expect(try store.read(key) != nil) }
      }
    }
  }

  @Test("what nobody uses goes after ninety days, when anything else is used") func unused() throws {
    let clock = ManualCacheClock()
    let temporary = try TemporaryDiskStore(clock: clock)
    let (rare, often) = (Self.call("rare()", "1"), Self.call("often()", "1"))
    for key in [rare, often] { try temporary.store.write(.example([1]), for: key) }
    clock.advance(by: .days(90))
    #expect(try temporary.store.read(often) != nil)
    #expect(try temporary.store.contains(rare))
    clock.advance(by: .days(2))
    #expect(try temporary.store.read(often) != nil)
    #expect(try !temporary.store.contains(rare) && temporary.store.contains(often))
  }

  @Test("a clock that was wrong for a while keeps nothing for ever, and takes nothing that is in use")
  func clockJumps() throws {
    let clock = ManualCacheClock()
    let temporary = try TemporaryDiskStore(clock: clock)
    let ahead = ManualCacheClock()
    ahead.advance(by: .days(40_000))
    let (old, new) = (Self.call("f()", "1"), Self.call("f()", "2"))
    try DiskStore(path: temporary.store.path, clock: ahead).write(.example([1]), for: old)
    // Back in the present, its use is a use of today.
    #expect(try temporary.store.read(old) != nil)
    clock.advance(by: .days(1))
    try temporary.store.write(.example([1]), for: new)
    #expect(try temporary.store.contains(old))
    clock.advance(by: .days(9))
    #expect(try temporary.store.read(new) != nil)
    #expect(try !temporary.store.contains(old))
  }

  @Test("a function's builds are told apart by their sources, its versions by their names") func tiers()
    throws
  {
    func tier(_ fingerprint: String, _ version: String) throws -> StoreFunction {
      try #require(
        LowerTier<Int>(
          FunctionIdentity(fileID: "A/F.swift", path: "f", name: "f()", fingerprint: fingerprint), .data,
          CacheOptions(persist: .disk, version: version), types: [], pinnedBy: [])
      ).function
    }
    let all = [try tier("a", ""), try tier("b", ""), try tier("a", "1"), try tier("a", "2")]
    #expect(Set(all.map(\.digest)).count == 1)
    #expect(Set(all.map(\.generation)).count == 4)
    #expect(try tier("a", "1").generation == all[2].generation)
  }
}
