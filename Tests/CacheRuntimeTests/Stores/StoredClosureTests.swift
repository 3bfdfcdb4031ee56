import Testing

@testable import CacheRuntime

@Suite struct StoredClosureTests {
  @Test("K09: closures on one line are two functions in a store, each found again at its place")
  func onOneLine() {
    let store = MemoryStore()
    typealias Cached = CachedClosure<String, Never, Int>
    func make() -> (Cached, Cached) {
      // swift-format-ignore
      (cacheData(persist: .store(store), version: "1") { (n: Int) in "a\(n)" }, cacheData(persist: .store(store), version: "1") { (n: Int) in "b\(n)" })
    }
    for round in 0...1 {
      let (a, b) = make()
      #expect(a(1) == "a1" && b(1) == "b1")
      #expect([a.statistics.storeHits, b.statistics.storeHits] == [round, round])
    }
  }
}
