import Testing

@testable import CacheRuntime

@Suite struct BypassTests {
  @Test("a bypass inside of another adds to it, and leaves it as it was") func nested() async {
    let (one, two) = (cacheData { (number: Int) in number }, cacheData { (number: Int) in number })
    func call() { _ = (one(1), two(1)) }
    func hits() -> [Int] { [one.statistics.hits, two.statistics.hits] }
    call()
    DataCache.bypass {
      CacheBypass.run(.function(ObjectIdentifier(one.core))) { call() }
      call()
    }
    #expect(hits() == [0, 0])
    CacheBypass.run(.function(ObjectIdentifier(one.core))) {
      CacheBypass.run(.function(ObjectIdentifier(two.core))) { call() }
      #expect(hits() == [0, 0])
      call()
      #expect(hits() == [0, 1])
      DataCache.bypass { call() }
      #expect(hits() == [0, 1])
    }
    await DataCache.bypass { () async in
      await CacheBypass.run(isolation: nil, .function(ObjectIdentifier(one.core))) { () async in call() }
      call()
    }
    #expect(hits() == [0, 1])
    call()
    #expect(hits() == [1, 2])
    #expect(CacheBypass.current.functions.isEmpty && !CacheBypass.current.everything)
  }
}
