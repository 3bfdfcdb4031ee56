import Foundation
import Testing

@testable import CacheRuntime

/// Which closures are looked up by their arguments, and that those answer as the others do.
@Suite struct CachedClosureTests {
  @Test("arguments whose types say how to compare them are the key themselves") func byArguments() {
    struct Query: Hashable { var text: String }
    #expect(cacheData { (_: Int) in 1 }.cache.traits != nil)
    #expect(cacheData { (_: String, _: [Double?], _: Data, _: Query) in 1 }.cache.traits != nil)
    #expect(cacheData { 1 }.cache.traits != nil)
    #expect(cacheData { (_: AnyHashable) in 1 }.cache.traits != nil)
  }

  @Test("values behind 'any', objects, and what a hash function may reach go through nodes") func byNodes() {
    #expect(cacheData { (_: any Hashable) in 1 }.cache.traits == nil)
    #expect(cacheData { (_: NSObject) in 1 }.cache.traits == nil)
    #expect(cacheData { (_: (Int, Int)) in 1 }.cache.traits == nil)
    #expect(cacheData(hashFuncs: [.hash(Int.self) { $0 % 10 }]) { (_: Int) in 1 }.cache.traits == nil)
  }

  @Test("P01: a closure outlived by nobody keeps what its keys refer to", arguments: 1...3) func lifetime(
    _: Int
  ) {
    let calls = Calls()
    var cached: CachedClosure? = cacheData { (text: String, number: Int) -> Int in
      calls.add(text)
      return number
    }
    for number in 0..<100 { #expect(cached?("a text that lies on the heap", number % 10) == number % 10) }
    #expect(calls.count == 10)
    let core = cached?.core
    cached = nil
    core?.clear()
    #expect(core?.faults() == [])
  }

  @Test("C10: several closures, no arguments, and optional ones") func arities() {
    let calls = Calls()
    let none = cacheData { () -> Int? in
      calls.add("none")
      return nil
    }
    #expect(none() == nil)
    #expect(none() == nil)
    #expect(calls.count == 1)
    let three = cacheData { (a: Int?, b: String?, c: [Int?]) -> Int in
      calls.add("three")
      return (a ?? 0) + c.count
    }
    #expect(three(nil, nil, []) == 0)
    #expect(three(nil, "", []) == 0)
    #expect(three(0, nil, []) == 0)
    #expect(three(nil, nil, [nil]) == 1)
    #expect(three(nil, nil, []) == 0)
    #expect(calls.count == 5)
    three.clear(nil, nil, [])
    #expect(three(nil, nil, []) == 0)
    #expect(calls.count == 6)
    expectSound(three.core)
  }

  @Test("E01: an argument without a hash is an error where the closure throws, and else it runs each time")
  func unhashable() {
    final class Plain {}
    let (calls, throwing) = (Calls(), cacheData { (_: Int, _: Plain) throws -> Int in 1 })
    let error = #expect(throws: UnhashableParamError.self) { try throwing(1, Plain()) }
    #expect(error?.parameter == "$1")
    #expect(
      error?.description.contains(
        "- let the closure capture it, since what is captured is not part of the key\n") == true)
    let quiet = cacheData { (_: Plain) -> Int in
      calls.add("")
      return 1
    }
    #expect(quiet(Plain()) == 1 && quiet(Plain()) == 1)
    #expect(calls.count == 2)
  }

  @Test("H09: tuples and structures count by their parts where a closure takes them") func parts() {
    struct Point { var x: Int, y: Int }
    #expect(keysMade([(1, 2), (1, 2), (2, 1)]) == 2)
    #expect(keysMade([Point(x: 1, y: 2), Point(x: 1, y: 2), Point(x: 2, y: 1)]) == 2)
  }
}
