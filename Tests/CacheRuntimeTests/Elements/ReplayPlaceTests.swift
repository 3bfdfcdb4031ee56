import Testing

@testable import CacheRuntime

/// Where a replayed element goes: the container that is current, a root, a container made inside, and never one from outside.
@Suite struct ReplayPlaceTests {
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
}
