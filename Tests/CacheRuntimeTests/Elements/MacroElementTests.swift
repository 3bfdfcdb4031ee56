#if Macros
import Testing

@testable import CacheRuntime

private struct Reading: Codable, Hashable { let rows: Int }

@CacheData(showSpinner: "Counting…", showTime: true)
private func counted(to limit: Int) -> Int {
  Elements.emit(.success, "Counted to \(limit)")
  return (0...limit).reduce(0, +)
}

@CacheData
private func shownTwice(_ limit: Int) async throws -> Int {
  Elements.emit(.header, "Data analysis")
  return try await Elements.container("column").within { () async throws -> Int in
    Elements.emit(.lineChart, .array((0..<limit).map { .integer($0) }))
    return counted(to: limit)
  }
}

@CacheResource(experimentalAllowWidgets: true)
private func model() throws(Failure) -> String {
  guard let name = Widgets.radio("Model", ["small", "large"]) else { throw Failure() }
  return name
}

@CacheData(maxEntries: 10, experimentalAllowWidgets: true, scope: .session)
private func readings<Number: BinaryInteger & Hashable & Sendable>(_ base: Number) -> Reading {
  Reading(rows: Int(base) + Widgets.slider("Number of rows to get", in: 0...100))
}

private actor Desk {
  private(set) var count = 0
  @CacheData func note(_ text: String, _ _desk: Int) -> String {
    count += 1
    Elements.emit(.text, .text(text))
    return text
  }
}

@Suite struct MacroElementTests {
  @Test("R01, R02: through the macros, synchronous in asynchronous, with a handle") func replay() async throws
  {
    for _ in 1...2 {
      let stage = RecordingStage()
      try await Elements.run(on: stage) { _ = try await shownTwice(4) }
      #expect(
        stage.elements.map { "\($0.place) \($0.kind)" } == [
          "main/0 header", "main/1 column", "main/1/0 lineChart", "main/1/1 success",
        ])
    }
    #expect($shownTwice.statistics.hits == 1)
    #expect($shownTwice.statistics.replayedElements == 4)
    #expect(textsShown { _ = counted(to: 4) } == ["Counted to 4"])
  }

  @Test("R13: a resource by the model that a radio has chosen, with typed errors") func chosen() throws {
    for (choice, expected) in [("large", "large"), ("small", "small"), ("large", "large"), ("none", "small")]
    {
      let reader = WidgetValues(["radio:Model": .text(choice)])
      let stage = RecordingStage()
      let name = try Elements.run(on: stage, reading: reader) { () throws(Failure) in try model() }
      #expect(name == expected)
      #expect(stage.elements.map(\.kind) == ["radio"])
    }
    #expect($model.statistics.widgetCombinations == 3)
    #expect($model.statistics.hits == 1)
  }

  @Test("R13: generic functions, with a session each") func generic() {
    let (one, two) = (CacheSession(), CacheSession())
    func read<N: BinaryInteger & Hashable & Sendable>(_ session: CacheSession, _ base: N, _ rows: Int) -> Int
    {
      session.run {
        Elements.run(
          on: RecordingStage(), reading: WidgetValues(["slider:Number of rows to get": .integer(rows)])
        ) { readings(base).rows }
      }
    }
    #expect([read(one, 1, 5), read(one, 1, 5), read(one, 1, 6), read(two, UInt8(1), 6)] == [6, 6, 7, 7])
    #expect($readings.statistics.misses == 3)
    one.end()
    two.end()
    #expect($readings.statistics.entries == 0)
  }

  @Test("R03: an actor's method shows where it is called") func actor() async {
    let desk = Desk()
    let stage = RecordingStage()
    await Elements.run(on: stage) {
      for _ in 1...2 { await Elements.container().within { _ = await desk.note("a", 1) } }
    }
    #expect(stage.lines == ["main/0 container", "main/0/0 text a", "main/1 container", "main/1/0 text a"])
    #expect(await desk.count == 1)
  }
}
#endif
