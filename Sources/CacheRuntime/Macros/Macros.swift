#if Macros
// What each option means stands at `CacheOptions.init`. An attribute is checked before it is expanded and without its
// function, so a closure about results says their type: `validate: { (pool: Pool) in pool.isOpen }`. That is what the
// generic form of each macro is for.

/// Caches the results of a function as data: every caller gets a value of its own.
///
/// What each option means stands at `CacheOptions.init`. Beside a function `f` stands its handle `$f`, a `CachedFunction`;
/// `handle: false` leaves it out.
@attached(body)
@attached(peer, names: prefixed(`$`))
public macro CacheData(
  ttl: CacheDuration? = nil, idle: CacheDuration? = nil, maxEntries: Int? = nil, maxBytes: Int? = nil,
  eviction: CacheEviction = .oldest, persist: PersistOption = .none,
  allowOutputMutation: RemovedOption = .notGiven, showSpinner: SpinnerOption = true, showTime: Bool = false,
  suppressStWarning: RemovedOption = .notGiven, experimentalAllowWidgets: Bool = false,
  hashFuncs: [HashFunction] = [], scope: CacheScope = .global, version: String = "",
  dependsOn: [any CacheDependency] = [], clock: (any CacheClock)? = nil, handle: Bool = true
) = #externalMacro(module: "CacheMacros", type: "CacheDataMacro")

/// Caches the results of a function as data: every caller gets a value of its own.
///
/// What each option means stands at `CacheOptions.init`. Beside a function `f` stands its handle `$f`, a `CachedFunction`;
/// `handle: false` leaves it out.
@attached(body)
@attached(peer, names: prefixed(`$`))
public macro CacheData<Value>(
  ttl: CacheDuration? = nil, idle: CacheDuration? = nil, maxEntries: Int? = nil, maxBytes: Int? = nil,
  weigher: (@Sendable (Value) -> Int)? = nil, eviction: CacheEviction = .oldest,
  persist: PersistOption = .none, allowOutputMutation: RemovedOption = .notGiven,
  showSpinner: SpinnerOption = true, showTime: Bool = false, suppressStWarning: RemovedOption = .notGiven,
  experimentalAllowWidgets: Bool = false, hashFuncs: [HashFunction] = [],
  validate: (@Sendable (Value) -> Bool)? = nil, onRelease: (@Sendable (Value) -> Void)? = nil,
  scope: CacheScope = .global, version: String = "", dependsOn: [any CacheDependency] = [],
  storeIf: (@Sendable (Value) -> Bool)? = nil, clock: (any CacheClock)? = nil, handle: Bool = true
) = #externalMacro(module: "CacheMacros", type: "CacheDataMacro")

/// Caches the results of a function as resources: every caller gets the same instance.
///
/// What each option means stands at `CacheOptions.init`. Beside a function `f` stands its handle `$f`, a `CachedFunction`;
/// `handle: false` leaves it out.
@attached(body)
@attached(peer, names: prefixed(`$`))
public macro CacheResource(
  ttl: CacheDuration? = nil, idle: CacheDuration? = nil, maxEntries: Int? = nil, maxBytes: Int? = nil,
  eviction: CacheEviction = .oldest, persist: RemovedOption = .notGiven,
  allowOutputMutation: RemovedOption = .notGiven, showSpinner: SpinnerOption = true, showTime: Bool = false,
  suppressStWarning: RemovedOption = .notGiven, experimentalAllowWidgets: Bool = false,
  hashFuncs: [HashFunction] = [], scope: CacheScope = .global, version: String = "",
  dependsOn: [any CacheDependency] = [], clock: (any CacheClock)? = nil, handle: Bool = true
) = #externalMacro(module: "CacheMacros", type: "CacheResourceMacro")

/// Caches the results of a function as resources: every caller gets the same instance.
///
/// What each option means stands at `CacheOptions.init`. Beside a function `f` stands its handle `$f`, a `CachedFunction`;
/// `handle: false` leaves it out.
@attached(body)
@attached(peer, names: prefixed(`$`))
public macro CacheResource<Value>(
  ttl: CacheDuration? = nil, idle: CacheDuration? = nil, maxEntries: Int? = nil, maxBytes: Int? = nil,
  weigher: (@Sendable (Value) -> Int)? = nil, eviction: CacheEviction = .oldest,
  persist: RemovedOption = .notGiven, allowOutputMutation: RemovedOption = .notGiven,
  showSpinner: SpinnerOption = true, showTime: Bool = false, suppressStWarning: RemovedOption = .notGiven,
  experimentalAllowWidgets: Bool = false, hashFuncs: [HashFunction] = [],
  validate: (@Sendable (Value) -> Bool)? = nil, onRelease: (@Sendable (Value) -> Void)? = nil,
  scope: CacheScope = .global, version: String = "", dependsOn: [any CacheDependency] = [],
  storeIf: (@Sendable (Value) -> Bool)? = nil, clock: (any CacheClock)? = nil, handle: Bool = true
) = #externalMacro(module: "CacheMacros", type: "CacheResourceMacro")

/// Caches the results of a function and shares them.
///
/// What each option means stands at `CacheOptions.init`.
@available(*, deprecated, message: "use '@CacheData' for data and '@CacheResource' for resources")
@attached(body)
@attached(peer, names: prefixed(`$`))
public macro cache(
  ttl: CacheDuration? = nil, idle: CacheDuration? = nil, maxEntries: Int? = nil, maxBytes: Int? = nil,
  eviction: CacheEviction = .oldest, persist: PersistOption = .none, allowOutputMutation: Bool = false,
  showSpinner: SpinnerOption = true, showTime: Bool = false, suppressStWarning: Bool = false,
  hashFuncs: [HashFunction] = [],
  scope: CacheScope = .global, version: String = "", dependsOn: [any CacheDependency] = [],
  clock: (any CacheClock)? = nil, handle: Bool = true
) = #externalMacro(module: "CacheMacros", type: "LegacyCacheMacro")

/// Caches the results of a function and shares them.
///
/// What each option means stands at `CacheOptions.init`.
@available(*, deprecated, message: "use '@CacheData' for data and '@CacheResource' for resources")
@attached(body)
@attached(peer, names: prefixed(`$`))
public macro cache<Value>(
  ttl: CacheDuration? = nil, idle: CacheDuration? = nil, maxEntries: Int? = nil, maxBytes: Int? = nil,
  weigher: (@Sendable (Value) -> Int)? = nil, eviction: CacheEviction = .oldest,
  persist: PersistOption = .none, allowOutputMutation: Bool = false, showSpinner: SpinnerOption = true,
  showTime: Bool = false,
  suppressStWarning: Bool = false, hashFuncs: [HashFunction] = [],
  validate: (@Sendable (Value) -> Bool)? = nil, onRelease: (@Sendable (Value) -> Void)? = nil,
  scope: CacheScope = .global, version: String = "", dependsOn: [any CacheDependency] = [],
  storeIf: (@Sendable (Value) -> Bool)? = nil, clock: (any CacheClock)? = nil, handle: Bool = true
) = #externalMacro(module: "CacheMacros", type: "LegacyCacheMacro")

#endif
