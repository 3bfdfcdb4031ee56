/// A cached function as a store sees it: who it is, and what bounds its entries.
public struct StoreFunction: Hashable, Sendable {
  /// A digest of what tells the function from all others, its source and version aside: entries of all builds share it.
  public let digest: StoreDigest
  /// A digest of the function in this build or version: no other finds the entries of this one.
  public let generation: StoreDigest
  /// The module it is declared in.
  public let module: String
  /// The function with its labels.
  public let name: String
  /// What it holds.
  public let kind: CacheKind
  /// How many entries it may have in the store; the oldest go.
  public let maxEntries: Int?
  /// How many bytes its entries may have in the store; the oldest go.
  public let maxBytes: Int?
  /// The names of the tags it depends on.
  public let tags: [String]

  /// A function of these names and bounds.
  public init(
    digest: StoreDigest, generation: StoreDigest? = nil, module: String, name: String, kind: CacheKind,
    maxEntries: Int? = nil, maxBytes: Int? = nil, tags: [String] = []
  ) {
    self.digest = digest
    self.generation = generation ?? digest
    self.module = module
    self.name = name
    self.kind = kind
    self.maxEntries = maxEntries
    self.maxBytes = maxBytes
    self.tags = tags
  }
}

/// What one call is called in a store: the same in every process and on every machine.
public struct StoreKey: Hashable, Sendable {
  /// The function that was called.
  public let function: StoreFunction
  /// A digest of the function, its source or version, its types and the call's arguments.
  public let digest: StoreDigest

  /// The key of a call.
  public init(function: StoreFunction, digest: StoreDigest) {
    self.function = function
    self.digest = digest
  }

  /// Whether both digests are equal.
  public static func == (lhs: Self, rhs: Self) -> Bool {
    lhs.digest == rhs.digest && lhs.function.digest == rhs.function.digest
  }

  /// Feeds the digest of the call.
  public func hash(into hasher: inout Hasher) { hasher.combine(digest) }
}

/// What a store has of one function.
public struct StoredFunction: Hashable, Sendable {
  /// A digest of what tells the function from all others.
  public let digest: StoreDigest
  /// The module it is declared in.
  public let module: String
  /// The function with its labels.
  public let name: String
  /// What it holds.
  public let kind: CacheKind
  /// How many entries there are, expired ones too.
  public let entries: Int
  /// How many of them have expired.
  public let expired: Int
  /// What all of them weigh.
  public let bytes: Int
  /// When the oldest was stored, in nanoseconds since 1970.
  public let oldest: Int64
  /// When the newest was stored.
  public let newest: Int64

  /// What there is of a function.
  public init(
    digest: StoreDigest, module: String, name: String, kind: CacheKind, entries: Int, expired: Int,
    bytes: Int, oldest: Int64, newest: Int64
  ) {
    self.digest = digest
    self.module = module
    self.name = name
    self.kind = kind
    self.entries = entries
    self.expired = expired
    self.bytes = bytes
    self.oldest = oldest
    self.newest = newest
  }
}
