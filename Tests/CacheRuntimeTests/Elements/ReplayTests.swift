import Testing

@testable import CacheRuntime

/// What a cached function has shown is shown at each hit, as it was.
@Suite struct ReplayTests {
  @Test("R01: what a function has shown is shown at each hit", arguments: [CacheKind.data, .resource])
  func simple(kind: CacheKind) {
    let cache = NumberCache(kind)
    func call(_ number: Int) {
      _ = cache.core.call(StrictArgument(number)) {
        Elements.emit(.text, .text("\(number)"))
        return number
      }
    }
    let texts = textsShown {
      call(1)
      Elements.emit(.text, "---")
      call(1)
    }
    #expect(texts == ["1", "---", "1"])
    #expect(cache.core.statistics.hits == 1)
    #expect(cache.core.statistics.replayedElements == 1)
  }

  @Test("R02: a hit inside a computation is shown, and recorded there too") func nested() {
    let inner = cacheData { (number: Int) -> Int in
      Elements.emit(.text, .text("\(number)"))
      return number
    }
    let outer = cacheData { (number: Int) -> Int in
      Elements.emit(.text, .text("\(inner(number) + 10)"))
      return number
    }
    let texts = textsShown {
      _ = (outer(1), outer(1))
      Elements.emit(.text, "---")
      _ = (inner(2), outer(2))
      Elements.emit(.text, "---")
      _ = (outer(3), inner(3))
    }
    #expect(texts == ["1", "11", "1", "11", "---", "2", "2", "12", "---", "3", "13", "3"])
    // Alone from the cache, both are there.
    #expect(textsShown { _ = outer(2) } == ["2", "12"])
  }

  @Test("R07: pictures are shown again byte by byte") func images() {
    let bytes = (0..<70_000).map { UInt8(truncatingIfNeeded: $0) }
    let cached = cacheData { () -> Int in
      Elements.emit(.image, .bytes(bytes))
      Elements.emit(.image, .array([.bytes(bytes), .bytes([])]))
      return 1
    }
    let stage = RecordingStage()
    Elements.run(on: stage) { _ = (cached(), cached()) }
    #expect(stage.elements.map(\.payload) == [.bytes(bytes), [.bytes(bytes), .bytes([])]].twice)
  }

  @Test(
    "R08: every element that is no widget is shown at the first call once, and at the next ones once each",
    arguments: [
      Element.Kind.header, .text, .success, .warning, .error, .table, .lineChart, .image, .container,
      "of their own",
    ])
  func everyKind(kind: Element.Kind) {
    let cached = cacheData { () -> Int in
      Elements.emit(kind, ["a": [1, 2.5, nil, true]])
      return 1
    }
    let stage = RecordingStage()
    Elements.run(on: stage) {
      for count in 1...3 {
        _ = cached()
        #expect(stage.elements.count == count)
      }
    }
    #expect(Set(stage.elements.map(\.payload)) == [["a": [1, 2.5, nil, true]]])
    #expect(stage.elements.map(\.kind) == [kind, kind, kind])
  }

  @Test("R09: what a failing function has shown is in no recording of its own; the one around shows it again")
  func failing() {
    let failing = cacheData { (fails: Bool) throws(Failure) -> Int in
      let column = Elements.container()
      try column.within { () throws(Failure) in
        Elements.emit(.text, "before")
        if fails { throw Failure() }
      }
      return 1
    }
    let outer = cacheData { () -> Int in
      _ = try? failing(true)
      Elements.emit(.text, "after")
      return 1
    }
    #expect(
      shown { #expect(throws: Failure.self) { try failing(true) } } == [
        "main/0 container", "main/0/0 text before",
      ])
    #expect(failing.statistics.entries == 0)
    let page = ["main/0 container", "main/0/0 text before", "main/1 text after"]
    #expect(shown { _ = outer() } == page)
    #expect(shown { _ = outer() } == page)
    #expect(failing.statistics.failures == 2)
    #expect(shown { _ = try? failing(false) } == ["main/0 container", "main/0/0 text before"])
    expectSound(failing.core)
  }

  @Test("a result that was computed without a stage is shown on the first one that comes") func prewarmed() {
    let cached = cacheData { () -> Int in
      Elements.container().within { Elements.emit(.text, "a") }
      return 1
    }
    _ = cached()
    #expect(shown { _ = cached() } == ["main/0 container", "main/0/0 text a"])
    _ = cached()
    #expect(cached.statistics.replayedElements == 2)
  }

  @Test("a value that is copied by its coding is shown with its elements") func coded() throws {
    let cached = cacheData { () -> MutableBox in
      Elements.emit(.text, "a")
      return MutableBox()
    }
    let texts = textsShown {
      let (first, second) = (cached(), cached())
      #expect(first !== second)
      _ = cached()
    }
    #expect(texts == ["a", "a", "a"])
    #expect(cached.statistics.hits == 2)
  }

  @Test("clear, bypass, prime and a ttl of zero") func others() throws {
    let cache = NumberCache()
    func call() {
      _ = cache.core.call(StrictArgument(1)) {
        Elements.emit(.text, "\(cache.core.statistics.misses)")
        return 1
      }
    }
    #expect(
      textsShown {
        call(); call()
      } == ["1", "1"])
    cache.core.clear()
    #expect(
      textsShown {
        call(); call()
      } == ["2", "2"])
    cache.clear(1)
    #expect(textsShown { call() } == ["3"])
    #expect(textsShown { DataCache.bypass { call() } } == ["3"])
    try cache.core.prime(StrictArgument(1), 5)
    #expect(textsShown { call() } == [])
    let never = cacheData(ttl: .zero) { () -> Int in
      Elements.emit(.text, "a")
      return 1
    }
    #expect(textsShown { _ = (never(), never()) } == ["a", "a"])
    #expect(never.statistics.replayedElements == 0)
  }

  @Test("what functions show counts for 'maxBytes'") func weight() {
    let cached = cacheData(maxBytes: 100_000) { (number: Int) -> Int in
      Elements.emit(.image, .bytes(Array(repeating: 0, count: 40_000)))
      return number
    }
    _ = (cached(1), cached(2), cached(3))
    #expect(cached.statistics.entries == 2)
    #expect(cached.statistics.bytes > 80_000)
    expectSound(cached.core)
  }

  @Test("an entry without elements stays on the plain path") func plain() {
    let cache = NumberCache()
    _ = cache(1)
    #expect(cache.core.plainHit(StrictArgument(1)) == 10)
    _ = cache.core.call(StrictArgument(2)) {
      Elements.emit(.text, "a")
      return 2
    }
    #expect(cache.core.plainHit(StrictArgument(2)) == nil)
  }
}

extension [ElementPayload] {
  fileprivate var twice: Self { self + self }
}

private final class MutableBox: Codable { var value = 1 }
