import Testing

@testable import CacheRuntime

/// A cached function that may not read a widget goes on, warns, and keeps no result.
@Suite struct RefusedWidgetTests {
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
}

extension [Element.Kind] {
  fileprivate var twice: Self { self + self }
}
