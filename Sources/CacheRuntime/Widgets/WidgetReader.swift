/// Who knows the values of widgets: the user interface's side, such as one session's state.
public protocol WidgetReader: Sendable {
  /// The value that the person has given; nil as long as there is none, and then the widget's initial one counts.
  func value(of widget: Widget) -> WidgetValue?
}

/// Values of widgets by their ids, that stand still.
public struct WidgetValues: WidgetReader, Hashable {
  /// The values by the widgets' ids.
  public var values: [String: WidgetValue]

  /// Values by the widgets' ids.
  public init(_ values: [String: WidgetValue] = [:]) { self.values = values }

  /// The value of this id.
  public func value(of widget: Widget) -> WidgetValue? { values[widget.id] }
}
