/// What is shown while a cached function runs: nothing, its name, or a text.
public enum SpinnerOption: Hashable, Sendable {
  /// Nothing.
  case off
  /// "Running rides(in:)."
  case named
  /// A text of its own.
  case text(String)
}

extension SpinnerOption: ExpressibleByBooleanLiteral {
  /// True shows the function's name, false nothing.
  public init(booleanLiteral shows: Bool) { self = shows ? .named : .off }
}

extension SpinnerOption: ExpressibleByStringInterpolation {
  /// The text to show.
  public init(stringLiteral text: String) { self = .text(text) }
}
