/// How a key may change while a call is under way: not at all, but where widgets are part of it.
struct KeyRefinement<Key: Hashable>: Sendable {
  /// The key as the widgets stand now.
  let current: @Sendable (Key) -> Key
  /// What widgets say by a key.
  let values: @Sendable (Key) -> [String: WidgetValue]
  /// The key of a result, by the key that it was computed under and the widgets that were read, and whether one of these was
  /// not known before.
  let settled: @Sendable (Key, [String: WidgetReading]) -> (key: Key, hasLearned: Bool)
  /// Whether a result may be stored under this key still.
  let isCurrent: @Sendable (Key) -> Bool
  /// Whether results under the first key will never be found again, given one under the second.
  let isOutdated: @Sendable (Key, Key) -> Bool
  /// Bounds what is remembered, by the keys that are held.
  let prune: @Sendable (_ count: Int, _ keys: () -> [Key]) -> Void
}

extension KeyRefinement where Key == WidgetKey {
  /// Keys with widgets, by what the index knows of them.
  init(_ index: WidgetIndex) {
    self.init(
      current: { index.key(for: $0.arguments) },
      values: { $0.values },
      settled: { index.key(of: $0, reading: $1) },
      isCurrent: { index.isCurrent($0) },
      isOutdated: { $0.isOutdated(by: $1) },
      prune: { count, keys in
        // Twice what is held, so that the work is spread over as many results.
        if index.count > 2 * count + 64 { index.prune(keeping: Set(keys().map(\.arguments))) }
      })
  }
}
