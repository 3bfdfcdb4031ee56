#if Macros
import CacheRuntime
import Testing

// What becomes of functions whose forms are easily got wrong by a macro: names that are keywords, actors with an equality of
// their own, packs, types that take part in the key, and local functions that look alike.

nonisolated(unsafe) private var calls: [String] = []

private actor Station: Hashable {
  let code: Int
  init(_ code: Int) { self.code = code }
  static func == (left: Station, right: Station) -> Bool { left.code == right.code }
  nonisolated func hash(into hasher: inout Hasher) { hasher.combine(code) }

  @CacheData func trains(_ n: Int) throws -> String {
    calls.append("trains \(code)")
    return "\(code)-\(n)"
  }
}

@CacheData private func keyword(in region: String, default: Int, `class`: Int, _ `in`: Int) throws -> String {
  calls.append("keyword")
  return "\(region) \(`default`) \(`class`) \(`in`)"
}

private struct Member: Hashable {
  var x = 1
  @CacheData func method(_ n: Int) -> Int { counted("method", n) }
  @CacheData static func ofType(_ n: Int) -> Int { counted("static", n) }
}
extension Member {
  @CacheData func extended(_ n: Int) -> Int { counted("extension", n) }
}
private protocol Membered: Hashable {}
extension Membered {
  @CacheData func inherited(_ n: Int) -> Int { counted("protocol", n) }
}
extension Member: Membered {}

private func counted(_ name: String, _ n: Int) -> Int {
  calls.append("\(name) \(n)")
  return n
}

/// Called through requirements, of which the compiler does not say that what fulfils them is deprecated.
private protocol Old {
  static func objects() throws -> [Unhashable]
  static var misses: Int { get }
}

private enum Deprecated: Old {
  @available(*, deprecated)
  @cache(persist: true, allowOutputMutation: true) static func objects() throws -> [Unhashable] { [] }
  @available(*, deprecated) static var misses: Int { $objects.statistics.misses }
}

// Each depends on the other, and on itself.
@CacheData(dependsOn: [backHandle, forthHandle]) private func forth(_ n: Int) -> Int { counted("forth", n) }
@CacheData(dependsOn: [forthHandle]) private func back(_ n: Int) -> Int { counted("back", n) }
private var forthHandle: any CacheDependency { $forth }
private var backHandle: any CacheDependency { $back }

@CacheData private func anyOf<T: Hashable>(_ value: T) -> Int { counted("any", 1) }
private var anyHandle: any CacheDependency { $anyOf }
@CacheData(dependsOn: [anyHandle]) private func onAny(_ n: Int) -> Int { anyOf(n) + anyOf("\(n)") }

@CacheData private func withDefault(_ n: Int, limit: Int = 3) -> Int { counted("default", n + limit) }

private struct Unhashable {}

@CacheData private func `default`(_ in: Unhashable) throws -> Int { 1 }

private class Shape {
  class var name: String { "shape" }
  required init() {}

  @CacheData(hashFuncs: [.hash(Unhashable.self) { _ in 1 }])
  class func described(_ thing: Unhashable) -> String { name }
}

private final class Circle: Shape {
  override class var name: String { "circle" }
}

@CacheData private func pack<each T>(_ values: repeat each T) throws -> Int {
  calls.append("pack")
  return 1
}

@CacheData(hashFuncs: [.hash(Unhashable.self) { _ in 7 }])
private func hashedPack<each T>(_ values: repeat each T) throws -> Int {
  calls.append("hashed pack")
  return 1
}

@CacheData private func maybe(_ value: (any Hashable)?) -> Int {
  calls.append("maybe")
  return 1
}

private struct Shelf<T: Hashable>: Hashable {
  var item: T
  @CacheData func all(_ values: [any Hashable], _ named: [String: any Hashable]) throws -> Int {
    calls.append("all")
    return values.count
  }
}

private struct Twins {
  var first: String {
    func word() -> String { "first" }
    @CacheData func said(_ n: Int) -> String { word() }
    return said(1)
  }
  var second: String {
    func word() -> String { "second" }
    @CacheData func said(_ n: Int) -> String { word() }
    return said(1)
  }
  static var third: String {
    func word() -> String { "third" }
    @CacheData func said(_ n: Int) -> String { word() }
    return said(1)
  }
}

@Suite(.serialized) struct MacroFormTests {
  init() { calls = [] }

  @Test(
    "C07: methods, static methods, methods of extensions and of protocol extensions run once for the same call"
  )
  func members() {
    for _ in 1...2 {
      let member = Member()
      #expect(member.method(1) == 1 && Member.ofType(2) == 2 && member.extended(3) == 3)
      #expect(member.inherited(4) == 4)
    }
    #expect(calls == ["method 1", "static 2", "extension 3", "protocol 4"])
    _ = Member(x: 2).method(1)
    #expect(calls.count == 5)
  }

