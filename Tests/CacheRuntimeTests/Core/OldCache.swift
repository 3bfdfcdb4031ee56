@testable import CacheRuntime

// The compiler warns of every use of what is deprecated. A requirement is not, even if what fulfils it is: so the deprecated
// `cache` is called through one.

/// The deprecated `cache`, with the options that tests of it give.
let oldCache: any OldCache = DeprecatedCache()

protocol OldCache: Sendable {
  func callAsFunction<Value, Failure: Error, each Argument>(
    ttl: CacheDuration?, maxEntries: Int?, persist: PersistOption, allowOutputMutation: Bool,
    suppressStWarning: Bool, hashFuncs: [HashFunction], fileID: String, line: Int, column: Int,
    _ function: @escaping (repeat each Argument) throws(Failure) -> Value
  ) -> CachedClosure<Value, Failure, repeat each Argument>

  func asynchronous<Value, Failure: Error, each Argument>(
    _ function: @escaping (repeat each Argument) async throws(Failure) -> Value
  ) -> CachedAsyncClosure<Value, Failure, repeat each Argument>
}

extension OldCache {
  func callAsFunction<Value, Failure: Error, each Argument>(
    ttl: CacheDuration? = nil, maxEntries: Int? = nil, persist: PersistOption = .none,
    allowOutputMutation: Bool = false, suppressStWarning: Bool = false, hashFuncs: [HashFunction] = [],
    fileID: String = #fileID, line: Int = #line, column: Int = #column,
    of function: @escaping (repeat each Argument) throws(Failure) -> Value
  ) -> CachedClosure<Value, Failure, repeat each Argument> {
    self(
      ttl: ttl, maxEntries: maxEntries, persist: persist, allowOutputMutation: allowOutputMutation,
      suppressStWarning: suppressStWarning, hashFuncs: hashFuncs, fileID: fileID, line: line, column: column,
      function)
  }
}

private struct DeprecatedCache: OldCache {
  @available(*, deprecated)
  func callAsFunction<Value, Failure: Error, each Argument>(
    ttl: CacheDuration?, maxEntries: Int?, persist: PersistOption, allowOutputMutation: Bool,
    suppressStWarning: Bool, hashFuncs: [HashFunction], fileID: String, line: Int, column: Int,
    _ function: @escaping (repeat each Argument) throws(Failure) -> Value
  ) -> CachedClosure<Value, Failure, repeat each Argument> {
    cache(
      ttl: ttl, maxEntries: maxEntries, persist: persist, allowOutputMutation: allowOutputMutation,
      suppressStWarning: suppressStWarning, hashFuncs: hashFuncs, fileID: fileID, line: line, column: column,
      function)
  }

  @available(*, deprecated)
  func asynchronous<Value, Failure: Error, each Argument>(
    _ function: @escaping (repeat each Argument) async throws(Failure) -> Value
  ) -> CachedAsyncClosure<Value, Failure, repeat each Argument> { cache(function) }
}
