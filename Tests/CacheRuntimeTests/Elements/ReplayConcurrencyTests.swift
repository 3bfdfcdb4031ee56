import Dispatch
import Testing

@testable import CacheRuntime

@Suite(.timeLimit(.minutes(2))) struct ReplayConcurrencyTests {
  @Test("P04: threads record for themselves, and each shows on its own stage") func threads() {
    let inner = cacheData { (number: Int) -> Int in
      Elements.emit(.text, .text("inner \(number)"))
      return number
    }
    let outer = cacheData { (number: Int) -> Int in
      Elements.emit(.text, .text("before \(number)"))
      _ = inner(number % 5)
      Elements.emit(.text, .text("after \(number)"))
      return number
    }
    let faults = Calls()
    DispatchQueue.concurrentPerform(iterations: 8) { thread in
      for round in 0..<100 {
        let number = (thread * 7 + round) % 20
        let texts = textsShown { _ = outer(number) }
        if texts != ["before \(number)", "inner \(number % 5)", "after \(number)"] { faults.add("\(texts)") }
      }
    }
    #expect(faults.all == [])
    #expect(outer.statistics.misses == 20)
    expectSound(outer.core)
  }

  @Test("P04: tasks that wait for one computation each get its elements on their own stage") func waiters()
    async
  {
    let latch = Latch()
    let cached = cacheData { () async -> Int in
      Elements.emit(.text, "a")
      await latch.wait()
      Elements.container().emit(.text, "b")
      return 1
    }
    let stages = (0..<30).map { _ in RecordingStage() }
    await withTaskGroup(of: Void.self) { group in
      for stage in stages {
        group.addTask { await Elements.run(on: stage) { _ = await cached() } }
      }
      while cached.statistics.waits < 29 { await Task.yield() }
      await latch.open()
    }
    for stage in stages { #expect(stage.lines == ["main/0 text a", "main/1 container", "main/1/0 text b"]) }
    #expect(cached.statistics.misses == 1)
    expectSound(cached.core)
  }

  @Test("child tasks belong to the function that started them; the replay has the order of the page")
  func childTasks() async {
    let cached = cacheData { () async -> Int in
      async let left: Void = Elements.container("left").emit(.text, "a")
      await withTaskGroup(of: Void.self) { group in
        for number in 0..<50 { group.addTask { Elements.emit(.text, .text("\(number)")) } }
      }
      await left
      return 1
    }
    let (first, second) = (RecordingStage(), RecordingStage())
    await Elements.run(on: first) { _ = await cached() }
    await Elements.run(on: second) { _ = await cached() }
    #expect(first.page.count == 52)
    #expect(second.page == first.page)
    #expect(cached.statistics.hits == 1)
  }

  @Test("a detached task has no stage, and is in no recording") func detached() async {
    let cached = cacheData { () async -> Int in
      await Task.detached { Elements.emit(.text, "detached") }.value
      Elements.emit(.text, "attached")
      return 1
    }
    let stage = RecordingStage()
    await Elements.run(on: stage) { _ = (await cached(), await cached()) }
    #expect(stage.texts == ["attached", "attached"])
  }

  @Test("what a task left behind shows after its function has returned is on the page and in no recording")
  func leftBehind() async {
    let latch = Latch()
    let left = Guarded<Task<Void, Never>?>(nil)
    let inner = cacheData { () async -> Int in
      let task = Task {
        await latch.wait()
        Elements.emit(.text, "late")
        #expect(Widgets.slider("Rows", in: 0...9) == 0)
      }
      left.withLock { $0 = task }
      Elements.emit(.text, "early")
      return 1
    }
    let stage = RecordingStage()
    await Elements.run(on: stage) {
      _ = await inner()
      await latch.open()
      await left.withLock { $0 }?.value
      _ = await inner()
    }
    #expect(stage.lines.prefix(2) == ["main/0 text early", "main/1 text late"])
    #expect(stage.lines.last == "main/3 text early")
    #expect(inner.statistics.hits == 1)
    #expect(inner.statistics.entries == 1)
    expectSound(inner.core)
  }

  @Test("a function that outlives the run of its page is recorded whole") func stageGone() async {
    let latch = Latch()
    let cached = cacheData { () async -> Int in
      Elements.emit(.text, "a")
      await latch.wait()
      Elements.container().emit(.text, "b")
      return 1
    }
    let stage = RecordingStage()
    let task = await Elements.run(on: stage) {
      let task = Task { await cached() }
      while stage.elements.isEmpty { await Task.yield() }
      return task
    }
    await latch.open()
    _ = await task.value
    #expect(stage.lines == ["main/0 text a"])
    let second = RecordingStage()
    await Elements.run(on: second) { _ = await cached() }
    #expect(second.lines == ["main/0 text a", "main/1 container", "main/1/0 text b"])
  }

  @Test("recursion that is run through shows each level once, live and from the cache") func recursion()
    throws
  {
    let number = Guarded(0)
    let box = Guarded<(@Sendable () -> Int)?>(nil)
    let cached = cacheData { () -> Int in
      let depth = number.withLock {
        $0 += 1
        return $0
      }
      Elements.emit(.text, .text("\(depth)"))
      if depth < 4 { _ = box.withLock { $0 }?() }
      return depth
    }
    box.withLock { $0 = { cached() } }
    #expect(textsShown { _ = cached() } == ["1", "2", "3", "4"])
    #expect(textsShown { _ = cached() } == ["1", "2", "3", "4"])
    box.withLock { $0 = nil }
    expectSound(cached.core)
  }

  @Test("ten thousand elements of a large payload") func large() {
    let payload = ElementPayload.array((0..<100).map { .integer($0) })
    let inner = cacheData { () -> Int in
      for _ in 0..<10_000 { Elements.emit(.table, payload) }
      return 1
    }
    let outer = cacheData { () -> Int in inner() }
    let stage = RecordingStage()
    Elements.run(on: stage) { _ = (outer(), outer(), inner()) }
    #expect(stage.elements.count == 30_000)
    #expect(stage.elements.last?.place.path == [29_999])
    #expect(stage.elements.allSatisfy { $0.payload == payload })
  }

  @Test(
    "R13: sessions with other values of a widget never share a computation's result",
    arguments: [true, false])
  func widgetsInFlight(isKnown: Bool) async {
    let runs = Calls()
    let cached = cacheData(experimentalAllowWidgets: true) { (number: Int) async -> String in
      let rows = Widgets.slider("Rows", in: 0...100)
      await Task.yield()
      runs.add("\(rows)")
      Elements.emit(.text, .text("\(number) \(rows)"))
      return "\(number) \(rows)"
    }
    if isKnown { _ = await cached(7) }
    await withTaskGroup(of: Void.self) { group in
      for task in 0..<60 {
        group.addTask {
          let rows = task % 6 + 1
          let stage = RecordingStage()
          let value = await Elements.run(
            on: stage, reading: WidgetValues(["slider:Rows": .integer(rows)])
          ) { await cached(7) }
          #expect(value == "7 \(rows)")
          #expect(stage.texts == ["7 \(rows)"])
        }
      }
    }
    #expect(Set(runs.all).count == (isKnown ? 7 : 6))
    #expect(runs.count == (isKnown ? 7 : 6))
    expectSound(cached.core)
  }

  @Test("R13: a widget read in a task group counts") func widgetInTaskGroup() async {
    let cached = cacheData(experimentalAllowWidgets: true) { () async -> Int in
      await withTaskGroup(of: Int.self) { group in
        for number in 0..<4 { group.addTask { Widgets.slider("\(number)", in: 0...100) } }
        return await group.reduce(0, +)
      }
    }
    let reader = MovingWidgets()
    for rows in [1, 2, 1] {
      for number in 0..<4 { reader["slider:\(number)"] = .integer(rows) }
      #expect(await Elements.run(on: RecordingStage(), reading: reader) { await cached() } == 4 * rows)
    }
    #expect(cached.statistics.misses == 2)
    #expect(cached.cache.byArguments?.widgets?.core.statistics.entries == 2)
  }

  @Test(
    "R13: a clear during a run with widgets wins, and an entry is found under the widgets it was made with")
  func clearDuringRun() {
    let box = Guarded<(@Sendable () -> Void)?>(nil)
    let cached = cacheData(experimentalAllowWidgets: true) { (number: Int) -> Int in
      defer { box.withLock { $0 }?() }
      return Widgets.slider("Rows", in: 0...100) + number
    }
    box.withLock { $0 = { cached.clear(1) } }
    _ = cached(1)
    #expect(cached.statistics.entries == 0)
    _ = cached(2)
    #expect(cached.statistics.entries == 1)
    box.withLock { $0 = { cached.clear() } }
    _ = cached(3)
    #expect(cached.statistics.entries == 0)
    box.withLock { $0 = nil }
    _ = (cached(3), cached(3))
    #expect(cached.statistics.hits == 1)
    expectSound(cached.core)
  }
}
