/// A cached closure or function: called as the function itself, with a cache of its own.
///
/// It may be called from any thread, several at once, and so may the closure: what it captures must bear that.
public struct CachedClosure<Value, Failure: Error, each Argument>: @unchecked Sendable {
  @usableFromInline let cache: ClosureCore<Value, repeat each Argument>
  @usableFromInline let body: (repeat each Argument) throws(Failure) -> Value

  init(
    _ kind: CacheKind, _ options: CacheOptions<Value>, _ site: FunctionIdentity,
    _ body: @escaping (repeat each Argument) throws(Failure) -> Value
  ) {
    cache = ClosureCore(kind, options, site)
    self.body = body
  }

  var core: FunctionCore { cache.function }

  /// The result for these arguments: the one held, or what the closure returns.
  ///
  /// - Throws: what the closure throws, and `UnhashableParamError` where it may throw anything.
  /// - Complexity: O(1) on a hit, beside hashing and comparing the arguments.
  @inlinable public func callAsFunction(_ arguments: repeat each Argument) throws(Failure) -> Value {
    if let traits = cache.traits, let core = cache.byArguments {
      let key = ClosureKey(traits, repeat each arguments)
      return try core.call(key) { () throws(Failure) in try body(repeat each arguments) }
    }
    return try callByNodes(repeat each arguments)
  }

  @usableFromInline func callByNodes(_ arguments: repeat each Argument) throws(Failure) -> Value {
    let key: [KeyNode]
    do {
      key = try cache.nodes(repeat each arguments)
    } catch {
      if let error = error as? Failure { throw error }
      CacheLog.uncached(error, core.identity.name)
      return try body(repeat each arguments)
    }
    guard let core = cache.byNodes else { return try body(repeat each arguments) }
    return try core.call(key) { () throws(Failure) in try body(repeat each arguments) }
  }

  /// Forgets every result.
  ///
  /// - Complexity: O(*n*) in the number of results, and of those that depend on them.
  public func clear() { core.clear() }

  /// Forgets the result of the call with these arguments; one that cannot be hashed has none.
  ///
  /// - Complexity: O(1), beside hashing the arguments.
  public func clear(_ arguments: repeat each Argument) { cache.site(repeat each arguments)?.clear() }

  /// What the cache did so far.
  public var statistics: CacheStatistics { core.statistics }
}

/// A cached asynchronous closure or function: called as the function itself, with a cache of its own.
///
/// It may be called from any thread, several at once, and so may the closure: what it captures must bear that.
public struct CachedAsyncClosure<Value, Failure: Error, each Argument>: @unchecked Sendable {
  @usableFromInline let cache: ClosureCore<Value, repeat each Argument>
  @usableFromInline let body: (repeat each Argument) async throws(Failure) -> Value

  init(
    _ kind: CacheKind, _ options: CacheOptions<Value>, _ site: FunctionIdentity,
    _ body: @escaping (repeat each Argument) async throws(Failure) -> Value
  ) {
    cache = ClosureCore(kind, options, site)
    self.body = body
  }

  var core: FunctionCore { cache.function }

  /// The result for these arguments: the one held, or what the closure returns.
  ///
  /// - Throws: what the closure throws, and `UnhashableParamError` where it may throw anything.
  /// - Complexity: O(1) on a hit, beside hashing and comparing the arguments.
  @inlinable public func callAsFunction(_ arguments: repeat each Argument) async throws(Failure) -> Value {
    if let traits = cache.traits, let core = cache.byArguments {
      let key = ClosureKey(traits, repeat each arguments)
      return try await core.call(isolation: nil, key) { () async throws(Failure) in
        try await body(repeat each arguments)
      }
    }
    return try await callByNodes(repeat each arguments)
  }

  @usableFromInline func callByNodes(_ arguments: repeat each Argument) async throws(Failure) -> Value {
    let key: [KeyNode]
    do {
      key = try cache.nodes(repeat each arguments)
    } catch {
      if let error = error as? Failure { throw error }
      CacheLog.uncached(error, core.identity.name)
      return try await body(repeat each arguments)
    }
    guard let core = cache.byNodes else { return try await body(repeat each arguments) }
    return try await core.call(isolation: nil, key) { () async throws(Failure) in
      try await body(repeat each arguments)
    }
  }

  /// Forgets every result.
  ///
  /// - Complexity: O(*n*) in the number of results, and of those that depend on them.
  public func clear() { core.clear() }

  /// Forgets the result of the call with these arguments; one that cannot be hashed has none.
  ///
  /// - Complexity: O(1), beside hashing the arguments.
  public func clear(_ arguments: repeat each Argument) { cache.site(repeat each arguments)?.clear() }

  /// What the cache did so far.
  public var statistics: CacheStatistics { core.statistics }
}
