import Foundation
import Testing

@testable import CacheRuntime

@Suite struct ElementTests {
  private let payload: ElementPayload = [
    "null": nil, "bool": true, "integer": -3, "number": 2.5, "text": "é\n", "array": [1, [2, []]],
    "object": ["a": [:]],
  ]

  @Test("a payload is JSON's own") func json() throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    let element = Element(kind: .text, payload: payload, place: ElementPlace(root: "main", path: [1, 0]))
    let text = String(decoding: try encoder.encode(element), as: UTF8.self)
    #expect(
      text == """
        {"kind":"text","payload":{"array":[1,[2,[]]],"bool":true,"integer":-3,"null":null,"number":2.5,\
        "object":{"a":{}},"text":"é\\n"},"place":{"path":[1,0],"root":"main"}}
        """)
    #expect(try JSONDecoder().decode(Element.self, from: Data(text.utf8)) == element)
  }

  @Test("in a store every case comes back as it was") func binary() throws {
    var all: [ElementPayload] = [
      payload, .bytes([0, 255]), .bytes([]), .number(1), .number(.infinity), .integer(.min),
    ]
    all.append(.array(all))
    for value in all {
      let bytes = try BinaryEncoder().encode(value)
      #expect(try BinaryDecoder().decode(ElementPayload.self, from: bytes) == value)
    }
    let nan = try BinaryDecoder().decode(
      ElementPayload.self, from: BinaryEncoder().encode(ElementPayload.number(.nan)))
    guard case .number(let number) = nan else {
      Issue.record("\(nan)")
      return
    }
    #expect(number.isNaN)
  }

  @Test("places: numbers in each container, from the empty page on in each run") func places() {
    for _ in 1...2 {
      let lines = shown {
        Elements.emit(.header, "a")
        let first = Elements.container()
        Elements.emit(.text, "b")
        first.emit(.text, "c")
        first.within {
          let second = Elements.container("row")
          second.emit(.text, "d")
          Elements.emit(.text)
        }
        Elements.root("footer").emit(.text, "e")
        Elements.root("main").emit(.text, "f")
      }
      #expect(
        lines == [
          "main/0 header a", "main/1 container", "main/2 text b", "main/1/0 text c", "main/1/1 row",
          "main/1/1/0 text d", "main/1/2 text", "footer/0 text e", "main/3 text f",
        ])
    }
    let place = ElementPlace(root: "main", path: [1, 0])
    #expect(place.container?.description == "main/1")
    #expect(place.container?.container?.container == nil)
  }

  @Test("without a stage nothing happens") func noStage() {
    Elements.emit(.text, "a")
    let container = Elements.container()
    container.emit(.text, "b")
    #expect(shown { container.emit(.text, "c") } == [])
    #expect(shown { container.within { Elements.emit(.text, "d") } } == [])
  }

  @Test("what comes after the end of a run is not shown, nor a container of it in another run") func late()
    throws
  {
    let stage = RecordingStage()
    let container = Elements.run(on: stage) { Elements.container() }
    container.emit(.text, "late")
    #expect(shown { container.emit(.text, "in another run") } == [])
    #expect(stage.lines == ["main/0 container"])
  }

  @Test("a run within a run, and within a computation, is a page of its own") func runInRun() {
    let inner = RecordingStage()
    let cached = cacheData { () -> Int in
      Elements.emit(.text, "outer")
      Elements.run(on: inner) { Elements.emit(.text, "inner") }
      return 1
    }
    #expect(shown { _ = (cached(), cached()) } == ["main/0 text outer", "main/1 text outer"])
    #expect(inner.lines == ["main/0 text inner"])
  }

  @Test("errors and results leave containers and runs as they are") func throwing() async {
    #expect(throws: Failure.self) {
      try Elements.run(on: RecordingStage()) { try Elements.container().within { throw Failure() } }
    }
    await #expect(throws: Failure.self) {
      try await Elements.run(on: RecordingStage()) {
        try await Elements.container().within { () async throws -> Int in throw Failure() }
      }
    }
    let after = shown {
      _ = try? Elements.container().within { throw Failure() }
      Elements.emit(.text, "after")
    }
    #expect(after == ["main/0 container", "main/1 text after"])
  }
}
