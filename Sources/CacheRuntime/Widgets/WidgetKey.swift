/// The key of a call of a function that may read widgets: its arguments, and what the widgets say that it is known to read.
struct WidgetKey: Hashable {
  /// The key that the arguments make.
  let arguments: ExactHashable
  /// The widgets' values, by their ids in order.
  let readings: [WidgetReading]

  static func == (lhs: WidgetKey, rhs: WidgetKey) -> Bool {
    lhs.arguments == rhs.arguments && lhs.readings.count == rhs.readings.count
      && zip(lhs.readings, rhs.readings).allSatisfy { $0.widget.id == $1.widget.id && $0.value == $1.value }
  }

  func hash(into hasher: inout Hasher) {
    arguments.hash(into: &hasher)
    for reading in readings {
      hasher.combine(reading.widget.id)
      hasher.combine(reading.value)
    }
  }

  /// What the widgets say, by their ids.
  var values: [String: WidgetValue] {
    Dictionary(readings.map { ($0.widget.id, $0.value) }) { first, _ in first }
  }

  /// Whether this key misses a widget on which the results of `other`, a key of the same arguments, depend.
  func isOutdated(by other: WidgetKey) -> Bool {
    arguments == other.arguments && readings.map(\.widget.id) != other.readings.map(\.widget.id)
  }
}

extension WidgetKey: KeyComposite {
  func appendParts(to parts: inout [KeyPartView]) {
    parts += keyParts(of: arguments.value)
    parts += readings.map {
      KeyPartView(value: ExactHashable($0.value), description: "\($0.widget.label): \($0.value)")
    }
  }
}
