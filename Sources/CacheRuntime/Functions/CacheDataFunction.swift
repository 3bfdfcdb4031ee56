/// Caches a closure or function as data: every call gets a value of its own.
///
/// The cache belongs to the value returned: calling `cacheData` again makes another one. What the closure captures is not
/// part of the key. What each option means stands at `CacheOptions.init`.
public func cacheData<Value, Failure: Error, each Argument>(
  ttl: CacheDuration? = nil, idle: CacheDuration? = nil, maxEntries: Int? = nil, maxBytes: Int? = nil,
  weigher: (@Sendable (Value) -> Int)? = nil, eviction: CacheEviction = .oldest,
  persist: PersistOption = .none, showSpinner: SpinnerOption = true, showTime: Bool = false,
  experimentalAllowWidgets: Bool = false, hashFuncs: [HashFunction] = [],
  validate: (@Sendable (Value) -> Bool)? = nil, onRelease: (@Sendable (Value) -> Void)? = nil,
  scope: CacheScope = .global, version: String = "", dependsOn: [any CacheDependency] = [],
  storeIf: (@Sendable (Value) -> Bool)? = nil, clock: (any CacheClock)? = nil, fileID: String = #fileID,
  line: Int = #line, column: Int = #column,
  _ function: @escaping (repeat each Argument) throws(Failure) -> Value
) -> CachedClosure<Value, Failure, repeat each Argument> {
  CachedClosure(
    .data,
    CacheOptions(
      ttl: ttl, idle: idle, maxEntries: maxEntries, maxBytes: maxBytes, weigher: weigher,
      eviction: eviction, persist: persist, showSpinner: showSpinner, showTime: showTime,
      experimentalAllowWidgets: experimentalAllowWidgets, hashFuncs: hashFuncs, validate: validate,
      onRelease: onRelease, scope: scope, version: version, dependsOn: dependsOn, storeIf: storeIf,
      clock: clock),
    FunctionIdentity(closureIn: fileID, line: line, column: column, form: "cacheData"), function)
}

/// Caches a closure or function as data: every call gets a value of its own.
///
/// The cache belongs to the value returned: calling `cacheData` again makes another one. What the closure captures is not
/// part of the key. What each option means stands at `CacheOptions.init`.
public func cacheData<Value, Failure: Error, each Argument>(
  ttl: CacheDuration? = nil, idle: CacheDuration? = nil, maxEntries: Int? = nil, maxBytes: Int? = nil,
  weigher: (@Sendable (Value) -> Int)? = nil, eviction: CacheEviction = .oldest,
  persist: PersistOption = .none, showSpinner: SpinnerOption = true, showTime: Bool = false,
  experimentalAllowWidgets: Bool = false, hashFuncs: [HashFunction] = [],
  validate: (@Sendable (Value) -> Bool)? = nil, onRelease: (@Sendable (Value) -> Void)? = nil,
  scope: CacheScope = .global, version: String = "", dependsOn: [any CacheDependency] = [],
  storeIf: (@Sendable (Value) -> Bool)? = nil, clock: (any CacheClock)? = nil, fileID: String = #fileID,
  line: Int = #line, column: Int = #column,
  _ function: @escaping (repeat each Argument) async throws(Failure) -> Value
) -> CachedAsyncClosure<Value, Failure, repeat each Argument> {
  CachedAsyncClosure(
    .data,
    CacheOptions(
      ttl: ttl, idle: idle, maxEntries: maxEntries, maxBytes: maxBytes, weigher: weigher,
      eviction: eviction, persist: persist, showSpinner: showSpinner, showTime: showTime,
      experimentalAllowWidgets: experimentalAllowWidgets, hashFuncs: hashFuncs, validate: validate,
      onRelease: onRelease, scope: scope, version: version, dependsOn: dependsOn, storeIf: storeIf,
      clock: clock),
    FunctionIdentity(closureIn: fileID, line: line, column: column, form: "cacheData"), function)
}
