#if Macros
/// Caches the results of a function as data: every caller gets a value of its own.
@attached(body)
@attached(peer, names: prefixed(`$`))
public macro CacheData(
  ttl: CacheDuration? = nil, maxEntries: Int? = nil, persist: PersistOption = .none,
  allowOutputMutation: RemovedOption = .notGiven, showSpinner: SpinnerOption = true,
  suppressStWarning: RemovedOption = .notGiven, experimentalAllowWidgets: Bool = false,
  hashFuncs: [HashFunction] = [],
  version: String = "", handle: Bool = true
) = #externalMacro(module: "CacheMacros", type: "CacheDataMacro")

/// Caches the results of a function as resources: every caller gets the same instance.
@attached(body)
@attached(peer, names: prefixed(`$`))
public macro CacheResource(
  ttl: CacheDuration? = nil, maxEntries: Int? = nil, persist: RemovedOption = .notGiven,
  allowOutputMutation: RemovedOption = .notGiven, showSpinner: SpinnerOption = true,
  suppressStWarning: RemovedOption = .notGiven, experimentalAllowWidgets: Bool = false,
  hashFuncs: [HashFunction] = [],
  version: String = "", handle: Bool = true
) = #externalMacro(module: "CacheMacros", type: "CacheResourceMacro")

/// Caches the results of a function and shares them.
@available(*, deprecated, message: "use '@CacheData' for data and '@CacheResource' for resources")
@attached(body)
@attached(peer, names: prefixed(`$`))
public macro cache(
  ttl: CacheDuration? = nil, maxEntries: Int? = nil, persist: PersistOption = .none,
  allowOutputMutation: Bool = false, showSpinner: SpinnerOption = true, suppressStWarning: Bool = false,
  hashFuncs: [HashFunction] = [], version: String = "", handle: Bool = true
) = #externalMacro(module: "CacheMacros", type: "LegacyCacheMacro")
#endif
