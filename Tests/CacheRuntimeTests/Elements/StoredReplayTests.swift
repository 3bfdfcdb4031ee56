import Testing

@testable import CacheRuntime

/// What a function has shown comes out of a store with its result.
@Suite struct StoredReplayTests {
  /// The cache of one process; another one with the same store is another process.
  private func core(_ store: WatchedStore, _ name: String = "shows(_:)") -> KeyedCore<
    StrictArgument<Int>, Int
  > {
    KeyedCore(
      identity: FunctionIdentity(fileID: "Demo/F.swift", path: name, name: name, fingerprint: "0"),
      kind: .data, options: CacheOptions(persist: .store(store)))
  }

  private func page(
    _ core: KeyedCore<StrictArgument<Int>, Int>, _ number: Int, _ body: () -> Void
  ) throws -> [String] {
    try shown {
      _ = try core.call(StrictArgument(number)) { () throws -> Int in
        body()
        return number
      }
    }
  }

  @Test("D12: elements are stored with the result and shown in another process, in place") func replay()
    throws
  {
    let store = WatchedStore()
    let lines = try page(core(store), 1) {
      Elements.emit(.header, "a")
      Elements.container("column").within { Elements.emit(.image, .bytes([1, 2])) }
      Elements.sidebar.emit(.text, 1.5)
    }
    #expect(lines.count == 4)
    let second = core(store)
    for _ in 1...2 { #expect(try page(second, 1) { Issue.record("it ran") } == lines) }
    #expect(second.statistics.storeHits == 1)
    #expect(second.statistics.hits == 1)
    expectSound(second)
  }

  @Test("R02, D12: nested functions' elements come out of the store in place, whichever of them ran")
  func nested()
    throws
  {
    let store = WatchedStore()
    let runs = Calls()
    /// A page of one process in which `outer` shows elements before, within and after a call of `inner`.
    func process(_ number: Int) throws -> [String] {
      let (inner, outer) = (core(store, "inner(_:)"), core(store, "outer(_:)"))
      func callInner() throws -> Int {
        try inner.call(StrictArgument(1)) { () throws -> Int in
          runs.add("inner")
          Elements.container("column").within { Elements.emit(.text, "inner") }
          Elements.sidebar.emit(.text, "beside")
          return 1
        }
      }
      return try shown {
        for _ in 1...2 {
          _ = try outer.call(StrictArgument(number)) { () throws -> Int in
            runs.add("outer \(number)")
            Elements.emit(.header, "\(number)")
            let row = Elements.container("row")
            let result = try row.within { () throws -> Int in try callInner() }
            Elements.emit(.text, "after")
            return result
          }
        }
      }
    }
    func lines(_ number: Int) -> [String] {
      [0, 1].flatMap { call in
        [
          "main/\(3 * call) header \(number)", "main/\(3 * call + 1) row", "main/\(3 * call + 1)/0 column",
          "main/\(3 * call + 1)/0/0 text inner", "sidebar/\(call) text beside",
          "main/\(3 * call + 2) text after",
        ]
      }
    }
    #expect(try process(1) == lines(1))
    #expect(runs.all == ["outer 1", "inner"])
    // The outer one comes out of the store, and the inner one is not asked.
    #expect(try process(1) == lines(1))
    #expect(runs.count == 2)
    // The outer one runs, and what the inner one shows out of the store is recorded in it.
    #expect(try process(2) == lines(2))
    #expect(runs.all == ["outer 1", "inner", "outer 2"])
    #expect(try process(2) == lines(2))
    #expect(runs.count == 3)
  }

  @Test("D12: without elements nothing is stored beside the result") func none() throws {
    let store = WatchedStore()
    let first = core(store)
    _ = try page(first, 1) {}
    let key = try #require(try first.tier?.key(for: StrictArgument(1)))
    #expect(try store.read(key)?.elements == nil)
  }

  @Test("E06, D12: what cannot be shown again says so out of a store too") func outside() throws {
    let store = WatchedStore()
    _ = try shown {
      let column = Elements.container()
      _ = try core(store).call(StrictArgument(1)) { () throws -> Int in
        column.emit(.text, "outside")
        return 1
      }
    }
    let error = #expect(throws: ReplayClosureError.self) { try page(core(store), 1) {} }
    #expect(error?.description.contains("make the container inside 'shows(_:)'") == true)
  }

  @Test("D12, D09: damaged elements are a miss, and the entry is made anew") func damaged() throws {
    let store = WatchedStore()
    let first = core(store)
    _ = try page(first, 1) { Elements.emit(.text, "a") }
    let key = try #require(try first.tier?.key(for: StrictArgument(1)))
    var entry = try #require(try store.read(key))
    entry.elements = [255, 255]
    try store.write(entry, for: key)
    #expect(try page(core(store), 1) { Elements.emit(.text, "b") } == ["main/0 text b"])
    #expect(try page(core(store), 1) { Issue.record("it ran") } == ["main/0 text b"])
  }
}
