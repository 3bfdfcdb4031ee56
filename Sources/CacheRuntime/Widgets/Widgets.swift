/// Shows widgets and reads what the person has chosen.
///
/// Reading one shows it too, in the current container. Outside of cached functions that is all. A cached function may read
/// widgets only with `experimentalAllowWidgets: true`; their values are then part of its key. Without it, the function goes
/// on with the widget's value, a warning is shown, and the result is not cached.
public enum Widgets {
  /// Shows a widget and returns its value.
  @discardableResult public static func read(_ widget: Widget, in container: ElementContainer? = nil)
    -> WidgetValue
  {
    let value = value(of: widget)
    ElementEmission.emit(.widget(widget, value), into: container)
    return value
  }

  /// The value that counts here: the one that a computation around has begun with, or else the reader's.
  static func value(of widget: Widget) -> WidgetValue {
    for computation in ElementScope.computations {
      if let value = computation.value(of: widget) { return value }
    }
    return ElementScope.current?.reader?.value(of: widget) ?? widget.initial
  }

  /// A number out of a range.
  public static func slider(
    _ label: String, in range: ClosedRange<Int>, value: Int? = nil, step: Int = 1, id: String? = nil
  ) -> Int {
    let initial = value ?? range.lowerBound
    let widget = Widget(
      .slider, label, id: id,
      parameters: [
        "minimum": .integer(range.lowerBound), "maximum": .integer(range.upperBound), "step": .integer(step),
      ],
      initial: .integer(initial))
    guard case .integer(let number) = read(widget), range.contains(number) else { return initial }
    return number
  }

  /// A number out of a range.
  public static func slider(
    _ label: String, in range: ClosedRange<Double>, value: Double? = nil, step: Double, id: String? = nil
  ) -> Double {
    let initial = value ?? range.lowerBound
    let widget = Widget(
      .slider, label, id: id,
      parameters: [
        "minimum": .number(range.lowerBound), "maximum": .number(range.upperBound), "step": .number(step),
      ],
      initial: .number(initial))
    switch read(widget) {
    case .number(let number) where range.contains(number): return number
    case .integer(let number) where range.contains(Double(number)): return Double(number)
    default: return initial
    }
  }

  /// One of several choices; the first one to begin with, unless another is named.
  ///
  /// - Returns: nil without choices.
  public static func radio(
    _ label: String, _ choices: [String], value: String? = nil, id: String? = nil
  ) -> String? {
    let initial = value.flatMap { choices.contains($0) ? $0 : nil } ?? choices.first
    let widget = Widget(
      .radio, label, id: id, parameters: ["choices": .array(choices.map { .text($0) })],
      initial: initial.map { .text($0) } ?? .none)
    guard case .text(let choice) = read(widget), choices.contains(choice) else { return initial }
    return choice
  }

  /// Yes or no.
  public static func checkbox(_ label: String, value: Bool = false, id: String? = nil) -> Bool {
    guard case .bool(let isChecked) = read(Widget(.checkbox, label, id: id, initial: .bool(value))) else {
      return value
    }
    return isChecked
  }

  /// A line of text.
  public static func textInput(_ label: String, value: String = "", id: String? = nil) -> String {
    guard case .text(let text) = read(Widget(.textInput, label, id: id, initial: .text(value))) else {
      return value
    }
    return text
  }

  /// True in the run that its click causes.
  public static func button(_ label: String, id: String? = nil) -> Bool {
    read(Widget(.button, label, id: id, initial: .bool(false))) == .bool(true)
  }

  /// The bytes of a file of the person's; nil as long as there is none. No cached function may read it.
  public static func fileUpload(_ label: String, id: String? = nil) -> [UInt8]? {
    if case .bytes(let bytes) = read(Widget(.fileUpload, label, id: id)) { bytes } else { nil }
  }

  /// The bytes of a picture just taken; nil as long as there is none. No cached function may read it.
  public static func cameraInput(_ label: String, id: String? = nil) -> [UInt8]? {
    if case .bytes(let bytes) = read(Widget(.cameraInput, label, id: id)) { bytes } else { nil }
  }
}
