/// What the cache of a function did so far.
public struct CacheStatistics: Hashable, Sendable {
  /// Calls that found a result.
  public var hits = 0
  /// Calls that ran the function.
  public var misses = 0
  /// Calls that found a result below memory, which then went there too.
  public var storeHits = 0
  /// Stored results that could not be used and were taken out.
  public var damaged = 0
  /// Calls of the store that failed.
  public var storeFailures = 0
  /// Calls that waited for the computation of another.
  public var waits = 0
  /// Computations that threw.
  public var failures = 0
  /// Nanoseconds spent in the function.
  public var loadTime: Int64 = 0
  /// Results held now.
  public var entries = 0
  /// What the results held now weigh, where `maxBytes` or the process budget asks for it.
  public var bytes = 0
  /// Results held now of functions that may read widgets: one for each combination of arguments and widget values.
  public var widgetCombinations = 0
  /// Elements that hits have shown again.
  public var replayedElements = 0
  /// Results that went, by cause; those that were too heavy for `maxBytes` and were never in count under that.
  public var removals: [RemovalCause: Int] = [:]

  /// No calls at all.
  public init() {}

  /// The part of calls that found a result, from 0 to 1; 0 without calls.
  public var hitRatio: Double {
    let found = hits + storeHits
    return found + misses == 0 ? 0 : Double(found) / Double(found + misses)
  }

  mutating func count(_ cause: RemovalCause) { removals[cause, default: 0] += 1 }

  mutating func add(_ other: CacheStatistics) {
    hits += other.hits
    misses += other.misses
    storeHits += other.storeHits
    damaged += other.damaged
    storeFailures += other.storeFailures
    waits += other.waits
    failures += other.failures
    loadTime += other.loadTime
    entries += other.entries
    bytes += other.bytes
    widgetCombinations += other.widgetCombinations
    replayedElements += other.replayedElements
    removals.merge(other.removals, uniquingKeysWith: +)
  }
}
