/// Which inputs a widget on the page takes; whatever else is sent was not sent by the page.
package enum InputRule: Hashable, Sendable {
  /// Numbers of a slider, all or whole ones only.
  case numbers(ClosedRange<Double>, whole: Bool)
  /// One of the options of a radio group.
  case options([String])
  /// Text of so many characters at most.
  case text(most: Int)
  /// Presses of a button.
  case presses

  /// Whether the widget takes this.
  func accepts(_ interaction: Interaction) -> Bool {
    switch (self, interaction) {
    case (.numbers(let range, let whole), .change(_, .number(let number))):
      range.contains(number) && (!whole || number == number.rounded())
    case (.options(let options), .change(_, .text(let text))): options.contains(text)
    case (.text(let most), .change(_, .text(let text))): text.utf8.count <= 4 * most && text.count <= most
    case (.presses, .press): true
    default: false
    }
  }
}

/// Why an interaction is refused.
package enum InteractionError: Error, Hashable, Sendable {
  /// The page has no such widget; it may have had one a moment ago.
  case noSuchWidget(String)
  /// The widget does not take this value.
  case wrongInput(widget: String)
  /// Too much waits already.
  case busy
  /// The session is over.
  case ended
}

extension Interaction {
  /// The widget that was touched.
  var widget: String? {
    switch self {
    case .visit: nil
    case .change(let widget, _), .press(let widget): widget
    }
  }
}
