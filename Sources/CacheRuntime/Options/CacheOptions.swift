/// What `ttl:`, `maxEntries:` and the other options of a cached function ask for, as one value.
public struct CacheOptions<Value>: Sendable {
  /// How long a value stays valid after it was stored; nil without end, zero stores nothing.
  public var ttl: CacheDuration?
  /// How many results are kept; nil without bound.
  public var maxEntries: Int?
  /// Where results live beside memory.
  public var persist: PersistOption
  /// What is shown while the function runs.
  public var showSpinner: SpinnerOption
  /// How arguments of types that have no hash of their own become part of the key.
  public var hashFuncs: [HashFunction]
  /// Whether callers of a `@cache` function may change the object they share.
  public var allowOutputMutation: Bool
  /// Whether a cached function may read widgets.
  public var allowWidgets: Bool
  /// What tells versions of the same function apart, beside its source.
  public var version: String

  /// The options as the attributes and `cacheData` take them.
  public init(
    ttl: CacheDuration? = nil, maxEntries: Int? = nil, persist: PersistOption = .none,
    allowOutputMutation: Bool = false, showSpinner: SpinnerOption = true, suppressStWarning: Bool = false,
    experimentalAllowWidgets: Bool = false, hashFuncs: [HashFunction] = [], version: String = ""
  ) {
    precondition(maxEntries ?? 1 >= 1, "maxEntries must be at least 1, and it is \(maxEntries ?? 0)")
    self.ttl = ttl
    self.maxEntries = maxEntries
    self.persist = persist
    self.allowOutputMutation = allowOutputMutation
    self.showSpinner = showSpinner
    self.allowWidgets = experimentalAllowWidgets || suppressStWarning
    self.hashFuncs = hashFuncs
    self.version = version
  }
}
