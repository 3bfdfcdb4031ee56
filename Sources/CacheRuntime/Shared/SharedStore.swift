#if SharedStore

// One lookup is one round trip: the entry, the mark of its last clear, the generations on which it depends, and how long it
// has to live. A lookup that finds nothing notes what it saw; the write that follows is refused by the server if any of it
// has changed, so that a clear on one machine wins over a computation on another.
//
//    read ──MGET, PTTL──▶ whole, sealed, of these generations?  ──yes──▶ entry
//                             │ no: note what was current (Sighting)
//    claim ──SET NX PX──▶ lease, renewed until released (LeaseKeeper)
//    compute
//    write ──script──▶ still current? store with its life, let the oldest go : leave it out
//
// Nothing here makes a caller wait longer than `ServerPool` allows, and a server that does not answer is not asked for a
// while (`Circuit`). Clears that it has not heard of are said first when it is back (`PendingClears`).

/// A store that many processes and machines share, on a Redis or Valkey server.
///
/// ```swift
/// CacheStores.shared = try SharedStore(url: "redis://cache.example.org:6379")
///
/// @CacheData(ttl: .hours(1), persist: .shared)
/// func prices(in city: String) throws -> [Double] { … }
/// ```
///
/// The server may be down, slow, full, restarted, or answer nonsense: the function still returns, from below the cache.
public final class SharedStore: CacheStore {
  struct State {
    var sightings = SightingTable()
    var pending = PendingClears()
    /// What was said of unusable entries, once a function and fault.
    var toldDamage: Set<String> = []
    /// Whether the server takes what is written: it may be full, or a replica, and still answer.
    var writing = Circuit()
  }

  let pool: ServerPool
  let names: SharedStoreNames
  let counters: SharedStoreCounters
  let options: SharedStoreOptions
  let keeper: LeaseKeeper
  let state = Guarded(State())

  /// How far the clocks of two machines may be apart, in nanoseconds.
  static let clockSkew: Int64 = 300_000_000_000
  /// How long a clear of one call is remembered: longer than a computation takes, in milliseconds.
  static let markLife: Int64 = 3_600_000

  /// A store on the server at this address; it is first spoken to when something is asked.
  ///
  /// - Throws: `SharedStoreOptionsError`.
  public convenience init(
    _ address: ServerAddress, _ options: SharedStoreOptions = SharedStoreOptions()
  ) throws(SharedStoreOptionsError) {
    try options.check()
    self.init(
      options,
      ServerPool(
        address,
        ServerPool.Limits(
          connections: options.connections, connectTime: options.connectTimeout.nanoseconds,
          commandTime: options.commandTimeout.nanoseconds, longestReply: options.maxEntryBytes + 65_536)))
  }

  /// A store on the server at `redis://[user:password@]host[:port][/database]` or `unix:///path/to/socket`.
  ///
  /// - Throws: `ServerAddressError`, `SharedStoreOptionsError`.
  public convenience init(url: String, _ options: SharedStoreOptions = SharedStoreOptions()) throws {
    try self.init(try ServerAddress(url: url), options)
  }

  init(_ options: SharedStoreOptions, _ pool: ServerPool) {
    self.options = options
    self.pool = pool
    names = SharedStoreNames(namespace: options.namespace)
    let counters = SharedStoreCounters(pool.address)
    self.counters = counters
    keeper = LeaseKeeper(pool, time: options.leaseTime.nanoseconds) { counters.lostLease() }
  }

  /// Where the server is.
  public var address: ServerAddress { pool.address }

  /// What it has seen of its server so far.
  public var statistics: SharedStoreStatistics { counters.statistics }

  /// Whether the server answered when it was last asked.
  public var isConnected: Bool { pool.isConnected }

  /// The time by which entries are stored.
  public var now: Int64 { options.clock?.now() ?? WallClock().now() }

  /// Refuses a function of more tags than an entry can carry.
  ///
  /// - Throws: `SharedStoreFailure`.
  public func check(_ function: StoreFunction) throws {
    guard function.tags.count <= 100 else {
      throw SharedStoreFailure(
        address, "'\(function.name)' depends on \(function.tags.count) tags, and 100 are the most")
    }
  }
}

#endif
