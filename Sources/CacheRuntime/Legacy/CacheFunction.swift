/// Caches a closure or function and shares its results.
///
/// The cache belongs to the value returned: calling `cache` again makes another one. What the closure captures is not
/// part of the key.
@available(*, deprecated, message: "use 'cacheData' for data and 'cacheResource' for resources")
public func cache<Value, Failure: Error, each Argument>(
  ttl: CacheDuration? = nil, maxEntries: Int? = nil, persist: PersistOption = .none,
  allowOutputMutation: Bool = false,
  showSpinner: SpinnerOption = true, suppressStWarning: Bool = false, hashFuncs: [HashFunction] = [],
  version: String = "",
  fileID: String = #fileID, line: Int = #line,
  _ function: @escaping (repeat each Argument) throws(Failure) -> Value
) -> CachedClosure<Value, Failure, repeat each Argument> {
  CachedClosure(
    .legacy,
    CacheOptions(
      ttl: ttl, maxEntries: maxEntries, persist: persist, allowOutputMutation: allowOutputMutation,
      showSpinner: showSpinner,
      suppressStWarning: suppressStWarning, hashFuncs: hashFuncs, version: version),
    FunctionIdentity(
      fileID: fileID, path: "line \(line)", name: "cache at \(fileID):\(line)", fingerprint: ""),
    function)
}

/// Caches a closure or function and shares its results.
///
/// The cache belongs to the value returned: calling `cache` again makes another one. What the closure captures is not
/// part of the key.
@available(*, deprecated, message: "use 'cacheData' for data and 'cacheResource' for resources")
public func cache<Value, Failure: Error, each Argument>(
  ttl: CacheDuration? = nil, maxEntries: Int? = nil, persist: PersistOption = .none,
  allowOutputMutation: Bool = false,
  showSpinner: SpinnerOption = true, suppressStWarning: Bool = false, hashFuncs: [HashFunction] = [],
  version: String = "",
  fileID: String = #fileID, line: Int = #line,
  _ function: @escaping (repeat each Argument) async throws(Failure) -> Value
) -> CachedAsyncClosure<Value, Failure, repeat each Argument> {
  CachedAsyncClosure(
    .legacy,
    CacheOptions(
      ttl: ttl, maxEntries: maxEntries, persist: persist, allowOutputMutation: allowOutputMutation,
      showSpinner: showSpinner,
      suppressStWarning: suppressStWarning, hashFuncs: hashFuncs, version: version),
    FunctionIdentity(
      fileID: fileID, path: "line \(line)", name: "cache at \(fileID):\(line)", fingerprint: ""),
    function)
}
