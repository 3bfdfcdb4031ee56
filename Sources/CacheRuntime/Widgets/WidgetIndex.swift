// A function that may read widgets is looked up in two steps, since which widgets it reads shows only when it has run:
//
//   arguments ──index──▶ widgets ──reader──▶ their values        (arguments, values) ──store──▶ result
//
// When a run reads a widget that the index does not know, the widget joins the others of these arguments, and the results
// without it go: their keys will never be asked for again.

/// Which widgets the calls of a function are known to read, by arguments.
final class WidgetIndex: Sendable {
  private let known = Guarded<[ExactHashable: [Widget]]>([:])

  /// The key for these arguments as the widgets stand now.
  func key(for arguments: ExactHashable) -> WidgetKey {
    let widgets = known.withLock { $0[arguments] ?? [] }
    return WidgetKey(
      arguments: arguments,
      readings: widgets.map { WidgetReading(widget: $0, value: Widgets.value(of: $0)) })
  }

  /// The key of a result that was computed under `key` and depends on these widgets.
  ///
  /// A known widget that this run did not read has made no difference, so the result belongs to the value it has now.
  /// - Returns: the key, and whether it names a widget that was not known before.
  func key(of key: WidgetKey, reading readings: [String: WidgetReading]) -> (key: WidgetKey, hasLearned: Bool)
  {
    let (known, hasLearned) = learn(readings.values.map(\.widget), for: key.arguments)
    let before = key.values
    let settled = WidgetKey(
      arguments: key.arguments,
      readings: known.map { widget in
        let value = readings[widget.id]?.value ?? before[widget.id] ?? Widgets.value(of: widget)
        return WidgetReading(widget: widget, value: value)
      })
    return (settled, hasLearned)
  }

  /// Adds widgets.
  ///
  /// - Returns: all that are known for these arguments now, and whether there are more than before.
  private func learn(_ widgets: [Widget], for arguments: ExactHashable) -> (all: [Widget], hasLearned: Bool) {
    known.withLock { known in
      var all = known[arguments] ?? []
      let ids = Set(all.map(\.id))
      let new = widgets.filter { !ids.contains($0.id) }
      guard !new.isEmpty else { return (all, false) }
      all = (all + new).sorted { $0.id < $1.id }
      known[arguments] = all
      return (all, true)
    }
  }

  /// Whether a key names every widget that is known to matter for its arguments.
  func isCurrent(_ key: WidgetKey) -> Bool {
    known.withLock { $0[key.arguments] ?? [] }.map(\.id) == key.readings.map(\.widget.id)
  }

  /// Forgets what is known for these arguments, or for all.
  func forget(_ arguments: ExactHashable?) {
    // What goes is let go after the lock: the keys are the user's, and may call anything as they go.
    let gone = known.withLock { known -> [ExactHashable] in
      guard let arguments else {
        defer { known = [:] }
        return Array(known.keys)
      }
      return known.index(forKey: arguments).map { [known.remove(at: $0).key] } ?? []
    }
    withExtendedLifetime(gone) {}
  }

  /// For how many arguments widgets are known.
  var count: Int { known.withLock { $0.count } }

  /// Forgets the arguments that no result is held for.
  func prune(keeping held: Set<ExactHashable>) {
    let gone = known.withLock { known in
      defer { known = known.filter { held.contains($0.key) } }
      return known
    }
    withExtendedLifetime(gone) {}
  }
}
