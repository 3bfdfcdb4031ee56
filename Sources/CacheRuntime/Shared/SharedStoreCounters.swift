#if SharedStore
internal import Metrics

/// The numbers of a shared store, for its statistics and for swift-metrics.
final class SharedStoreCounters: Sendable {
  private let numbers = Guarded(SharedStoreStatistics())
  private let server: String
  private let factory: any MetricsFactory

  init(_ address: ServerAddress, factory: any MetricsFactory = MetricsSystem.factory) {
    server = "\(address)"
    self.factory = factory
  }

  var statistics: SharedStoreStatistics { numbers.withLock { $0 } }

  func hit() { count("hit") { $0.hits += 1 } }
  func miss() { count("miss") { $0.misses += 1 } }
  func wrote() { count("write") { $0.writes += 1 } }
  func overtaken() { count("overtaken") { $0.overtaken += 1 } }
  func unusable() { count("unusable") { $0.unusable += 1 } }
  func tooLarge() { count("too large") { $0.tooLarge += 1 } }
  func leased() { count("lease") { $0.leases += 1 } }
  func lostLease() { count("lost lease") { $0.lostLeases += 1 } }

  func failed(_ error: ServerError) {
    if error == .circuitOpen {
      count("not asked") { $0.unasked += 1 }
    } else {
      count(error.kind) { $0.failures[error.kind, default: 0] += 1 }
    }
  }

  private func count(_ result: String, _ change: (inout SharedStoreStatistics) -> Void) {
    numbers.withLock(change)
    guard !(factory is NOOPMetricsHandler) else { return }
    Counter(
      label: "cache_shared_store", dimensions: [("server", server), ("result", result)], factory: factory
    ).increment()
  }
}

#endif
