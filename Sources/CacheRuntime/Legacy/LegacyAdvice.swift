/// What the deprecated `cache` says at run time.
enum LegacyAdvice {
  /// The decorator that a result calls for, by the decision table of the linter.
  static func recommendation(for type: Any.Type) -> RecommendationTable.Kind? {
    recommendation(forName: String(reflecting: type))
  }

  static func recommendation(forName name: String) -> RecommendationTable.Kind? {
    var name = Substring(name)
    // An optional is what it wraps.
    while name.hasPrefix("Swift.Optional<"), name.hasSuffix(">") {
      name = name.dropFirst("Swift.Optional<".count).dropLast()
    }
    let base = name.prefix { $0 != "<" }
    for row in RecommendationTable.rows {
      for type in row.types where type == name || type == base { return row.kind }
    }
    return nil
  }

  /// The hint that a function on `cache` gives once.
  static func hint(for type: Any.Type, function: String) -> String {
    let start = "'cache' is deprecated; '\(function)' should use "
    switch recommendation(for: type) {
    case .data?:
      return start + "'@CacheData', as its result of type '\(String(reflecting: type))' is data"
    case .resource?:
      return start + "'@CacheResource', as its result of type '\(String(reflecting: type))' is a resource"
    case nil:
      return start + "'@CacheData' for data or '@CacheResource' for resources"
    }
  }

  /// The warning for a shared result that somebody changed.
  static func mutation(function: String) -> String {
    """
    the return value of '\(function)' was changed after it was cached, for every caller at once; \
    change a copy of it, or allow it with 'allowOutputMutation: true'
    """
  }
}