  @Test("the deprecated 'cache' takes 'persist' for results that cannot leave memory") func legacyPersist()
    throws
  {
    let old: any Old.Type = Deprecated.self
    #expect(try old.objects().isEmpty && old.objects().isEmpty)
    #expect(old.misses == 1)
  }

  @Test("K04: functions may depend on each other, in a circle, whichever is called first") func circle() {
    #expect(forth(1) == 1 && back(1) == 1 && forth(1) == 1)
    $back.clear()
    #expect(forth(1) == 1 && back(1) == 1)
    #expect(calls == ["forth 1", "back 1", "forth 1", "back 1"])
    $forth.clear(1)
    #expect(back(1) == 1 && calls.count == 4)
  }

  @Test("K04: a function depends on all that a generic one will be called with") func dependsOnGeneric() {
    #expect(onAny(1) == 2 && onAny(1) == 2)
    $anyOf.clear()
    #expect(onAny(1) == 2)
    #expect(calls.count == 4)
  }

  @Test("K07: a default is filled in before the key is made") func defaults() {
    #expect(withDefault(1) == 4 && withDefault(1, limit: 3) == 4 && withDefault(1, limit: 4) == 5)
    #expect(calls == ["default 4", "default 5"])
  }

  @Test("an actor with an equality of its own counts by that, in a method and as an argument")
  func hashableActor() async throws {
    #expect(try await Station(7).trains(1) == "7-1")
    #expect(try await Station(7).trains(1) == "7-1")
    #expect(try await Station(8).trains(1) == "8-1")
    #expect(calls == ["trains 7", "trains 8"])
    let cached = cacheData { (station: Station) in station.code }
    #expect(cached(Station(1)) == 1)
  }

  @Test("parameters and functions may be called as keywords are, and messages name them without backticks")
  func keywords() throws {
    #expect(try keyword(in: "Jura", default: 1, class: 2, 3) == "Jura 1 2 3")
    #expect(try keyword(in: "Jura", default: 1, class: 2, 3) == "Jura 1 2 3")
    #expect(try keyword(in: "Jura", default: 1, class: 2, 4) == "Jura 1 2 4")
    #expect(calls.count == 2)
    #expect($keyword.contains("Jura", 1, 2, 4))
    #expect($keyword.explain("Jura", 1, 2, 5).description.contains("'in' (5"))
    let error = #expect(throws: UnhashableParamError.self) { try `default`(Unhashable()) }
    #expect(error?.description.contains("'in' (of type") == true)
    #expect(error?.description.contains("in 'default(_:)'") == true)
    #expect($default.statistics.misses == 0)
  }

  @Test("the type on which a class function is called counts beside hash functions too")
  func classFunctionWithHashFunction() {
    #expect(Shape.described(Unhashable()) == "shape")
    #expect(Circle.described(Unhashable()) == "circle")
    #expect(Shape.described(Unhashable()) == "shape")
  }

  @Test("a pack takes what has a hash, refuses the rest by name, and lets hash functions look into it")
  func packs() throws {
    #expect(try pack(1, "a", [1.0]) == 1)
    #expect(try pack(1, "a", [1.0]) == 1)
    #expect(try pack(1, "a", [2.0]) == 1)
    #expect(calls.count == 2)
    let error = #expect(throws: UnhashableParamError.self) { try pack(1, Unhashable()) }
    #expect(error?.description.contains("'values'") == true)
    calls = []
    #expect(try hashedPack(1, Unhashable()) == 1)
    #expect(try hashedPack(1, Unhashable()) == 1)
    #expect(try hashedPack(2, Unhashable()) == 1)
    #expect(calls.count == 2)
  }

  @Test(
    "what is behind 'any Hashable' counts with its type, in optionals and collections, in generic code as elsewhere"
  )
  func existentials() throws {
    for value in [1, 1.0, "1", nil, 1] as [(any Hashable)?] { _ = maybe(value) }
    #expect(calls.count == 4)
    calls = []
    let shelf = Shelf(item: 1)
    for values in [[1, "a"], [1.0, "a"], ["a", 1], [1, "a"]] as [[any Hashable]] {
      _ = try shelf.all(values, ["k": values[0]])
    }
    #expect(calls.count == 3)
  }

  @Test("C09, K10: local functions of one name and text in different places are different functions")
  func localTwins() {
    #expect(Twins().first == "first")
    #expect(Twins().second == "second")
    #expect(Twins.third == "third")
    var said: [String] = []
    do {
      func word() -> String { "a" }
      @CacheData func said2(_ n: Int) -> String { word() }
      said.append(said2(1))
    }
    do {
      func word() -> String { "b" }
      @CacheData func said2(_ n: Int) -> String { word() }
      said.append(said2(1))
    }
    #expect(said == ["a", "b"])
  }
}
#endif
