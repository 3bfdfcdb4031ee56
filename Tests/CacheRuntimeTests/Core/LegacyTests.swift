import Logging
import Synchronization
import Testing

@testable import CacheRuntime

@Suite(.serialized) struct LegacyTests {
  private struct Recorder: LogHandler {
    let lines: Calls
    var metadata: Logger.Metadata = [:]
    var logLevel = Logger.Level.trace
    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
      get { metadata[key] }
      set { metadata[key] = newValue }
    }
    func log(event: LogEvent) { lines.add("\(event.level): \(event.message)") }
  }

  private final class Box { var value = 1 }

  /// What is logged of the function on line `line` of this file.
  private func logged(_ body: () -> Void) -> [String] {
    let lines = Calls()
    CacheLog.use(Logger(label: "test") { _ in Recorder(lines: lines) })
    defer { CacheLog.use(Logger(label: "CacheRuntime")) }
    body()
    return lines.all.filter {
      $0.contains("'cache at CacheRuntimeTests/LegacyTests.swift")
        || $0.contains("'cache at CoreTests/LegacyTests.swift")
    }
  }

  @Test("L01, L02: the same object; a change of it is seen at the next call and said, with two remedies")
  func mutation() {
    let lines = logged {
      let cached = oldCache { Box() }
      let first = cached()
      #expect(cached() === first)
      first.value = 2
      #expect(cached() === first)
    }
    #expect(lines.count == 2)
    #expect(lines.last?.hasPrefix("warning: the return value of 'cache at ") == true)
    #expect(
      lines.last?.hasSuffix(
        "was changed after it was cached, for every caller at once; change a copy of it, or allow it with 'allowOutputMutation: true'"
      ) == true)
  }

  @Test("L01: what a result looked like goes with it, and the next one is not held against it")
  func newDigest() throws {
    let lines = logged {
      let cached = oldCache(maxEntries: 1) { (number: Int) in Box() }
      cached(1).value = 2
      _ = cached(2)
      _ = cached(1)
      _ = cached(1)
      cached.clear(1)
      _ = cached(1)
      _ = cached(1)
    }
    #expect(!lines.contains { $0.contains("was changed") })
  }

  @Test("L01: what 'persist' cannot store is shared in memory, as ever, and the log says so once")
  func unencodable() {
    let store = MemoryStore()
    let lines = logged {
      let cached = oldCache(persist: .store(store), allowOutputMutation: true) { (number: Int) throws in
        [Box()]
      }
      #expect(throws: Never.self) {
        let first = try cached(1)
        #expect(try cached(1).first === first.first)
        _ = try cached(2)
      }
      #expect(cached.statistics.misses == 2 && cached.statistics.entries == 2)
    }
    #expect(lines.filter { $0.contains("kept in memory only") }.count == 1)
  }

  @Test("a long chain of objects is looked at as far as the stack allows, and what guards itself not at all")
  func bounds() {
    let first = Link()
    var last = first
    for _ in 0..<200_000 {
      let next = Link()
      last.next = next
      last = next
    }
    let before = OutputDigest.of(first)
    #expect(OutputDigest.of(first) == before)
    first.next?.number = 5
    #expect(OutputDigest.of(first) != before)
    // Taken apart from the front, lest their `deinit`s nest.
    var link: Link? = first
    while let next = link?.next {
      link?.next = nil
      link = next
    }
    let guarded = Locked()
    let seen = OutputDigest.of([guarded])
    guarded.value.withLock { $0 = 2 }
    #expect(OutputDigest.of([guarded]) == seen)
    #expect(OutputDigest.of([Locked()]) != seen)
    #expect(ObjectLook.guardsItself(Locked.self) && !ObjectLook.guardsItself(Link.self))
    #expect(Weight.estimate(guarded) == Weight.estimate(guarded, isShared: true))
    #expect(Weight.estimate(first, isShared: true) == 8 + 16 + 16)
  }

  private final class Link {
    var next: Link?
    var number = 1
  }

  private final class Locked: Sendable { let value = Mutex(1) }

  @Test("L03: 'allowOutputMutation' silences it") func allowed() {
    let lines = logged {
      let cached = oldCache(allowOutputMutation: true) { Box() }
      cached().value = 2
      _ = cached()
    }
    #expect(lines.count == 1)
  }

  @Test("L09: once per function, which decorator its result calls for") func hint() {
    let lines = logged {
      let cached = oldCache { (number: Int) in "\(number)" }
      _ = (cached(1), cached(2), cached(1))
    }
    #expect(lines.count == 1)
    #expect(
      lines.first?.hasSuffix("should use '@CacheData', as its result of type 'Swift.String' is data") == true)
  }

  @Test("L10: without a row for the type, both are named") func unknown() {
    #expect(
      LegacyAdvice.hint(for: Box.self, function: "f()")
        == "'cache' is deprecated; 'f()' should use '@CacheData' for data or '@CacheResource' for resources")
  }

  @Test("L11, L12: every row of the decision table is found by the type's full name")
  func table() {
    var first: [String: RecommendationTable.Kind] = [:]
    for row in RecommendationTable.rows {
      for type in row.types where first[type] == nil { first[type] = row.kind }
    }
    #expect(first.count > 50)
    for (type, kind) in first {
      #expect(LegacyAdvice.recommendation(forName: type) == kind, "\(type)")
      #expect(LegacyAdvice.recommendation(forName: "Swift.Optional<\(type)>") == kind, "\(type)")
    }
    #expect(LegacyAdvice.recommendation(for: String.self) == .data)
    #expect(LegacyAdvice.recommendation(for: [Double].self) == .data)
  }

  @Test("L16: every option of the legacy cache is there") func options() {
    CacheStores.disk = MemoryStore()
    let cached = oldCache(
      ttl: 60, maxEntries: 10, persist: true, allowOutputMutation: true, suppressStWarning: true,
      hashFuncs: [.hash(Box.self) { $0.value }]
    ) { (box: Box) in box.value }
    #expect(cached(Box()) == 1)
    #expect(cached(Box()) == 1)
    #expect(cached.statistics.hits == 1)
  }

  @Test("L16: asynchronous functions are shared as well") func asynchronous() async {
    let cached = oldCache.asynchronous { (number: Int) async -> Box in Box() }
    #expect(await cached(1) === cached(1))
  }

  @Test("L09: what is returned as 'Any' is advised on by what it is") func hintOfAny() {
    let lines = logged {
      let cached = oldCache { () -> Any in "text" }
      _ = cached()
    }
    #expect(
      lines.first?.hasSuffix("should use '@CacheData', as its result of type 'Swift.String' is data") == true)
  }

  @Test(
    "L04: an element in a 'cache' function warns once per call of it, nested and when it throws too, and comes once"
  )
  func elements() {
    let lines = logged {
      let inner = oldCache { () -> Int in
        Elements.emit(.text, "inner")
        return 1
      }
      let outer = oldCache { () -> Int in
        Elements.emit(.header, "outer")
        return inner()
      }
      let failing = oldCache { () throws -> Int in
        Elements.emit(.error, "failing")
        throw CancellationError()
      }
      let stage = RecordingStage()
      Elements.run(on: stage) { _ = (outer(), outer(), try? failing()) }
      let warning = stage.elements.filter { $0.kind == .warning }.compactMap(\.payload.text)
      #expect(
        stage.elements.filter { $0.kind != .warning }.compactMap(\.payload.text) == [
          "outer", "inner", "failing",
        ])
      // One for the outer's, two for the inner's, which is in both, and one for the failing one's.
      #expect(warning.count == 4)
      #expect(
        warning.first == """
          '\(outer.core.identity.name)' shows an element ('header') and is cached by 'cache', so it is shown only when the \
          function runs; move it to '@CacheData' or '@CacheResource', which show elements again at every call, or silence \
          this with 'suppressStWarning: true'
          """)
    }
    #expect(lines.filter { $0.contains("shows an element") }.count == 4)
  }

  @Test("L04: 'suppressStWarning' silences it, and a widget counts as an element there") func suppressed() {
    let lines = logged {
      let silent = oldCache(suppressStWarning: true) { () -> Int in
        Elements.emit(.text, "a")
        return Widgets.slider("Rows", in: 0...9)
      }
      let loud = oldCache { () -> Int in Widgets.slider("Rows", in: 0...9) }
      let stage = RecordingStage()
      let reader = WidgetValues(["slider:Rows": .integer(3)])
      Elements.run(on: stage, reading: reader) { #expect([silent(), silent()] == [3, 3]) }
      #expect(stage.elements.map(\.kind) == ["text", "slider"])
      Elements.run(on: stage, reading: reader) { #expect([loud(), loud()] == [3, 3]) }
      #expect(stage.elements.map(\.kind) == ["text", "slider", "warning", "slider"])
    }
    #expect(lines.filter { $0.contains("shows an element ('slider')") }.count == 1)
  }

  @Test("L04: a '@CacheData' function within a 'cache' function records for itself, and is shown once")
  func mixed() {
    let data = cacheData { () -> Int in
      Elements.emit(.text, "data")
      return 1
    }
    let legacy = oldCache(suppressStWarning: true) { () -> Int in data() }
    let outer = cacheData { () -> Int in legacy() }
    #expect(textsShown { _ = (outer(), outer()) } == ["data", "data"])
    #expect(textsShown { _ = (legacy(), data()) } == ["data"])
  }
}
