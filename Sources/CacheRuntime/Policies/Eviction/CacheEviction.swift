/// Which entry goes first when a cache is full; entries that have expired go before all others.
public enum CacheEviction: Sendable, Hashable, CaseIterable {
  /// The entry written longest ago, whether it is read or not.
  case oldest

  /// The entry used longest ago.
  case lru

  /// The entry that proved least useful (S3-FIFO): many keys that are used once cannot push out the ones in constant use.
  case s3FIFO
}
