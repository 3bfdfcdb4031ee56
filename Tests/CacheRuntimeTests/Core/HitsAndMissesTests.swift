import Testing

@testable import CacheRuntime

@Suite struct HitsAndMissesTests {
  @Test("C01: a function without arguments runs once") func noArguments() {
    let calls = Calls()
    let cached = cacheData { () -> Int in
      calls.add("")
      return 7
    }
    #expect([cached(), cached()] == [7, 7])
    #expect(calls.count == 1)
    expectSound(cached.core)
  }

  @Test("C02: equal arguments hit, others do not") func arguments() {
    let cache = NumberCache()
    #expect([cache(1), cache(1), cache(2), cache(1)] == [10, 10, 20, 10])
    #expect(cache.computed == [1, 2])
    expectSound(cache.core)
  }

  @Test("C03: floats that look like integers stay apart") func intLikeFloats() {
    #expect(keysMade([1.0, 3.0, 1.0]) == 2)
  }

  @Test("C09: two functions with one body have separate caches") func separateFunctions() {
    let calls = Calls()
    let body: @Sendable (Int) -> Int = { number in
      calls.add("")
      return number
    }
    let (first, second) = (cacheData(body), cacheData(body))
    _ = (first(1), second(1), first(1), second(1))
    #expect(calls.count == 2)
  }

  @Test("C10: nil is a result like any other") func nilResult() {
    let calls = Calls()
    let cached = cacheData { (number: Int) -> Int? in
      calls.add("")
      return nil
    }
    #expect(cached(1) == nil)
    #expect(cached(1) == nil)
    #expect(calls.count == 1)
  }

  @Test("C11: an error reaches the caller and is not stored") func errors() {
    let calls = Calls()
    let cached = cacheData { (number: Int) throws -> Int in
      calls.add("")
      throw Failure()
    }
    for _ in 1...3 { #expect(throws: Failure.self) { try cached(1) } }
    #expect(calls.count == 3)
    #expect(cached.statistics.failures == 3)
    expectSound(cached.core)
  }

  @Test("C11: a typed error keeps its type") func typedErrors() {
    let cached = cacheData { (number: Int) throws(Failure) -> Int in throw Failure() }
    do throws(Failure) {
      _ = try cached(1)
    } catch {
      #expect(error == Failure())
    }
  }

  @Test("C12: the first caller and later ones get equal values of one type") func firstAndLater() {
    let cached = cacheData { () -> Any in CodableBox(3) }
    let untyped = cacheData { () -> [String: Any] in ["a": 1, "b": "c"] }
    #expect(type(of: cached()) == type(of: cached()))
    #expect(untyped()["a"] as? Int == 1 && untyped()["b"] as? String == "c")
    #expect(untyped.statistics.hits == 1)
  }

  @Test("C13: other options make another cache, and the old entries stay where they were") func otherOptions()
  {
    let calls = Calls()
    let body: @Sendable (Int) -> Int = { number in
      calls.add("")
      return number
    }
    let short = cacheData(maxEntries: 1, body)
    let long = cacheData(maxEntries: 2, body)
    _ = (short(1), short(2), short(1), long(1), long(2), long(1))
    #expect(calls.count == 5)
  }

  @Test("K07: defaults are filled in before the call") func defaults() {
    func load(_ number: Int, limit: Int = 3) -> Int { cached(number, limit) }
    let calls = Calls()
    let cached = cacheData { (number: Int, limit: Int) -> Int in
      calls.add("")
      return number + limit
    }
    #expect(load(1) == load(1, limit: 3))
    #expect(calls.count == 1)
  }

  @Test("L16: a bypass goes past every cache and stores nothing") func bypass() async {
    let cache = NumberCache()
    DataCache.bypass { _ = cache(1) }
    #expect(!cache.contains(1))
    await DataCache.bypass { () async in _ = cache(1) }
    _ = cache(1)
    #expect(cache.computed == [1, 1, 1])
    #expect(cache.contains(1))
  }
}

final class CodableBox: Codable {
  var value: Int
  init(_ value: Int) { self.value = value }
}
