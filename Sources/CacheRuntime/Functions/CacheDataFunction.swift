/// Caches a closure or function as data: every call gets a value of its own.
///
/// The cache belongs to the value returned: calling `cacheData` again makes another one. What the closure captures is not
/// part of the key.
public func cacheData<Value, Failure: Error, each Argument>(
  ttl: CacheDuration? = nil, maxEntries: Int? = nil, persist: PersistOption = .none,
  showSpinner: SpinnerOption = true, experimentalAllowWidgets: Bool = false, hashFuncs: [HashFunction] = [],
  version: String = "",
  fileID: String = #fileID, line: Int = #line,
  _ function: @escaping (repeat each Argument) throws(Failure) -> Value
) -> CachedClosure<Value, Failure, repeat each Argument> {
  CachedClosure(
    .data,
    CacheOptions(
      ttl: ttl, maxEntries: maxEntries, persist: persist, showSpinner: showSpinner,
      experimentalAllowWidgets: experimentalAllowWidgets, hashFuncs: hashFuncs, version: version),
    FunctionIdentity(
      fileID: fileID, path: "line \(line)", name: "cacheData at \(fileID):\(line)", fingerprint: ""),
    function)
}

/// Caches a closure or function as data: every call gets a value of its own.
///
/// The cache belongs to the value returned: calling `cacheData` again makes another one. What the closure captures is not
/// part of the key.
public func cacheData<Value, Failure: Error, each Argument>(
  ttl: CacheDuration? = nil, maxEntries: Int? = nil, persist: PersistOption = .none,
  showSpinner: SpinnerOption = true, experimentalAllowWidgets: Bool = false, hashFuncs: [HashFunction] = [],
  version: String = "",
  fileID: String = #fileID, line: Int = #line,
  _ function: @escaping (repeat each Argument) async throws(Failure) -> Value
) -> CachedAsyncClosure<Value, Failure, repeat each Argument> {
  CachedAsyncClosure(
    .data,
    CacheOptions(
      ttl: ttl, maxEntries: maxEntries, persist: persist, showSpinner: showSpinner,
      experimentalAllowWidgets: experimentalAllowWidgets, hashFuncs: hashFuncs, version: version),
    FunctionIdentity(
      fileID: fileID, path: "line \(line)", name: "cacheData at \(fileID):\(line)", fingerprint: ""),
    function)
}
