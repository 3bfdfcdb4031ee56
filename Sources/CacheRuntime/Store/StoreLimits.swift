/// What bounds the results of one function, in time and in size.
struct StoreLimits: Hashable, Sendable {
  /// Nanoseconds from storing to the end.
  var ttl: Int64?
  /// Nanoseconds from the last use to the end.
  var idle: Int64?
  var maxEntries: Int?
  var maxBytes: Int?
  var eviction: CacheEviction = .oldest

  /// Whether one entry may have to go for another.
  var isBounded: Bool { maxEntries != nil || maxBytes != nil }

  /// Whether the policy has to be told of hits in their order.
  var ordersUse: Bool { isBounded && eviction == .lru }
}
