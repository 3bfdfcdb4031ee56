import CacheRuntime

extension InputRule {
  /// The most characters of a text whose widget names no other bound.
  package static let mostCharacters = 500

  /// The widget that an element shows, and what it takes; nil for what is no widget.
  static func of(_ element: Element) -> (widget: String, rule: InputRule)? {
    guard let id = element.payload["id"]?.text, let rule = InputRule(widget: element) else { return nil }
    return (id, rule)
  }

  private init?(widget element: Element) {
    let parameters = element.payload["parameters"]
    switch element.kind.rawValue {
    case Widget.Kind.slider.rawValue:
      guard let lower = parameters?["minimum"]?.number, let upper = parameters?["maximum"]?.number,
        lower <= upper
      else { return nil }
      self = .numbers(lower...upper, whole: element.payload["value"]?.isWhole ?? false)
    case Widget.Kind.radio.rawValue:
      guard case .array(let choices)? = parameters?["choices"] else { return nil }
      self = .options(choices.compactMap(\.text))
    case Widget.Kind.textInput.rawValue:
      self = .text(most: parameters?["most"]?.number.flatMap { Int(exactly: $0) } ?? Self.mostCharacters)
    case Widget.Kind.button.rawValue:
      self = .presses
    default: return nil
    }
  }
}

extension ElementPayload {
  /// Whether it is a whole number by its kind.
  fileprivate var isWhole: Bool { if case .integer = self { true } else { false } }

  /// The number, whole or not, if it is one.
  var number: Double? {
    switch self {
    case .integer(let number): Double(number)
    case .number(let number): number
    default: nil
    }
  }
}
