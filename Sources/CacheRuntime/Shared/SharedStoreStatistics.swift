#if SharedStore

/// What a shared store has seen of its server so far.
public struct SharedStoreStatistics: Hashable, Sendable {
  /// Entries found and used.
  public var hits = 0
  /// Keys without an entry that could be used.
  public var misses = 0
  /// Entries written.
  public var writes = 0
  /// Entries not written because something was cleared while they were computed.
  public var overtaken = 0
  /// Entries that were not of this store: damaged, of another format, or without the right seal.
  public var unusable = 0
  /// Entries too large to be shared.
  public var tooLarge = 0
  /// Leases taken.
  public var leases = 0
  /// Leases that passed to another before the computation was over.
  public var lostLeases = 0
  /// Requests not made, because the server had not answered a moment before.
  public var unasked = 0
  /// Requests that failed, by what went wrong.
  public var failures: [String: Int] = [:]

  /// No request at all.
  public init() {}
}

#endif
