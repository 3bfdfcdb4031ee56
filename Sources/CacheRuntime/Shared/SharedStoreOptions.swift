#if SharedStore

/// How a shared store speaks to its server, and what it keeps there.
public struct SharedStoreOptions: Sendable {
  /// What the names of all keys on the server begin with; stores of other names do not see each other.
  public var namespace = "recache"
  /// Authenticates entries: who does not have it can write to the server and still not forge a value. Nil for none.
  public var secret: SharedStoreSecret?
  /// How many connections there are at most.
  public var connections = 4
  /// How long a connection may take to stand.
  public var connectTimeout: CacheDuration = .seconds(1)
  /// How long the server may take to answer, and a call to wait for its turn; large values have a little more.
  public var commandTimeout: CacheDuration = .seconds(1)
  /// How long an entry without `ttl` stays on the server, so that nothing is left there for ever.
  public var lifetime: CacheDuration = .days(30)
  /// Larger entries are not shared, in bytes.
  public var maxEntryBytes = 64 << 20
  /// How long a machine that stops in the middle of a computation keeps the others waiting.
  public var leaseTime: CacheDuration = .seconds(10)
  /// The clock by which entries expire beside the server's own; nil for the machine's.
  public var clock: (any CacheClock)?

  /// The options to begin with.
  public init() {}
}

/// What can be wrong with the options of a shared store.
public enum SharedStoreOptionsError: Error, Hashable, Sendable {
  /// A namespace that is empty, longer than 64 bytes, or of other characters than letters, digits and `-_.:`.
  case badNamespace(String)
  /// Fewer than one connection, or more than 1,000.
  case badConnections(Int)
  /// A time that is not above zero.
  case badTime(option: String)
  /// Less than 1 KB, or more than the 512 MB that servers take.
  case badEntrySize(Int)
  /// A secret of fewer than 16 bytes.
  case shortSecret(Int)
}

extension SharedStoreOptionsError: CustomStringConvertible {
  /// The fault in words, with the value.
  public var description: String {
    switch self {
    case .badNamespace(let name):
      "'\(name.prefix(80))' is no namespace; it has 1 to 64 letters, digits or '-_.:'"
    case .badConnections(let count): "there must be 1 to 1000 connections, and \(count) are given"
    case .badTime(let option): "'\(option)' must be above zero"
    case .badEntrySize(let size): "'maxEntryBytes' must be from 1024 to 512 MB, and it is \(size)"
    case .shortSecret(let count): "a secret must have at least 16 bytes, and this one has \(count)"
    }
  }
}

extension SharedStoreOptions {
  func check() throws(SharedStoreOptionsError) {
    let allowed = namespace.utf8.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."),
        UInt8(ascii: ":"):
        true
      default: false
      }
    }
    guard allowed, (1...64).contains(namespace.utf8.count) else { throw .badNamespace(namespace) }
    guard (1...1_000).contains(connections) else { throw .badConnections(connections) }
    guard (1_024...(512 << 20)).contains(maxEntryBytes) else { throw .badEntrySize(maxEntryBytes) }
    let times = [
      ("connectTimeout", connectTimeout), ("commandTimeout", commandTimeout), ("lifetime", lifetime),
      ("leaseTime", leaseTime),
    ]
    for (option, time) in times where time.nanoseconds < 1_000_000 { throw .badTime(option: option) }
  }
}

#endif
