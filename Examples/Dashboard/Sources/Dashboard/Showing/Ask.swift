import CacheRuntime

/// What a script asks: shows a widget and gives the value that the person has chosen.
enum Ask {
  static func slider(_ label: String, in range: ClosedRange<Int>, value: Int, step: Int = 1) -> Int {
    Widgets.slider(label, in: range, value: value, step: step)
  }

  /// One of the choices; the first one to begin with.
  static func radio(_ label: String, _ choices: [String]) -> String {
    Widgets.radio(label, choices) ?? ""
  }

  static func text(_ label: String, value: String = "", most: Int = 200) -> String {
    let widget = Widget(.textInput, label, parameters: ["most": .integer(most)], initial: .text(value))
    guard case .text(let text) = Widgets.read(widget) else { return value }
    return text
  }

  /// Whether this run handles a press of the button.
  static func button(_ label: String, style: String = "") -> Bool {
    let widget = Widget(.button, label, parameters: ["style": .text(style)], initial: .bool(false))
    return Widgets.read(widget) == .bool(true)
  }
}
