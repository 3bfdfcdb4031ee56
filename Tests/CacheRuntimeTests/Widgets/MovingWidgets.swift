@testable import CacheRuntime

/// A session's widgets, which a test moves.
final class MovingWidgets: WidgetReader {
  private let values = Guarded<[String: WidgetValue]>([:])

  init(_ values: [String: WidgetValue] = [:]) { self.values.withLock { $0 = values } }

  func value(of widget: Widget) -> WidgetValue? { values.withLock { $0[widget.id] } }

  subscript(id: String) -> WidgetValue? {
    get { values.withLock { $0[id] } }
    set { values.withLock { $0[id] = newValue } }
  }
}
