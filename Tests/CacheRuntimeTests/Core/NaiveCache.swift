@testable import CacheRuntime

/// What a cache of one function with bounds must do, written so that it can be seen: a list, and searches through it.
struct NaiveCache {
  struct Entry {
    let key: Int
    var value: Int
    var stored: Int64
    var used: Int64
    var weight: Int
  }

  private(set) var entries: [Entry] = []
  private let limits: StoreLimits
  private let hash: (Int) -> Int
  private let eviction: CacheEviction
  /// Keys stand for slots.
  private var policy: any NaivePolicy
  private var hits = 0
  private var misses = 0
  var failures = 0
  private var removals: [RemovalCause: Int] = [:]

  init(_ limits: StoreLimits, _ eviction: CacheEviction, _ hash: @escaping (Int) -> Int) {
    (self.limits, self.eviction, self.hash) = (limits, eviction, hash)
    policy = Self.policy(eviction)
  }

  private static func policy(_ eviction: CacheEviction) -> any NaivePolicy {
    switch eviction {
    case .oldest: NaiveOldest()
    case .lru: NaiveLRU()
    case .s3FIFO: NaiveS3FIFO()
    }
  }

  var statistics: CacheStatistics {
    var statistics = CacheStatistics()
    statistics.hits = hits
    statistics.misses = misses
    statistics.failures = failures
    statistics.entries = entries.count
    statistics.bytes = entries.reduce(0) { $0 + $1.weight }
    statistics.removals = removals
    return statistics
  }

  private func staleness(_ entry: Entry, _ now: Int64) -> RemovalCause? {
    if let ttl = limits.ttl, now >= entry.stored + ttl { return .expired }
    if let idle = limits.idle, now >= entry.used + idle { return .idle }
    return nil
  }

  /// What a call would find.
  func valid(_ key: Int, _ now: Int64) -> Int? {
    entries.first { $0.key == key && staleness($0, now) == nil }?.value
  }

  /// A call: what it finds, or nil where it has to compute.
  mutating func call(_ key: Int, _ now: Int64) -> Int? {
    if let index = entries.firstIndex(where: { $0.key == key }) {
      guard let cause = staleness(entries[index], now) else {
        hits += 1
        entries[index].used = now
        policy.touch(key)
        return entries[index].value
      }
      remove(key, cause)
    }
    misses += 1
    return nil
  }

  mutating func store(_ key: Int, _ value: Int, _ now: Int64, _ weight: Int) {
    if let maxBytes = limits.maxBytes, weight > maxBytes {
      remove(key, .replaced)
      return count(.maxBytes)
    }
    let entry = Entry(key: key, value: value, stored: now, used: now, weight: weight)
    if let index = entries.firstIndex(where: { $0.key == key }) {
      entries[index] = entry
      count(.replaced)
      policy.replace(key)
    } else {
      entries.append(entry)
      policy.insert(key, hash: hash(key))
    }
    expire(now)
    while entries.count > limits.maxEntries ?? .max, evict(.maxEntries) {}
    while entries.reduce(0, { $0 + $1.weight }) > limits.maxBytes ?? .max, evict(.maxBytes) {}
  }

  mutating func expire(_ now: Int64) {
    for entry in entries {
      if let cause = staleness(entry, now) { remove(entry.key, cause) }
    }
  }

  mutating func evict(_ cause: RemovalCause) -> Bool {
    guard let key = policy.evict() else { return false }
    entries.removeAll { $0.key == key }
    count(cause)
    return true
  }

  mutating func clear(_ key: Int) { remove(key, .cleared) }

  mutating func clear() {
    for _ in entries { count(.cleared) }
    entries = []
    policy = Self.policy(eviction)
  }

  private mutating func remove(_ key: Int, _ cause: RemovalCause) {
    guard entries.contains(where: { $0.key == key }) else { return }
    entries.removeAll { $0.key == key }
    policy.remove(key)
    count(cause)
  }

  private mutating func count(_ cause: RemovalCause) { removals[cause, default: 0] += 1 }
}
