#if Macros
import Metrics
import MetricsTestKit
import Synchronization
import Testing

@testable import CacheRuntime

/// What ran, by function.
private let ran = Mutex<[String: Int]>([:])
private func note(_ function: String) { ran.withLock { $0[function, default: 0] += 1 } }
private func count(_ function: String) -> Int { ran.withLock { $0[function] ?? 0 } }

private struct Database: Sendable { let rows: Int }

@CacheData private func rows(_ limit: Int, from _database: Database) -> Int {
  note("rows")
  return min(limit, _database.rows)
}

@CacheData private func primed(_ number: Int) -> String { "Int \(number)" }

@CacheData private func describe(_ number: Int) -> String {
  note("describe Int")
  return "Int \(number)"
}

@CacheData(handle: false) private func describe(_ number: Double) -> String {
  note("describe Double")
  return "Double \(number)"
}

@CacheData(handle: false) private func describe(text: String) -> String { "String \(text)" }

@CacheData private func size<T>(of _: T.Type) -> Int {
  note("size")
  return MemoryLayout<T>.size
}

@CacheData private func make<T: Hashable>(_ value: T) -> [T] {
  note("make")
  return [value]
}

private struct Box<Element: Hashable>: Hashable {
  var element: Element
  @CacheData func name(_ suffix: String) -> String {
    note("Box.name")
    return "\(Element.self) \(element) \(suffix)"
  }
  @CacheData static func kind() -> String { "\(Element.self)" }
}

private protocol Named: Hashable { var name: String { get } }
extension Named {
  @CacheData func greeting(_ word: String) -> String {
    note("greeting")
    return "\(word) \(name)"
  }
}
private struct Cat: Named { let name: String }
private struct Dog: Named { let name: String }

private class Shape: Hashable, @unchecked Sendable {
  let sides: Int
  init(_ sides: Int) { self.sides = sides }
  static func == (lhs: Shape, rhs: Shape) -> Bool { lhs.sides == rhs.sides }
  func hash(into hasher: inout Hasher) { hasher.combine(sides) }
  var title: String { "shape" }
  @CacheData func text(_ prefix: String) -> String { "\(prefix) \(title) \(sides)" }
}
private final class Square: Shape, @unchecked Sendable { override var title: String { "square" } }

private struct Shop: Hashable {
  var name: String
  @CacheData func turnover(in year: Int) -> Int {
    note("turnover")
    return year
  }
}

@CacheData private func packed<each T: Hashable>(_ values: repeat each T) -> Int {
  note("packed")
  var count = 0
  for _ in repeat each values { count += 1 }
  return count
}

@CacheData private func variadic(_ numbers: Int...) -> Int {
  note("variadic")
  return numbers.reduce(0, +)
}

@MainActor @CacheData private func onMain(_ number: Int) async -> Int {
  note("onMain")
  return number + 1
}

@CacheData(
  ttl: 60, idle: 30, maxEntries: 10, weigher: { (value: String) in value.count }, eviction: .lru,
  validate: { (value: String) in !value.isEmpty }, onRelease: { (_: String) in }, scope: .global,
  version: "2",
  dependsOn: [priceTable], storeIf: { (value: String) in value != "no" })
private func full(_ text: String) -> String {
  note("full")
  return text
}

private let priceTable = CacheTag()

@CacheResource private func shared() -> Calls { Calls() }

@Suite struct MacroConformanceTests {
  @Test("K06, Z05: an excluded argument does not count") func excluded() {
    #expect(rows(3, from: Database(rows: 2)) == 2)
    #expect(rows(3, from: Database(rows: 9)) == 2)
    #expect(rows(4, from: Database(rows: 9)) == 4)
    #expect(count("rows") == 2)
  }

