#if Macros
import CacheRuntime
import Testing

nonisolated(unsafe) private var calls: [String] = []

@CacheData(ttl: .hours(1), maxEntries: 100)
private func square(of side: Double, _ _note: String) -> Double {
  calls.append("square \(side)")
  return side * side
}

@CacheData
private func rides(in region: String, limit: Int = 3) async throws -> [String] {
  calls.append("rides \(region)")
  return Array(repeating: region, count: limit)
}

final class Model: Sendable {}

@CacheResource
private func model() -> Model { Model() }

/// Called through a requirement, of which the compiler does not say that what fulfils it is deprecated.
private protocol Old {
  static func old(_ x: Int) throws -> [Int]
}

private enum Deprecated: Old {
  @available(*, deprecated)
  @cache(persist: true, allowOutputMutation: true, suppressStWarning: true)
  static func old(_ x: Int) throws -> [Int] {
    calls.append("old \(x)")
    return [x]
  }
}

private struct Shop: Hashable {
  var name: String
  @CacheData(ttl: 60, showSpinner: "Selling")
  func sell(_ count: Int) -> String {
    calls.append("sell \(name)")
    return "\(name) sold \(count)"
  }
  @CacheData static func open(at hour: Int) -> Bool { hour > 8 }
}

private actor Counter {
  var base = 5
  @CacheData func plus(_ x: Int) async -> Int { base + x }
}

extension Shop {
  @CacheData func buy(_ count: Int) -> String { "\(name) bought \(count)" }
}

@CacheData private func generic<T: Hashable>(_ x: T) -> String {
  calls.append("generic \(x)")
  return "\(T.self) \(x)"
}

@CacheData private func opaque(_ x: some Hashable & Sendable) -> some Sequence<Int> { [1, 2, 3] }

private class Point { let x = 1 }

@CacheData(hashFuncs: [.hash(Point.self) { $0.x }])
private func hashed(_ points: [Point], y: Int) -> Int {
  calls.append("hashed")
  return points.count + y
}

@CacheData
private func unhashable(obj: Point, multiplier: Int) throws -> Int { obj.x * multiplier }

@Suite(.serialized) struct MacroSmokeTests {
  init() {
    calls = []
    CacheStores.disk = MemoryStore()
  }

  @Test func globalFunction() {
    #expect(square(of: 2, "a") == 4)
    #expect(square(of: 2, "b") == 4)
    #expect(calls == ["square 2.0"])
    $square.clear(2)
    #expect(!$square.contains(2))
    #expect(square(of: 2, "b") == 4)
    #expect(calls.count == 2)
    $square.clear()
  }

  @Test func asynchronous() async throws {
    #expect(try await rides(in: "Jura") == ["Jura", "Jura", "Jura"])
    #expect(try await rides(in: "Jura", limit: 3).count == 3)
    #expect(calls == ["rides Jura"])
    #expect($rides.statistics.hits == 1)
  }

  @Test func others() async throws {
    #expect(model() === model())
    let deprecated: any Old.Type = Deprecated.self
    #expect(try deprecated.old(1) == deprecated.old(1))
    #expect(Shop(name: "A").sell(2) == "A sold 2")
    #expect(Shop(name: "B").sell(2) == "B sold 2")
    #expect(Shop(name: "B").sell(2) == "B sold 2")
    #expect(calls == ["old 1", "sell A", "sell B"])
    #expect(Shop(name: "B").$sell.contains(2))
    #expect(Shop.open(at: 9))
    let counter = Counter()
    #expect(await counter.plus(2) == 7)
    #expect(Shop(name: "B").buy(2) == "B bought 2")
    #expect(generic(1) == "Int 1")
    #expect(generic(1.0) == "Double 1.0")
    #expect(Array(opaque(1)) == [1, 2, 3])
    calls = []
    #expect(hashed([Point()], y: 1) == 2)
    #expect(hashed([Point()], y: 1) == 2)
    #expect(calls == ["hashed"])
    do {
      _ = try unhashable(obj: Point(), multiplier: 2)
      Issue.record("no error")
    } catch let error as UnhashableParamError {
      #expect(error.description.hasPrefix("Cannot hash argument 'obj' (of type CacheRuntimeTests."))
    }
  }

  @Test func localAndClosures() async throws {
    @CacheData func local(_ x: Int) -> Int {
      calls.append("local")
      return x + 1
    }
    #expect(local(1) == 2)
    #expect(local(1) == 2)
    let area = cacheData(ttl: 60) { (side: Double) in
      calls.append("area")
      return side * side
    }
    #expect(area(2) == 4)
    #expect(area(2) == 4)
    let later = cacheData { (side: Double) async in side }
    #expect(await later(2) == 2)
    let reference = cacheData(hello)
    #expect(reference(1, "a") == "1 a")
    #expect(calls == ["local", "area"])
    let shared = cacheResource { Model() }
    #expect(shared() === shared())
    let legacy = oldCache(allowOutputMutation: true) { (x: Int) throws in [x] }
    #expect(try legacy(1) == [1])
  }
}

private func hello(_ x: Int, _ y: String) -> String { "\(x) \(y)" }
#endif
