import Metrics

/// A function's numbers for swift-metrics.
///
/// Hits are reported with the next miss or sweep and not one by one, so that a hit costs nothing more.
struct CacheMetrics: Sendable {
  private let hits: Counter
  private let misses: Counter
  private let duration: Metrics.Timer
  private let dimensions: [(String, String)]
  private let reported = Guarded(0)

  init(_ identity: FunctionIdentity, _ kind: CacheKind) {
    dimensions = [("function", "\(identity.module).\(identity.name)"), ("kind", kind.rawValue)]
    hits = Counter(label: "cache_lookups", dimensions: dimensions + [("result", "hit")])
    misses = Counter(label: "cache_lookups", dimensions: dimensions + [("result", "miss")])
    duration = Metrics.Timer(label: "cache_compute_duration", dimensions: dimensions)
  }

  func missed(nanoseconds: Int64, hitsSoFar: Int) {
    misses.increment()
    duration.recordNanoseconds(nanoseconds)
    report(hits: hitsSoFar)
  }

  func report(hits total: Int) {
    let new = reported.withLock { reported in
      defer { reported = max(reported, total) }
      return total - reported
    }
    if new > 0 { hits.increment(by: new) }
  }

  func removed(_ cause: RemovalCause, _ count: Int) {
    Counter(label: "cache_removals", dimensions: dimensions + [("cause", cause.rawValue)]).increment(
      by: count)
  }
}
