import Testing

@testable import CacheRuntime

/// The widgets that a cached function may read are part of its key.
@Suite struct WidgetKeyTests {
  @Test("R13: an allowed widget's value is part of the key, and the widget is shown again") func allowed() {
    let runs = Calls()
    let cached = cacheData(experimentalAllowWidgets: true) { (number: Int) -> Int in
      runs.add("\(number)")
      let rows = Widgets.slider("Rows", in: 0...10)
      Elements.emit(.text, "\(number) \(rows)")
      return number * 100 + rows
    }
    let reader = MovingWidgets()
    let stage = RecordingStage()
    func call(_ number: Int, rows: Int) -> Int {
      stage.clear()
      reader["slider:Rows"] = .integer(rows)
      return Elements.run(on: stage, reading: reader) { cached(number) }
    }
    for (number, rows, computed) in [
      (1, 3, 1), (1, 3, 1), (1, 4, 2), (1, 3, 2), (2, 3, 3), (2, 4, 4), (1, 4, 4),
    ] {
      #expect(call(number, rows: rows) == number * 100 + rows)
      #expect(runs.count == computed)
      #expect(stage.elements.map(\.kind) == ["slider", "text"])
      #expect(stage.elements.first?.payload["value"] == .integer(rows))
      #expect(stage.texts == ["\(number) \(rows)"])
    }
    #expect(cached.statistics.widgetCombinations == 4)
    #expect(cached.statistics.entries == 4)
    #expect(cached.statistics.hits == 3)
    #expect(cached.statistics.replayedElements == 6)
    expectSound(cached.core)
  }

  @Test("R13: a newly seen widget drops the results made without it, of these arguments only") func dynamic()
  {
    let runs = Calls()
    let cached = cacheData(experimentalAllowWidgets: true) { (number: Int) -> Int in
      runs.add("\(number)")
      let more = Widgets.checkbox("More")
      return number * 100 + (more ? Widgets.slider("Rows", in: 0...10) : 0)
    }
    let reader = MovingWidgets()
    func call(_ number: Int, more: Bool, rows: Int) -> Int {
      reader["checkbox:More"] = .bool(more)
      reader["slider:Rows"] = .integer(rows)
      return Elements.run(on: RecordingStage(), reading: reader) { cached(number) }
    }
    #expect(call(1, more: false, rows: 3) == 100)
    #expect(call(1, more: false, rows: 4) == 100)
    #expect(call(2, more: false, rows: 4) == 200)
    #expect(runs.all == ["1", "2"])
    #expect(call(1, more: true, rows: 4) == 104)
    #expect(cached.statistics.removals == [.newWidget: 1])
    #expect(cached.statistics.entries == 2)
    // Now the slider counts for 1, whether it is shown or not; for 2 it is not known.
    #expect(call(1, more: false, rows: 4) == 100)
    #expect(call(1, more: false, rows: 5) == 100)
    #expect(call(1, more: false, rows: 5) == 100)
    #expect(call(2, more: false, rows: 9) == 200)
    #expect(runs.all == ["1", "2", "1", "1", "1"])
    #expect(call(1, more: true, rows: 4) == 104)
    #expect(runs.count == 5)
    expectSound(cached.core)
  }

  @Test("R13: allowed functions within allowed functions depend on each other's widgets, from the cache too")
  func nested() {
    let runs = Calls()
    let inner = cacheData(experimentalAllowWidgets: true) { () -> Int in
      runs.add("inner")
      return Widgets.slider("Rows", in: 0...10)
    }
    let outer = cacheData(experimentalAllowWidgets: true) { (number: Int) -> Int in
      runs.add("outer")
      return number * 100 + inner()
    }
    let reader = MovingWidgets(["slider:Rows": .integer(3)])
    func run(_ body: () -> Int) -> Int { Elements.run(on: RecordingStage(), reading: reader, body) }
    #expect(run { inner() } == 3)
    // The inner one is a hit inside of the outer one's first run.
    #expect(run { outer(1) } == 103)
    reader["slider:Rows"] = .integer(4)
    #expect(run { outer(1) } == 104)
    reader["slider:Rows"] = .integer(3)
    #expect(run { outer(1) } == 103)
    #expect(runs.all == ["inner", "outer", "outer", "inner"])
  }

