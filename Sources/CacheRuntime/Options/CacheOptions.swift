/// What `ttl:`, `maxEntries:` and the other options of a cached function ask for, as one value.
public struct CacheOptions<Value>: Sendable {
  var limits = StoreLimits()
  let weigher: (@Sendable (Value) -> Int)?
  let persist: PersistOption
  let allowOutputMutation: Bool
  let showSpinner: SpinnerOption
  let showTime: Bool
  let suppressesWarnings: Bool
  let allowWidgets: Bool
  let hashFuncs: [HashFunction]
  let validate: (@Sendable (Value) -> Bool)?
  let onRelease: (@Sendable (Value) -> Void)?
  let scope: CacheScope
  let version: String
  let dependsOn: [any CacheDependency]
  let storeIf: (@Sendable (Value) -> Bool)?
  let clock: (any CacheClock)?

  /// The options as the attributes and the functions take them.
  ///
  /// - Parameters:
  ///   - ttl: How long a result stays valid after it was stored; zero stores nothing.
  ///   - idle: How long a result stays valid after it was last used; zero stores nothing.
  ///   - maxEntries: How many results are kept.
  ///   - maxBytes: How many bytes the results may weigh together.
  ///   - weigher: What a result weighs, in bytes; by default, an estimate from its type and its elements.
  ///   - eviction: Which result goes when there are too many.
  ///   - persist: Where results live beside memory.
  ///   - allowOutputMutation: Whether callers of a `cache` function may change the object that they share.
  ///   - showSpinner: What is shown while the function runs.
  ///   - showTime: Whether the time is shown that the function has run.
  ///   - suppressStWarning: Whether a `cache` function may show elements without a warning.
  ///   - experimentalAllowWidgets: Whether the function may read widgets, whose values are then part of its key.
  ///   - hashFuncs: How arguments of types without a fitting hash become part of the key.
  ///   - validate: Asked at each hit; a result that it refuses is computed anew.
  ///   - onRelease: Told, once, of each result that was kept and is let go, for whatever reason.
  ///   - scope: Who shares the results.
  ///   - version: Tells versions of the function apart, beside its source.
  ///   - dependsOn: Tags and functions whose `clear()` empties this cache too.
  ///   - storeIf: Asked of each new result; one that it refuses goes to its caller only.
  ///   - clock: The clock for `ttl` and `idle`; with one of your own, what has expired is freed by later calls only.
  public init(
    ttl: CacheDuration? = nil, idle: CacheDuration? = nil, maxEntries: Int? = nil, maxBytes: Int? = nil,
    weigher: (@Sendable (Value) -> Int)? = nil, eviction: CacheEviction = .oldest,
    persist: PersistOption = .none, allowOutputMutation: Bool = false, showSpinner: SpinnerOption = true,
    showTime: Bool = false, suppressStWarning: Bool = false, experimentalAllowWidgets: Bool = false,
    hashFuncs: [HashFunction] = [],
    validate: (@Sendable (Value) -> Bool)? = nil, onRelease: (@Sendable (Value) -> Void)? = nil,
    scope: CacheScope = .global, version: String = "", dependsOn: [any CacheDependency] = [],
    storeIf: (@Sendable (Value) -> Bool)? = nil, clock: (any CacheClock)? = nil
  ) {
    precondition(maxEntries ?? 1 >= 1, "maxEntries must be at least 1, and it is \(maxEntries ?? 0)")
    precondition(maxBytes ?? 1 >= 1, "maxBytes must be at least 1, and it is \(maxBytes ?? 0)")
    limits.ttl = ttl?.nanoseconds
    limits.idle = idle?.nanoseconds
    limits.maxEntries = maxEntries
    limits.maxBytes = maxBytes
    limits.eviction = eviction
    self.weigher = weigher
    self.persist = persist
    self.allowOutputMutation = allowOutputMutation
    self.showSpinner = showSpinner
    self.showTime = showTime
    suppressesWarnings = suppressStWarning
    allowWidgets = experimentalAllowWidgets
    self.hashFuncs = hashFuncs
    self.validate = validate
    self.onRelease = onRelease
    self.scope = scope
    self.version = version
    self.dependsOn = dependsOn
    self.storeIf = storeIf
    self.clock = clock
  }
}
