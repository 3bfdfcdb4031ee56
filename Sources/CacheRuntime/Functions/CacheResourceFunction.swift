/// Caches a closure or function as a resource: every call gets the same instance.
///
/// The cache belongs to the value returned: calling `cacheResource` again makes another one. What the closure captures is not
/// part of the key.
public func cacheResource<Value: Sendable, Failure: Error, each Argument>(
  ttl: CacheDuration? = nil, maxEntries: Int? = nil,
  showSpinner: SpinnerOption = true, experimentalAllowWidgets: Bool = false, hashFuncs: [HashFunction] = [],
  version: String = "",
  fileID: String = #fileID, line: Int = #line,
  _ function: @escaping (repeat each Argument) throws(Failure) -> Value
) -> CachedClosure<Value, Failure, repeat each Argument> {
  CachedClosure(
    .resource,
    CacheOptions(
      ttl: ttl, maxEntries: maxEntries, showSpinner: showSpinner,
      experimentalAllowWidgets: experimentalAllowWidgets, hashFuncs: hashFuncs, version: version),
    FunctionIdentity(
      fileID: fileID, path: "line \(line)", name: "cacheResource at \(fileID):\(line)", fingerprint: ""),
    function)
}

/// Caches a closure or function as a resource: every call gets the same instance.
///
/// The cache belongs to the value returned: calling `cacheResource` again makes another one. What the closure captures is not
/// part of the key.
public func cacheResource<Value: Sendable, Failure: Error, each Argument>(
  ttl: CacheDuration? = nil, maxEntries: Int? = nil,
  showSpinner: SpinnerOption = true, experimentalAllowWidgets: Bool = false, hashFuncs: [HashFunction] = [],
  version: String = "",
  fileID: String = #fileID, line: Int = #line,
  _ function: @escaping (repeat each Argument) async throws(Failure) -> Value
) -> CachedAsyncClosure<Value, Failure, repeat each Argument> {
  CachedAsyncClosure(
    .resource,
    CacheOptions(
      ttl: ttl, maxEntries: maxEntries, showSpinner: showSpinner,
      experimentalAllowWidgets: experimentalAllowWidgets, hashFuncs: hashFuncs, version: version),
    FunctionIdentity(
      fileID: fileID, path: "line \(line)", name: "cacheResource at \(fileID):\(line)", fingerprint: ""),
    function)
}
