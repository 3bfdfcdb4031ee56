/// What a person did on a page.
package enum Interaction: Hashable, Sendable {
  /// They opened it, or it asked to be shown anew.
  case visit
  /// They gave a widget a value.
  case change(widget: String, Input)
  /// They pressed a button.
  case press(widget: String)
}

/// The value of a widget as the page sends it.
package enum Input: Hashable, Sendable {
  /// Of a slider.
  case number(Double)
  /// Of a radio group or a text input.
  case text(String)
}
