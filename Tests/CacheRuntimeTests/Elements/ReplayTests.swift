import Testing

@testable import CacheRuntime

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

  @Test("R03: a call within a container shows there, each time in another") func outerContainer() {
    let cached = cacheData { (number: Int) -> Int in
      Elements.emit(.text, .text("\(number)"))
      return number
    }
    let lines = shown {
      let (left, right) = (Elements.container(), Elements.container())
      left.within { _ = cached(1) }
      right.within {
        Elements.emit(.text, "before")
        _ = cached(1)
        Elements.emit(.text, "after")
      }
    }
    #expect(
      lines == [
        "main/0 container", "main/1 container", "main/0/0 text 1", "main/1/0 text before", "main/1/1 text 1",
        "main/1/2 text after",
      ])
  }

  @Test("R04: what went to the side bar goes there again") func sidebar() {
    let cached = cacheData { (number: Int) -> Int in
      Elements.sidebar.emit(.text, .text("\(number)"))
      Elements.sidebar.within { Elements.emit(.text, "within") }
      return number
    }
    let lines = shown {
      _ = cached(1)
      Elements.emit(.text, "---")
      Elements.container().within { _ = cached(1) }
    }
    #expect(
      lines == [
        "sidebar/0 text 1", "sidebar/1 text within", "main/0 text ---", "main/1 container",
        "sidebar/2 text 1",
        "sidebar/3 text within",
      ])
  }

  @Test("R05: containers made inside are made anew", arguments: [true, false]) func innerContainer(
    direct: Bool
  ) {
    let cached = cacheData { (number: Int) -> Int in
      let column = Elements.container("column", "wide")
      let inner = column.container()
      if direct {
        column.emit(.text, "a")
        inner.emit(.text, "b")
      } else {
        column.within {
          Elements.emit(.text, "a")
          inner.within { Elements.emit(.text, "b") }
        }
      }
      Elements.emit(.text, "c")
      return number
    }
    let lines = shown { _ = (cached(1), cached(1)) }
    func block(_ first: Int) -> [String] {
      [
        "main/\(first) column wide", "main/\(first)/0 container", "main/\(first)/1 text a",
        "main/\(first)/0/0 text b", "main/\(first + 1) text c",
      ]
    }
    #expect(lines == block(0) + block(2))
  }

  @Test("E06, R06: an element in a container from outside is an error at the replay that says how to mend it")
  func outside() throws {
    let runs = Calls()
    let lines = shown {
      let column = Elements.container()
      let direct = cacheData { () throws -> Int in
        Elements.emit(.text, "first")
        column.emit(.success, "done")
        return 1
      }
      let within = cacheData { () throws -> Int in
        column.within { Elements.emit(.text, "inside") }
        return 1
      }
      let silent = cacheData { () -> Int in
        runs.add("run")
        column.container().emit(.text, "inside")
        return 1
      }
      #expect(throws: Never.self) { try (direct(), within()) }
      let error = #expect(throws: ReplayClosureError.self) { try direct() }
      #expect(error?.element == "success")
      #expect(
        error?.description == """
          Cannot show again what '\(direct.core.identity.name)' has shown: it put 'success' into a container that was made \
          outside of it.

          To address this, do one of these:
          - make the container inside '\(direct.core.identity.name)'
          - call '\(direct.core.identity.name)' within the container: 'container.within { … }', and emit into the current \
          one inside
          """)
      #expect(throws: ReplayClosureError.self) { try within() }
      // What cannot throw runs again, so that the page is right.
      _ = (silent(), silent())
    }
    #expect(runs.count == 2)
    #expect(
      lines == [
        "main/0 container", "main/1 text first", "main/0/0 success done", "main/0/1 text inside",
        "main/0/2 container", "main/0/2/0 text inside", "main/0/3 container", "main/0/3/0 text inside",
      ])
  }

  @Test("R06: a container that is current at the call is outside when it is named") func namedAmbient() {
    let lines = shown {
      let column = Elements.container()
      let cached = cacheData { () throws -> Int in
        column.emit(.text, "a")
        return 1
      }
      column.within {
        _ = try? cached()
        #expect(throws: ReplayClosureError.self) { try cached() }
      }
    }
    #expect(lines == ["main/0 container", "main/0/0 text a"])
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
