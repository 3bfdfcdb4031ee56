import CacheRuntime

/// A cached function of the dashboard, as its pages show it and can clear it.
struct ShownCache: Sendable {
  /// What a function is cached as.
  enum Kind: String, Sendable { case data, resource, legacy }

  let name: String
  let kind: Kind
  /// The options that matter, in words.
  let options: String
  let statistics: @Sendable () -> CacheStatistics
  let clear: @Sendable () -> Void

  /// The function behind a handle.
  init<Value, each Argument>(
    _ name: String, _ kind: Kind, _ handle: CachedFunction<Value, repeat each Argument>,
    _ options: String = ""
  ) {
    self.name = name
    self.kind = kind
    self.options = options
    statistics = { handle.statistics }
    clear = { handle.clear() }
  }
}

extension Show {
  /// What the caches of a page did so far.
  static func caches(_ caches: [ShownCache]) {
    Elements.emit(
      "caches",
      .array(
        caches.map { cache in
          let statistics = cache.statistics()
          let numbers = [
            ("hits", statistics.hits), ("misses", statistics.misses), ("entries", statistics.entries),
          ]
          return [
            "name": .text(cache.name), "kind": .text(cache.kind.rawValue), "options": .text(cache.options),
            "numbers": .array(numbers.map { ["label": .text($0.0), "value": .text("\($0.1)")] }),
          ]
        }))
  }
}
