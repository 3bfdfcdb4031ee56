// The parts of a key. Every overload below is chosen by the static type of an argument; the last one of each family is
// chosen for a type without a hash only.

extension CacheExpansion {
  /// The key of a call without arguments.
  @inlinable public static func key() -> EmptyKey { EmptyKey() }
  /// The key of one argument.
  @inlinable public static func key<A: Hashable>(_ part: A) -> A { part }
  /// The key of two arguments; more are nested.
  @inlinable public static func key<A: Hashable, B: Hashable>(_ first: A, _ rest: B) -> KeyPair<A, B> {
    KeyPair(first, rest)
  }

  /// The part that an argument of a standard type makes.
  @inlinable public static func part<T: StrictlyKeyed & Hashable>(
    _ value: T, _ parameter: String, _ function: String
  ) -> StrictArgument<T> { StrictArgument(value) }

  /// The part that an argument of any hashable type makes.
  @inlinable public static func part<T: Hashable>(_ value: T, _ parameter: String, _ function: String)
    -> Argument<T>
  { Argument(value) }

  /// The part that a type makes.
  public static func part<T>(_ value: T.Type, _ parameter: String, _ function: String)
    -> TypeArgument
  { TypeArgument(value) }

  /// The part that an actor makes that has no equality of its own: itself.
  @_disfavoredOverload
  public static func part<T: Actor>(_ value: T, _ parameter: String, _ function: String) -> IdentityArgument<
    T
  > {
    IdentityArgument(value)
  }

  /// Refuses, at compile time, an argument without a hash.
  @_disfavoredOverload
  @available(
    *, unavailable,
    message:
      "an argument of a cached function must be hashable; exclude it with an underscore before its internal name, give a hash function in 'hashFuncs', or conform its type to 'Hashable'"
  )
  public static func part<T>(_ value: T, _ parameter: String, _ function: String) -> EmptyKey { EmptyKey() }

  /// The part that an argument of a generic parameter's type makes.
  public static func genericPart<T: Hashable>(_ value: T, _ parameter: String, _ function: String)
    -> DynamicArgument<T>
  { DynamicArgument(value) }

  /// The part that a type makes.
  public static func genericPart<T>(_ value: T.Type, _ parameter: String, _ function: String)
    -> TypeArgument
  { TypeArgument(value) }

  /// The part that an actor makes that has no equality of its own: itself.
  @_disfavoredOverload
  public static func genericPart<T: Actor>(_ value: T, _ parameter: String, _ function: String)
    -> IdentityArgument<T>
  { IdentityArgument(value) }

  /// Refuses, at compile time, an argument without a hash.
  @_disfavoredOverload
  @available(
    *, unavailable,
    message:
      "an argument of a cached function must be hashable; exclude it with an underscore before its internal name, give a hash function in 'hashFuncs', or constrain its type to 'Hashable'"
  )
  public static func genericPart<T>(_ value: T, _ parameter: String, _ function: String) -> EmptyKey {
    EmptyKey()
  }
}

extension CacheExpansion {
  /// The part that a pack of arguments makes.
  public static func pack<each T: Hashable>(_ values: repeat each T) -> Argument<[ExactHashable]> {
    var parts: [ExactHashable] = []
    for value in repeat each values { parts.append(ExactHashable(value)) }
    return Argument(parts)
  }

  /// The part that a pack of arguments makes, whatever their types.
  public static func tryPack<each T>(_ values: repeat each T, parameter: String, function: String) throws
    -> Argument<[ExactHashable]>
  {
    var parts: [ExactHashable] = []
    for value in repeat each values { parts.append(try tryGenericPart(value, parameter, function)) }
    return Argument(parts)
  }

  /// The part that an argument of a standard type makes.
  @inlinable public static func tryPart<T: StrictlyKeyed & Hashable>(
    _ value: T, _ parameter: String, _ function: String
  ) throws -> StrictArgument<T> { StrictArgument(value) }

  /// The part that an argument of any hashable type makes.
  @inlinable public static func tryPart<T: Hashable>(_ value: T, _ parameter: String, _ function: String)
    throws
    -> Argument<T>
  { Argument(value) }

  /// The part that a type makes.
  public static func tryPart<T>(_ value: T.Type, _ parameter: String, _ function: String) throws
    -> TypeArgument
  { TypeArgument(value) }

  /// The part that an actor makes that has no equality of its own: itself.
  @_disfavoredOverload
  public static func tryPart<T: Actor>(_ value: T, _ parameter: String, _ function: String) throws
    -> IdentityArgument<T>
  { IdentityArgument(value) }

  /// Refuses, at run time, an argument without a hash.
  @_disfavoredOverload
  public static func tryPart<T>(_ value: T, _ parameter: String, _ function: String) throws -> ExactHashable {
    guard let hashable = value as? any Hashable else {
      throw UnhashableParamError(
        parameter: parameter, type: String(reflecting: type(of: value as Any)), function: function)
    }
    return ExactHashable(hashable)
  }

  /// The part that an argument of a generic parameter's type makes.
  public static func tryGenericPart<T>(_ value: T, _ parameter: String, _ function: String) throws
    -> ExactHashable
  {
    if let type = value as? Any.Type { return ExactHashable(TypeArgument(type)) }
    if !(value is any Hashable), let object = value as? any Actor {
      return ExactHashable(IdentityArgument(object as AnyObject))
    }
    return try tryPart(value, parameter, function)
  }
}

extension CacheExpansion {
  /// A pack of arguments for hash functions to look into.
  public static func list<each T>(_ values: repeat each T) -> [Any] {
    var list: [Any] = []
    for value in repeat each values { list.append(value) }
    return list
  }

  /// The key of a call in whose function hash functions take part.
  ///
  /// - Throws: `UnhashableParamError` or `UserHashError`.
  public static func tryNodes(
    _ functions: [HashFunction], _ function: String, _ arguments: (name: String, value: Any)...
  ) throws -> [KeyNode] {
    try KeyNodeBuilder(functions).nodes(arguments, in: function)
  }

  /// The same for a function that cannot throw: nil, and a line in the log, where there is no key.
  public static func nodes(
    _ functions: [HashFunction], _ function: String, _ arguments: (name: String, value: Any)...
  ) -> [KeyNode]? {
    do {
      return try KeyNodeBuilder(functions).nodes(arguments, in: function)
    } catch {
      CacheLog.uncached(error, function)
      return nil
    }
  }
}

extension KeyedCore where Key == [KeyNode] {
  /// The key of a call, with the function's own hash functions.
  ///
  /// - Throws: `UnhashableParamError` or `UserHashError`.
  public func tryNodes(_ arguments: (name: String, value: Any)...) throws -> [KeyNode] {
    try nodes.nodes(arguments, in: identity.name)
  }

  /// The same for a function that cannot throw: nil, and a line in the log, where there is no key.
  public func nodes(_ arguments: (name: String, value: Any)...) -> [KeyNode]? {
    do {
      return try nodes.nodes(arguments, in: identity.name)
    } catch {
      CacheLog.uncached(error, identity.name)
      return nil
    }
  }
}
