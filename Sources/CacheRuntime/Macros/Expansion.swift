/// The name by which expansions, which stand in other people's code, find what they call: unlike the module's own, nobody has a
/// parameter, member or type of that name.
public typealias __CacheRuntime = CacheExpansion

/// What the expansions of the macros call; not for use by hand.
public enum CacheExpansion {
  /// Options, as expansions name them.
  public typealias Options = CacheOptions
  /// An identity, as expansions name it.
  public typealias Identity = FunctionIdentity
  /// A handle, as expansions name it.
  public typealias Function = CachedFunction
  /// A handle of many functions, as expansions name it.
  public typealias Family = CachedFunctionFamily

  /// The class of an object; a parameter may be called `Swift`, or `type`.
  @inlinable public static func dynamicType<Object>(_ object: Object) -> Object.Type { type(of: object) }

  /// The cache of a function, found by its identity and made on the first call.
  public static func core<Key: Hashable, Value, each Argument>(
    _ identity: FunctionIdentity, _ kind: CacheKind, types: [any Any.Type] = [],
    value: Value.Type, options: () -> CacheOptions<Value>, key: (repeat each Argument) throws -> Key
  ) -> KeyedCore<Key, Value> {
    CacheRegistry.shared.core(
      identity, kind: kind, types: types, arguments: typeList(repeat (each Argument).self), options: options,
      Key.self)
  }

  private static func typeList<each T>(_ types: repeat (each T).Type) -> [any Any.Type] {
    var list: [any Any.Type] = []
    for type in repeat each types { list.append(type) }
    return list
  }

  /// The handle of a function, whose cache is looked for, or made, when the handle is used: the options of two functions may
  /// name each other's handles.
  public static func handle<Key: Hashable, Value, each Argument>(
    _ identity: FunctionIdentity, _ kind: CacheKind, types: [any Any.Type] = [],
    value: Value.Type, options: @escaping () -> CacheOptions<Value>, parameters: [String] = [],
    key: @escaping (repeat each Argument) throws -> Key
  ) -> CachedFunction<Value, repeat each Argument> {
    CachedFunction(
      identity, observers: { CacheRegistry.shared.observers(of: identity, types, Key.self, Value.self) },
      core: {
        CacheRegistry.shared.core(
          identity, kind: kind, types: types, arguments: typeList(repeat (each Argument).self),
          options: options, Key.self)
      }, parameters: parameters, key: key)
  }

  /// The handle of all specializations of a function.
  public static func family(_ identity: FunctionIdentity) -> CachedFunctionFamily {
    CachedFunctionFamily(identity: identity)
  }

  /// A call of a function whose cache is found by its identity and generic arguments.
  @inlinable public static func call<Key: Hashable, Value, E: Error>(
    _ identity: FunctionIdentity, _ kind: CacheKind, types: [any Any.Type],
    options: () -> CacheOptions<Value>, key: Key, _ compute: () throws(E) -> Value
  ) throws(E) -> Value {
    // Through a buffer, so that the list of types need not be an object.
    if let found = types.withUnsafeBufferPointer({ known(identity, $0, Key.self, Value.self) }) {
      // It is never freed, so a hit needs no reference of its own, which all threads would count.
      let core = Unmanaged<KeyedCore<Key, Value>>.fromOpaque(found)
      if let value = core._withUnsafeGuaranteedRef({ $0.plainHit(key) }) { return value }
      return try core.takeUnretainedValue().slowCall(key, compute)
    }
    return try found(identity, kind, types: types.map { $0 }, options: options, Key.self).call(key, compute)
  }

  /// A call of a function whose cache is found by its identity and generic arguments.
  @inlinable public static func call<Key: Hashable, Value, E: Error>(
    isolation: isolated (any Actor)? = #isolation,
    _ identity: FunctionIdentity, _ kind: CacheKind, types: [any Any.Type],
    options: () -> CacheOptions<Value>, key: Key, _ compute: () async throws(E) -> Value
  ) async throws(E) -> Value {
    if let found = types.withUnsafeBufferPointer({ known(identity, $0, Key.self, Value.self) }) {
      let core = Unmanaged<KeyedCore<Key, Value>>.fromOpaque(found)
      if let value = core._withUnsafeGuaranteedRef({ $0.plainHit(key) }) { return value }
      return try await core.takeUnretainedValue().slowCall(isolation: isolation, key, compute)
    }
    return try await found(identity, kind, types: types.map { $0 }, options: options, Key.self)
      .call(isolation: isolation, key, compute)
  }

  /// Not generic, since this is compiled for all types at once, and would have to look each up.
  @usableFromInline static func known(
    _ identity: FunctionIdentity, _ types: UnsafeBufferPointer<any Any.Type>, _ key: any Any.Type,
    _ value: any Any.Type
  ) -> UnsafeMutableRawPointer? {
    CacheRegistry.shared.known(identity, types, key, value)
  }

  @usableFromInline static func found<Key: Hashable, Value>(
    _ identity: FunctionIdentity, _ kind: CacheKind, types: [any Any.Type],
    options: () -> CacheOptions<Value>, _: Key.Type
  ) -> KeyedCore<Key, Value> {
    CacheRegistry.shared.core(identity, kind: kind, types: types, options: options, Key.self)
  }
}
