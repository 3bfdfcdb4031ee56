import Metrics

/// A function's numbers for swift-metrics.
///
/// Hits are reported with the next miss or sweep and not one by one, so that a hit costs nothing more; without a metrics
/// system nothing is reported at all.
struct CacheMetrics: Sendable {
  private let hits: Counter
  private let misses: Counter
  private let duration: Metrics.Timer
  let factory: any MetricsFactory
  private let dimensions: [(String, String)]
  private let reported = Guarded(CacheStatistics())

  /// Whether anybody listens.
  let isActive: Bool

  init(_ identity: FunctionIdentity, _ kind: CacheKind, factory: any MetricsFactory = MetricsSystem.factory) {
    self.factory = factory
    isActive = !(factory is NOOPMetricsHandler)
    dimensions = [("function", "\(identity.module).\(identity.name)"), ("kind", kind.rawValue)]
    hits = Counter(
      label: "cache_lookups", dimensions: dimensions + [("result", "hit")], factory: factory)
    misses = Counter(
      label: "cache_lookups", dimensions: dimensions + [("result", "miss")], factory: factory)
    duration = Metrics.Timer(label: "cache_compute_duration", dimensions: dimensions, factory: factory)
  }

  func missed(nanoseconds: Int64) {
    misses.increment()
    duration.recordNanoseconds(nanoseconds)
  }

  /// Reports what has come to the hits and removals since the last time.
  func report(_ total: CacheStatistics) {
    let last = reported.withLock { reported in
      defer { reported = total }
      return reported
    }
    if total.hits > last.hits { hits.increment(by: total.hits - last.hits) }
    if total.storeHits > last.storeHits {
      Counter(label: "cache_lookups", dimensions: dimensions + [("result", "store")], factory: factory)
        .increment(by: total.storeHits - last.storeHits)
    }
    for (cause, count) in total.removals where count > last.removals[cause, default: 0] {
      Counter(label: "cache_removals", dimensions: dimensions + [("cause", cause.rawValue)], factory: factory)
        .increment(by: count - last.removals[cause, default: 0])
    }
  }
}