  @Test("R13: the widgets of a call are bounded by 'maxEntries', and the statistics show the explosion")
  func bounded() {
    let cached = cacheData(maxEntries: 5, experimentalAllowWidgets: true) { (number: Int) -> Int in
      (0..<5).map { Widgets.slider("\($0)", in: 0...9) }.reduce(number, +)
    }
    let reader = MovingWidgets()
    for step in 0..<100 {
      for widget in 0..<5 { reader["slider:\(widget)"] = .integer((step >> widget) & 1) }
      _ = Elements.run(on: RecordingStage(), reading: reader) { cached(step % 3) }
    }
    #expect(cached.statistics.widgetCombinations == 5)
    #expect(cached.statistics.entries == 5)
    #expect(cached.statistics.removals[.maxEntries] ?? 0 > 50)
    expectSound(cached.core)
  }

  @Test("what is known of widgets is bounded with the results") func boundedIndex() {
    let cached = cacheData(maxEntries: 10, experimentalAllowWidgets: true) { (number: Int) -> Int in
      Widgets.slider("Rows", in: 0...9) + number
    }
    for number in 0..<1_000 { _ = cached(number) }
    #expect(cached.cache.byArguments?.widgets?.index.count ?? .max <= 2 * 10 + 64 + 1)
    cached.clear()
    #expect(cached.cache.byArguments?.widgets?.index.count == 0)
    #expect(cached.statistics.entries == 0)
  }

  @Test("handles: contains, clear, prime and explain go by the widgets as they stand") func handles() throws {
    let core = KeyedCore<KeyPair<StrictArgument<Int>, EmptyKey>, Int>(
      identity: FunctionIdentity(fileID: "Demo/F.swift", path: "", name: "rides(limit:)", fingerprint: ""),
      kind: .data, options: CacheOptions(experimentalAllowWidgets: true))
    let key = KeyPair(StrictArgument(1), EmptyKey())
    let reader = MovingWidgets(["slider:Rows": .integer(3)])
    func run<R>(_ body: () throws -> R) rethrows -> R {
      try Elements.run(on: RecordingStage(), reading: reader) { () throws -> R in try body() }
    }
    func call() -> Int { core.call(key) { Widgets.slider("Rows", in: 0...10) } }
    try run {
      _ = call()
      #expect(core.contains(key))
      reader["slider:Rows"] = .integer(4)
      #expect(!core.contains(key))
      #expect(
        core.explain(key, parameters: ["limit"]).outcome
          == .differs([.init(parameter: "argument 1", asked: "Rows: 4", held: "Rows: 3")]))
      try core.prime(key, 44)
      #expect(call() == 44)
      #expect(core.statistics.entries == 2)
      core.clear(key)
      #expect(core.statistics.entries == 0)
      #expect(call() == 4)
      core.clear()
      #expect(core.statistics.entries == 0)
    }
    expectSound(core)
  }

  @Test("a widget that moves while a function runs: the function sees one value, and a mixture is not kept")
  func moving() {
    let reader = MovingWidgets(["slider:Rows": .integer(1)])
    let cached = cacheData(experimentalAllowWidgets: true) { () -> [Int] in
      let first = Widgets.slider("Rows", in: 0...10)
      reader["slider:Rows"] = .integer(first + 1)
      return [first, Widgets.slider("Rows", in: 0...10)]
    }
    Elements.run(on: RecordingStage(), reading: reader) {
      #expect(cached() == [1, 1])
      #expect(cached() == [2, 2])
      #expect(cached() == [3, 3])
    }
    #expect(cached.statistics.entries == 3)
  }
}
