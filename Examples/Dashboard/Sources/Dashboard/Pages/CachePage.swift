import CacheRuntime
import Foundation

extension Page {
  static let cachePage = Page(
    "cache", "All caches",
    "What every cached function of this dashboard did so far, for all sessions together, as it happens."
  ) { context, _ in
    let caches = Page.all.flatMap(\.caches)
    // The numbers stand above the buttons, and are read after a press was handled.
    let numbers = Elements.container()
    Show.header("Clear one function")
    Show.row {
      for cache in caches where Ask.button(cache.name) { cache.clear() }
    }
    Show.header("Clear all")
    Show.row {
      if Ask.button("Clear all data", style: "danger") { DataCache.clearAll() }
      if Ask.button("Clear all resources", style: "danger") { ResourceCache.clearAll() }
    }
    numbers.within { show(caches.map { ($0, $0.statistics()) }) }
    context.refresh(after: .seconds(1))
  }

  private static func show(_ all: [(cache: ShownCache, statistics: CacheStatistics)]) {
    let hits = all.reduce(0) { $0 + $1.statistics.hits }
    let misses = all.reduce(0) { $0 + $1.statistics.misses }
    Show.metrics([
      Metric(label: "Hits", value: hits.formatted()),
      Metric(label: "Misses", value: misses.formatted()),
      Metric(label: "Hit ratio", value: ratio(hits, misses)),
      Metric(label: "Entries", value: all.reduce(0) { $0 + $1.statistics.entries }.formatted()),
      Metric(
        label: "Held", value: size(CacheBudget.used), note: "of at most \(size(CacheBudget.limit ?? 0))"),
    ])
    Show.table(
      "By function",
      [
        .code("Function"), .text("Kind"), .number("Hits"), .number("Misses"), .number("Ratio"),
        .number("Waits"),
        .number("Entries"), .number("Size"), .number("Time in it"), .text("Gone"),
      ],
      all.map { cache, statistics in
        [
          cache.name, cache.kind.rawValue, "\(statistics.hits)", "\(statistics.misses)",
          ratio(statistics.hits, statistics.misses), "\(statistics.waits)", "\(statistics.entries)",
          size(statistics.bytes), Pretend.words(.nanoseconds(statistics.loadTime)), gone(statistics),
        ]
      })
  }

  private static func ratio(_ hits: Int, _ misses: Int) -> String {
    hits + misses == 0 ? "–" : "\(Int((100 * Double(hits) / Double(hits + misses)).rounded())) %"
  }

  private static func size(_ bytes: Int) -> String {
    bytes == 0
      ? "–"
      : bytes < 10_000 ? "\(bytes) B" : bytes < 10_000_000 ? "\(bytes / 1000) kB" : "\(bytes / 1_000_000) MB"
  }

  private static func gone(_ statistics: CacheStatistics) -> String {
    statistics.removals.sorted { $0.key.rawValue < $1.key.rawValue }
      .map { "\($0.value) \($0.key.rawValue)" }.joined(separator: ", ")
  }
}
