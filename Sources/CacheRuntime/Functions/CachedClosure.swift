/// A cached closure or function: called as the function itself, with a cache of its own.
public struct CachedClosure<Value, Failure: Error, each Argument>: @unchecked Sendable {
  let core: KeyedCore<ClosureKey, Value>
  let body: (repeat each Argument) throws(Failure) -> Value

  init(
    _ kind: CacheKind, _ options: CacheOptions<Value>, _ site: FunctionIdentity,
    _ body: @escaping (repeat each Argument) throws(Failure) -> Value
  ) {
    core = KeyedCore(identity: site, kind: kind, options: options)
    self.body = body
    CacheRegistry.shared.add(closure: core)
  }

  /// The result for these arguments: the one held, or what the closure returns.
  ///
  /// - Throws: what the closure throws, and `UnhashableParamError` where it may throw anything.
  public func callAsFunction(_ arguments: repeat each Argument) throws(Failure) -> Value {
    let key: ClosureKey
    do {
      key = try core.key(repeat each arguments)
    } catch {
      if let error = error as? Failure { throw error }
      CacheLog.unhashable(error, function: core.identity.name)
      return try body(repeat each arguments)
    }
    return try core.call(key) { () throws(Failure) in try body(repeat each arguments) }
  }

  /// Forgets every result.
  public func clear() { core.clear() }

  /// Forgets the result of the call with these arguments; one that cannot be hashed has none.
  public func clear(_ arguments: repeat each Argument) {
    if let key = try? core.key(repeat each arguments) { core.clear(key) }
  }

  /// What the cache did so far.
  public var statistics: CacheStatistics { core.statistics }
}

/// A cached asynchronous closure or function: called as the function itself, with a cache of its own.
public struct CachedAsyncClosure<Value, Failure: Error, each Argument>: @unchecked Sendable {
  let core: KeyedCore<ClosureKey, Value>
  let body: (repeat each Argument) async throws(Failure) -> Value

  init(
    _ kind: CacheKind, _ options: CacheOptions<Value>, _ site: FunctionIdentity,
    _ body: @escaping (repeat each Argument) async throws(Failure) -> Value
  ) {
    core = KeyedCore(identity: site, kind: kind, options: options)
    self.body = body
    CacheRegistry.shared.add(closure: core)
  }

  /// The result for these arguments: the one held, or what the closure returns.
  ///
  /// - Throws: what the closure throws, and `UnhashableParamError` where it may throw anything.
  public func callAsFunction(_ arguments: repeat each Argument) async throws(Failure) -> Value {
    let key: ClosureKey
    do {
      key = try core.key(repeat each arguments)
    } catch {
      if let error = error as? Failure { throw error }
      CacheLog.unhashable(error, function: core.identity.name)
      return try await body(repeat each arguments)
    }
    return try await core.call(isolation: nil, key) { () async throws(Failure) in
      try await body(repeat each arguments)
    }
  }

  /// Forgets every result.
  public func clear() { core.clear() }

  /// Forgets the result of the call with these arguments; one that cannot be hashed has none.
  public func clear(_ arguments: repeat each Argument) {
    if let key = try? core.key(repeat each arguments) { core.clear(key) }
  }

  /// What the cache did so far.
  public var statistics: CacheStatistics { core.statistics }
}
