import Foundation
import Testing

@testable import CacheRuntime

/// Keys as they are outside of the process.
@Suite struct CanonicalKeyTests {
  private static func digest(_ value: Any) -> StoreDigest? {
    var hasher = CacheHasher()
    hasher.combine(any: value)
    return hasher.fault == nil ? hasher.digest() : nil
  }

  struct Query: Codable, Hashable {
    var name: String
    var tags: Set<String> = []
    var limit: Int?
  }
  enum Kind: Codable, Hashable { case all, some(Int), named(name: String) }
  struct Region: CacheHashable, Hashable {
    var code: String
    var note = ""
    func cacheHash(into hasher: inout CacheHasher) { hasher.combine(code) }
  }
  enum Level: String, CacheHashable { case low, high }
  struct OnlyHashable: Hashable { var a = 1 }
  struct Holder: Codable, Hashable { var level: Int, region: Pair }
  struct Pair: Codable, Hashable, CacheHashable {
    var a: Int, b: Int
    func cacheHash(into hasher: inout CacheHasher) { hasher.combine(a) }
  }

  @Test("K11: values that a function can tell apart have different digests") func injective() throws {
    let values: [Any] = [
      1, 2, Int8(1), Int16(1), Int32(1), Int64(1), UInt(1), UInt8(1), 1.0, Float(1), true, false, "1", "",
      "é",
      "e\u{301}", Character("1"), Substring("1"), [1], [1, 2], [2, 1], [[1], [2]], [[1, 2]], [[], [1, 2]],
      Set([1]), Set([1, 2]), [1: 2], [2: 1], ["a": 1], ContiguousArray([1]), [1][...], 0.0, -0.0, Double.nan,
      Double.infinity, Int?.none as Any, Int?.some(1) as Any, Int??.some(nil) as Any, Int??.some(1) as Any,
      String?.none as Any, [Int?.none], [Int]() as Any, [String]() as Any, [Int?]() as Any,
      Date(timeIntervalSince1970: 1), UUID(), try #require(URL(string: "a")), try #require(URL(string: "b")),
      Data([1]), Data(), [UInt8]([1]), Decimal(1), try #require(TimeZone(identifier: "Europe/Paris")),
      Locale(identifier: "en"), Calendar(identifier: .gregorian), Calendar(identifier: .buddhist),
      DateComponents(year: 1), DateComponents(month: 1), IndexPath(index: 1), IndexPath(indexes: [1, 2]),
      CharacterSet(charactersIn: "a"), CharacterSet(charactersIn: "b"),
      Measurement(value: 1, unit: UnitLength.meters), Measurement(value: 1, unit: UnitLength.miles),
      1..<2, 1...2, Query(name: "a"), Query(name: "b"), Query(name: "a", limit: 1), Kind.all, Kind.some(1),
      Kind.named(name: "a"), Region(code: "a"), Region(code: "b"), Level.low, Level.high, [Query(name: "a")],
      [Region(code: "a")], Int.self, String.self, ["a", "b"], ["ab"], ["", "ab"], "a\0b",
      [String](repeating: "", count: 2), [Double.nan], [1.0], [Float(1)],
    ]
    let digests = values.map { Self.digest($0) }
    for (value, digest) in zip(values, digests) { #expect(digest != nil, "\(value)") }
    let groups = Dictionary(grouping: zip(values, digests)) { $0.1 }
    for group in groups.values where group.count > 1 {
      Issue.record("one digest: \(group.map { "\($0.0)" })")
    }
  }

  @Test("equal values have one digest, however they came about") func equal() {
    let forward = Set((0..<50).map(String.init))
    var backward: Set<String> = []
    backward.reserveCapacity(1_000)
    for number in (0..<50).reversed() { backward.insert("\(number)") }
    #expect(Self.digest(forward) == Self.digest(backward))
    #expect(Self.digest(Query(name: "a", tags: forward)) == Self.digest(Query(name: "a", tags: backward)))
    #expect(Self.digest([Double.nan]) == Self.digest([Double.nan]))
    #expect(Self.digest(Double.nan) == Self.digest(-Double.nan))
    #expect(Self.digest(Decimal(string: "1.50") as Any) == Self.digest(Decimal(string: "1.5") as Any))
    #expect(Self.digest(Region(code: "a", note: "x")) == Self.digest(Region(code: "a", note: "y")))
    #expect(Self.digest(AnyHashable(1)) == Self.digest(1))
  }

  @Test("what is CacheHashable counts as such inside of what is coded") func nested() {
    let one = Holder(level: 1, region: Pair(a: 1, b: 1))
    #expect(Self.digest(one) == Self.digest(Holder(level: 1, region: Pair(a: 1, b: 2))))
    #expect(Self.digest(one) != Self.digest(Holder(level: 1, region: Pair(a: 2, b: 1))))
  }

  @Test("what is hashable only makes no key") func refused() {
    for value in [OnlyHashable() as Any, [OnlyHashable()], AnyHashable(OnlyHashable()), [1: OnlyHashable()]] {
      #expect(Self.digest(value) == nil)
    }
    var hasher = CacheHasher()
    hasher.combine([AnyHashable(1), AnyHashable(OnlyHashable())])
    #expect(hasher.fault != nil)
  }

  @Test("large arrays are taken in whole") func large() {
    var numbers = [Double](repeating: 1, count: 100_000)
    let first = Self.digest(numbers)
    for index in [0, 50_000, 99_999] {
      numbers[index] = 2
      #expect(Self.digest(numbers) != first)
      numbers[index] = 1
    }
    #expect(Self.digest(numbers) == first)
  }

  @Test("a private type counts where the function's own types name it, and nowhere else") func privateTypes()
  {
    struct Local: Codable, Hashable { var a = 1 }
    var strict = CacheHasher()
    strict.combine(any: Local())
    #expect(strict.fault != nil)
    var pinned = CacheHasher(names: StableTypeNames(pinnedBy: [[Local].self]))
    pinned.combine(any: Local())
    #expect(pinned.fault == nil)
  }

  @Test("a call without a stable key is refused where the function may throw, and kept in memory elsewhere")
  func unstable() throws {
    let store = MemoryStore()
    let throwing = cacheData(persist: .store(store), version: "1") { (value: AnyHashable) throws -> Int in 1 }
    #expect(throws: UnstableKeyError.self) { try throwing(AnyHashable(OnlyHashable())) }
    #expect(try throwing(AnyHashable(1)) == 1)
    let calls = Calls()
    let other = cacheData(persist: .store(store), version: "1") { (value: AnyHashable) -> Int in
      calls.add("")
      return 2
    }
    #expect(other(AnyHashable(OnlyHashable())) == 2 && other(AnyHashable(OnlyHashable())) == 2)
    #expect(calls.count == 1)
    let hashed = cacheData(
      persist: .store(store), hashFuncs: [.hash(OnlyHashable.self) { $0.a }], version: "1"
    ) { (value: OnlyHashable) throws -> Int in 3 }
    #expect(try hashed(OnlyHashable()) == 3)
    #expect(try store.functions().map(\.entries) == [1, 1])
  }

  @Test("K04: version and source tell functions apart, and another build where no version is named")
  func codeIdentity() throws {
    func key(_ fingerprint: String, _ version: String) throws -> StoreKey {
      let core = KeyedCore<StrictArgument<Int>, Int>(
        identity: FunctionIdentity(fileID: "A/F.swift", path: "f", name: "f()", fingerprint: fingerprint),
        kind: .data, options: CacheOptions(persist: .store(MemoryStore()), version: version))
      return try #require(try core.tier?.key(for: StrictArgument(1)))
    }
    let keys = try [key("1", ""), key("2", ""), key("1", "1"), key("1", "2")]
    #expect(Set(keys.map(\.digest)).count == 4)
    #expect(Set(keys.map(\.function.digest)).count == 1)
    #expect(try key("1", "") == keys[0])
    let folder = try TemporaryFolder()
    try Data([1]).write(to: URL(filePath: "\(folder.path)/a"))
    try Data([2]).write(to: URL(filePath: "\(folder.path)/b"))
    #expect(
      BuildIdentity.digest(ofFileAt: "\(folder.path)/a") != BuildIdentity.digest(ofFileAt: "\(folder.path)/b")
    )
    #expect(BuildIdentity.digest(ofFileAt: "\(folder.path)/c") == nil)
    let noted = LinkerNote.buildIdentity(ofFileAt: BuildIdentity.executablePath).map(StoreDigest.init(of:))
    #expect((noted ?? BuildIdentity.digest(ofFileAt: BuildIdentity.executablePath)) == BuildIdentity.current)
  }

  @Test("K11: keys are the same in every process, whatever its hash seed") func processes() throws {
    let runs = try (0..<3).map { _ in try CacheWorker("keys") }.map { try $0.end() }
    #expect(runs[0].status == 0 && runs[0].output.count == 23)
    #expect(!runs[0].output.contains { $0.hasSuffix("none") })
    #expect(runs[1] == runs[0] && runs[2] == runs[0])
    let fixed = try CacheWorker("keys", environment: ["SWIFT_DETERMINISTIC_HASHING": "1"]).end()
    #expect(fixed == runs[0])
    #expect(Set(runs[0].output.map { $0.split(separator: " ").last }).count == 23)
  }
}
