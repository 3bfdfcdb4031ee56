import Testing

@testable import CacheRuntime

/// A session's widgets, which a test moves.
final class MovingWidgets: WidgetReader {
  private let values = Guarded<[String: WidgetValue]>([:])

  init(_ values: [String: WidgetValue] = [:]) { self.values.withLock { $0 = values } }

  func value(of widget: Widget) -> WidgetValue? { values.withLock { $0[widget.id] } }

  subscript(id: String) -> WidgetValue? {
    get { values.withLock { $0[id] } }
    set { values.withLock { $0[id] = newValue } }
  }
}

@Suite struct WidgetTests {
  @Test("outside of cached functions a widget is shown and read") func plain() {
    let stage = RecordingStage()
    let reader = WidgetValues([
      "slider:Rows": .integer(7), "who": .text("Ada"), "radio:Model": .text("large"),
      "button:Go": .bool(true),
      "checkbox:Fast": .bool(true), "slider:Share": .number(0.5), "fileUpload:File": .bytes([1, 2]),
    ])
    Elements.run(on: stage, reading: reader) {
      #expect(Widgets.slider("Rows", in: 0...10) == 7)
      #expect(Widgets.slider("Share", in: 0...1, step: 0.1) == 0.5)
      #expect(Widgets.textInput("Name", id: "who") == "Ada")
      #expect(Widgets.radio("Model", ["small", "large"]) == "large")
      #expect(Widgets.button("Go"))
      #expect(Widgets.checkbox("Fast"))
      #expect(Widgets.fileUpload("File") == [1, 2])
      #expect(Widgets.cameraInput("Picture") == nil)
    }
    #expect(
      stage.elements.map(\.kind) == [
        "slider", "slider", "textInput", "radio", "button", "checkbox", "fileUpload", "cameraInput",
      ])
    #expect(
      stage.elements.first?.payload == [
        "id": "slider:Rows", "label": "Rows", "value": 7,
        "parameters": ["minimum": 0, "maximum": 10, "step": 1],
      ])
  }

  @Test("a value out of bounds or of another type counts as none") func wrongValues() {
    let reader = WidgetValues([
      "slider:Rows": .integer(99), "textInput:Name": .integer(1), "radio:Model": .text("huge"),
      "button:Go": .text("x"),
      "slider:Share": .number(.nan), "checkbox:Fast": .none,
    ])
    Elements.run(on: RecordingStage(), reading: reader) {
      #expect(Widgets.slider("Rows", in: 0...10, value: 3) == 3)
      #expect(Widgets.slider("Share", in: 0...1, value: 0.25, step: 0.1) == 0.25)
      #expect(Widgets.textInput("Name", value: "Ada") == "Ada")
      #expect(Widgets.radio("Model", ["small", "large"], value: "large") == "large")
      #expect(Widgets.radio("Model", []) == nil)
      #expect(!Widgets.button("Go"))
      #expect(!Widgets.checkbox("Fast"))
    }
    #expect(Widgets.slider("Rows", in: 0...10, value: 3) == 3)
  }

  @Test(
    "R12: a widget in a cached function is refused with a warning that names both; the function goes on, uncached"
  )
  func refused() {
    let runs = Calls()
    let cached = cacheData { () -> Int in
      runs.add("")
      return Widgets.slider("Rows", in: 0...10)
    }
    let stage = RecordingStage()
    let reader = MovingWidgets(["slider:Rows": .integer(7)])
    func call() -> Int {
      stage.clear()
      return Elements.run(on: stage, reading: reader) { cached() }
    }
    #expect(call() == 7)
    #expect(stage.elements.map(\.kind) == ["warning", "slider"])
    let name = cached.core.identity.name
    #expect(
      stage.texts == [
        """
        slider 'Rows' is read in cached function '\(name)', whose results do not tell its values apart; read it outside and \
        pass the value as an argument, or allow it with 'experimentalAllowWidgets: true'. This result is not cached.
        """
      ])
    reader["slider:Rows"] = .integer(8)
    #expect(call() == 8)
    #expect(stage.elements.map(\.kind) == ["warning", "slider"])
    #expect(runs.count == 2)
    #expect(cached.statistics.entries == 0)
  }

  @Test("R12: each widget once, in nested functions for each that it makes wrong; nothing for text")
  func refusedNested() {
    let allowed = cacheData(experimentalAllowWidgets: true) { () -> Int in
      Elements.emit(.text, "text")
      return Widgets.slider("Rows", in: 0...10)
    }
    let outer = cacheData { () -> Int in allowed() + (Widgets.checkbox("Fast") ? 1 : 0) }
    for _ in 1...2 {
      let stage = RecordingStage()
      let reader = WidgetValues(["slider:Rows": .integer(5), "checkbox:Fast": .bool(true)])
      #expect(Elements.run(on: stage, reading: reader) { outer() } == 6)
      #expect(stage.elements.map(\.kind) == ["text", "warning", "slider", "warning", "checkbox"])
      #expect(
        stage.elements.filter { $0.kind == .warning }.allSatisfy {
          $0.payload.text?.contains("'\(outer.core.identity.name)'") == true
        })
    }
    #expect(allowed.statistics.hits == 1)
    #expect(outer.statistics.entries == 0)
  }

  @Test("R12: a failing function leaves nothing behind") func refusedFailing() {
    let cached = cacheData { () throws -> Int in
      _ = Widgets.slider("Rows", in: 0...10)
      throw Failure()
    }
    let stage = RecordingStage()
    Elements.run(on: stage) { _ = try? cached() }
    #expect(stage.elements.map(\.kind) == ["warning", "slider"])
    #expect(ElementScope.computations.isEmpty)
    expectSound(cached.core)
  }

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

  @Test(
    "R15, Z11: uploads and pictures are refused even where widgets are allowed",
    arguments: [
      Widget.Kind.fileUpload, .cameraInput,
    ])
  func never(kind: Widget.Kind) {
    let cached = cacheData(experimentalAllowWidgets: true) { () -> Int in
      if case .bytes(let bytes) = Widgets.read(Widget(kind, "Mine")) { bytes.count } else { 0 }
    }
    let stage = RecordingStage()
    let reader = WidgetValues(["\(kind):Mine": .bytes([1, 2, 3])])
    Elements.run(on: stage, reading: reader) {
      #expect(cached() == 3)
      #expect(cached() == 3)
    }
    #expect(stage.elements.map(\.kind) == ["warning", Element.Kind(rawValue: kind.rawValue)].twice)
    #expect(
      stage.texts.first?.hasPrefix(
        "\(kind) 'Mine' is read in cached function '\(cached.core.identity.name)', whose results cannot depend on it; "
      )
        == true)
    #expect(cached.statistics.entries == 0)
    #expect(Widget("signature", "Sign", neverCached: true).isNeverCached)
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

  @Test("values are compared by what a function could tell apart") func values() throws {
    let values: [WidgetValue] = [
      .none, .bool(false), .integer(0), .number(0), .number(-0.0), .number(.nan), .text(""), .bytes([]),
      .list([]),
      .list([.none]), .text("é"), .text("e\u{301}"), .integer(1), .number(1), .text("1"), .bool(true),
    ]
    for (index, value) in values.enumerated() {
      for (other, second) in values.enumerated() { #expect((value == second) == (index == other)) }
      let bytes = try BinaryEncoder().encode(value)
      #expect(try BinaryDecoder().decode(WidgetValue.self, from: bytes) == value)
    }
    #expect(Set(values).count == values.count)
  }
}

extension [Element.Kind] {
  fileprivate var twice: Self { self + self }
}
