import Testing

@testable import CacheRuntime

/// What a widget says, and when two of its values are the same.
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