  @Test("K05, K10, Z01: overloads are functions of their own") func overloads() {
    #expect(
      [describe(1), describe(1), describe(1.0), describe(text: "1")] == [
        "Int 1", "Int 1", "Double 1.0", "String 1",
      ])
    #expect(count("describe Int") == 1 && count("describe Double") == 1)
    #expect(FunctionIdentity(fileID: "App/F.swift", path: "f", name: "f()", fingerprint: "").module == "App")
  }

  @Test("K17: generic arguments are part of the key") func generics() {
    #expect([size(of: Int8.self), size(of: Int16.self), size(of: Int8.self)] == [1, 2, 1])
    #expect(count("size") == 2)
    #expect(make(1) == [1] && make(1.0) == [1.0] && make("1") == ["1"] && make(Double.nan).count == 1)
    #expect(make(Double.nan).count == 1 && make(UInt8(1)) == [1])
    #expect(count("make") == 5)
    #expect(Box(element: 1).name("x") == "Int 1 x" && Box(element: "1").name("x") == "String 1 x")
    #expect(Box<Int>.kind() == "Int" && Box<String>.kind() == "String")
    #expect($make.statistics.entries == 5)
    $make.clear()
    #expect($make.statistics.entries == 0)
  }

  @Test("C07, K17: methods of protocol extensions and of subclasses") func methods() {
    #expect(Cat(name: "A").greeting("Hi") == "Hi A" && Dog(name: "A").greeting("Hi") == "Hi A")
    #expect(count("greeting") == 2)
    #expect(Shape(4).text("a") == "a shape 4" && Square(4).text("a") == "a square 4")
  }

  @Test("X04, X05: clearing through an instance, one call and all of the method") func instanceHandles() {
    let (north, south) = (Shop(name: "N"), Shop(name: "S"))
    _ = (north.turnover(in: 1), north.turnover(in: 2), south.turnover(in: 1))
    north.$turnover.clear(1)
    #expect(!north.$turnover.contains(1) && north.$turnover.contains(2) && south.$turnover.contains(1))
    south.$turnover.clear()
    #expect(!north.$turnover.contains(2) && Shop.$turnover.statistics.entries == 0)
  }

  @Test("H09: parameter packs and variadic arguments") func packs() {
    #expect(packed(1, "a") == 2 && packed(1, "a") == 2 && packed("1", "a") == 2 && packed(1) == 1)
    #expect(count("packed") == 3)
    #expect(variadic(1, 2) == 3 && variadic(1, 2) == 3 && variadic(2, 1) == 3)
    #expect(count("variadic") == 2)
  }

  @Test("P11: a function of the main actor") func mainActor() async {
    #expect(await onMain(1) == 2)
    #expect(await onMain(1) == 2)
    #expect(count("onMain") == 1)
  }

  @Test("L16: every option of '@CacheData' at once") func options() {
    #expect([full("a"), full("a"), full("no"), full("no")] == ["a", "a", "no", "no"])
    #expect(count("full") == 3)
    priceTable.clear()
    #expect(!$full.contains("a"))
  }

  @Test("Z02, Z03: results are shared by all, and each caller of data has its own") func sharing() async {
    let (first, second) = await (Task { shared() }.value, Task { shared() }.value)
    #expect(first === second)
    var mine = make("own")
    mine.removeAll()
    #expect(make("own") == ["own"])
  }

  @Test("the handle: contains, prime, explain, uncached") func handle() throws {
    try $primed.prime("primed", for: 77)
    #expect($primed.contains(77) && primed(77) == "primed")
    #expect($primed.uncached { primed(77) } == "Int 77")
    #expect(primed(77) == "primed")
    if case .hit = $primed.explain(77).outcome {} else { Issue.record("\($primed.explain(77))") }
  }

  @Test("K01: a function is known by its module and file, its path, its name and its source") func identity()
  {
    let registry = CacheRegistry()
    func core(_ file: String, _ path: String, _ name: String, _ source: String) -> FunctionCore {
      registry.core(
        FunctionIdentity(fileID: file, path: path, name: name, fingerprint: source), kind: .data, types: [],
        options: { CacheOptions<Int>() }, StrictArgument<Int>.self)
    }
    let first = core("App/F.swift", "f", "f()", "1")
    #expect(core("App/F.swift", "f", "f()", "1") === first)
    let others = [
      core("Other/F.swift", "f", "f()", "1"), core("App/G.swift", "f", "f()", "1"),
      core("App/F.swift", "Type.f", "f()", "1"), core("App/F.swift", "f", "f(_:)", "1"),
      core("App/F.swift", "f", "f()", "2"),
    ]
    #expect(Set((others + [first]).map { ObjectIdentifier($0) }).count == 6)
  }

  @Test("X01: all caches of a kind are cleared together, others are not") func clearAll() {
    let registry = CacheRegistry()
    func core(_ name: String, _ kind: CacheKind) -> KeyedCore<StrictArgument<Int>, Int> {
      registry.core(
        FunctionIdentity(fileID: "App/F.swift", path: name, name: name, fingerprint: ""), kind: kind,
        types: [],
        options: { CacheOptions<Int>() }, StrictArgument<Int>.self)
    }
    let (one, two, resource) = (core("one", .data), core("two", .data), core("three", .resource))
    for core in [one, two, resource] { _ = core.call(StrictArgument(1)) { 1 } }
    #expect(core("one", .data) === one)
    registry.clearAll(.data)
    #expect([one, two, resource].map { $0.contains(StrictArgument(1)) } == [false, false, true])
  }

  @Test("G03: numbers reach swift-metrics") func metrics() throws {
    let recorder = TestMetrics()
    let identity = FunctionIdentity(fileID: "App/F.swift", path: "f", name: "f(_:)", fingerprint: "")
    let metrics = CacheMetrics(identity, .data, factory: recorder)
    var statistics = CacheStatistics()
    statistics.hits = 2
    metrics.missed(nanoseconds: 1_000)
    metrics.report(statistics)
    statistics.hits = 5
    statistics.removals = [.expired: 3]
    metrics.missed(nanoseconds: 1_000)
    metrics.report(statistics)
    metrics.report(statistics)
    let dimensions = [("function", "App.f(_:)"), ("kind", "data")]
    #expect(try recorder.expectCounter("cache_lookups", dimensions + [("result", "miss")]).totalValue == 2)
    #expect(try recorder.expectCounter("cache_lookups", dimensions + [("result", "hit")]).totalValue == 5)
    #expect(try recorder.expectCounter("cache_removals", dimensions + [("cause", "expired")]).totalValue == 3)
    #expect(try recorder.expectTimer("cache_compute_duration", dimensions).values == [1_000, 1_000])
  }
}
#endif
