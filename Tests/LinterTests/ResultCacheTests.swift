import CacheRuntime
import Foundation
import Linter
import Rules
import SeededRandom
import Synchronization
import Testing

/// What comes from the cache is what a run without it finds.
struct ResultCacheTests {
  private func request(
    _ tree: TemporaryTree, _ store: (any CacheStore)?, build: String = "1",
    configuration: Configuration? = nil
  ) throws -> LintRequest {
    var request = LintRequest(
      paths: ["."], workingDirectory: tree.path,
      configuration: try configuration ?? Configuration.shipped(), workers: 2)
    // Each run has memory of its own, as each process has.
    request.cache = store.map { ResultCache(store: $0, build: build) }
    return request
  }

  private func report(_ tree: TemporaryTree, _ store: (any CacheStore)?, build: String = "1") throws -> String
  {
    JSONReport.text(Pipeline(try request(tree, store, build: build)).lint())
  }

  @Test(arguments: 0..<8 as Range<UInt64>) func cachedEqualsFresh(seed: UInt64) throws {
    var files = GeneratedProject(seed: seed).files
    let others = Array(GeneratedProject(seed: seed &+ 500).files).sorted { $0.key < $1.key }
    let tree = try TemporaryTree(files)
    let store = CountingStore()
    var random = SeededGenerator(seed: seed)
    for step in 0..<6 {
      #expect(try report(tree, store) == report(tree, nil), "seed \(seed), step \(step)")
      let names = files.keys.sorted()
      guard let name = names.randomElement(using: &random), let other = others.randomElement(using: &random)
      else {
        continue
      }
      switch Int.random(in: 0..<4, using: &random) {
      case 0: files[name] = other.value
      case 1: files[other.key.replacing("/F", with: "/G")] = other.value
      case 2: files[name] = "\n" + (files[name] ?? "")
      default:
        files[name] = nil
        try FileManager.default.removeItem(at: tree.url(name))
      }
      for (name, text) in files { try tree.write(text, to: name) }
    }
  }

  @Test func nothingIsComputedTwice() throws {
    let tree = try TemporaryTree(GeneratedProject(seed: 3).files)
    try tree.write("import CacheRuntime\n@cache func f() -> Int { 1 }\n", to: "Sources/App/Use.swift")
    let store = CountingStore()
    let first = try report(tree, store)
    let written = store.writes
    #expect(written > 1)
    #expect(try report(tree, store) == first)
    #expect(store.writes == written)
    // One changed file is one parsed file and one run.
    try tree.write("import CacheRuntime\n@cache func g() -> Int { 1 }\n", to: "Sources/App/Use.swift")
    _ = try report(tree, store)
    #expect(store.writes == written + 2)
  }

  @Test func anotherBuildOrOtherRulesCountForNothing() throws {
    let tree = try TemporaryTree(["A.swift": "import CacheRuntime\n@cache func f() -> Odd { x }\n"])
    let store = CountingStore()
    _ = try report(tree, store)
    let written = store.writes
    _ = try report(tree, store, build: "2")
    #expect(store.writes == written * 2)
    var configuration = try Configuration.shipped()
    configuration.severities["legacy-cache"] = .error
    let text = JSONReport.text(Pipeline(try request(tree, store, configuration: configuration)).lint())
    #expect(text.contains("\"severity\": \"error\""))
  }

  @Test func fixHitsWhatLintHasFound() throws {
    let files = GeneratedProject(seed: 5).files
    let tree = try TemporaryTree(files)
    let store = CountingStore()
    _ = try report(tree, store)
    let written = store.writes
    let cached = Pipeline(try request(tree, store)).fix(includingUnsafe: true)
    let fresh = Pipeline(try request(tree, nil)).fix(includingUnsafe: true)
    #expect(JSONReport.text(cached) == JSONReport.text(fresh))
    #expect(cached.changes.flatMap(\.diff) == fresh.changes.flatMap(\.diff))
    #expect(store.writes == written)
  }

  @Test func twoRunsAtOnceAgree() async throws {
    let tree = try TemporaryTree(GeneratedProject(seed: 7).files)
    let store = CountingStore()
    let fresh = try report(tree, nil)
    let reports = try await withThrowingTaskGroup(of: String.self) { group in
      for _ in 0..<4 { group.addTask { try report(tree, store) } }
      return try await group.reduce(into: []) { $0.append($1) }
    }
    #expect(reports == Array(repeating: fresh, count: 4))
  }

  /// A store that fails is no store.
  @Test func aBrokenStoreChangesNothing() throws {
    let tree = try TemporaryTree(GeneratedProject(seed: 9).files)
    #expect(try report(tree, BrokenStore()) == report(tree, nil))
  }
}

/// Memory that outlives a run, and how often it was written to.
/// Clears of other functions, in tests that run at the same time, reach it too and must take nothing.
final class CountingStore: CacheStore {
  private let kept = MemoryStore()
  private let count = Atomic<Int>(0)

  var mayBlock: Bool { false }
  var writes: Int { count.load(ordering: .relaxed) }

  func read(_ key: StoreKey) throws -> StoredEntry? { try kept.read(key) }

  func write(_ entry: StoredEntry, for key: StoreKey) throws {
    count.wrappingAdd(1, ordering: .relaxed)
    try kept.write(entry, for: key)
  }

  func remove(_ selection: StoreSelection) throws { try kept.remove(selection) }
}

private final class BrokenStore: CacheStore {
  private struct Broken: Error {}

  func read(_ key: StoreKey) throws -> StoredEntry? { throw Broken() }
  func write(_ entry: StoredEntry, for key: StoreKey) throws { throw Broken() }
  func remove(_ selection: StoreSelection) throws { throw Broken() }
}
