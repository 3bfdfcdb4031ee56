// The parts of a key of a function with `persist:` that may be compiled for several types: decided at run time between the
// strict equality of standard types and the type's own, as in `genericPart`, and refused when the function is compiled where
// nothing says that every type can leave the process.

extension CacheExpansion {
  /// The part that an argument of a generic parameter's type makes.
  public static func storedGenericPart<T: Hashable & Encodable>(
    _ value: T, _ parameter: String, _ function: String
  ) -> DynamicArgument<T> { DynamicArgument(value) }

  /// The part that an argument of a generic parameter's type makes.
  public static func storedGenericPart<T: Hashable & CacheHashable>(
    _ value: T, _ parameter: String, _ function: String
  ) -> DynamicArgument<T> { DynamicArgument(value) }

  /// The part that an argument of a generic parameter's type makes.
  public static func storedGenericPart<T: Hashable & CacheHashable & Encodable>(
    _ value: T, _ parameter: String, _ function: String
  ) -> DynamicArgument<T> { DynamicArgument(value) }

  /// The part that a type makes.
  public static func storedGenericPart<T>(_ value: T.Type, _ parameter: String, _ function: String)
    -> TypeArgument
  { TypeArgument(value) }

  /// Refuses, at compile time, an argument that cannot be part of a key outside of the process.
  @_disfavoredOverload
  @available(
    *, unavailable,
    message:
      "an argument of a function with 'persist:' must be 'Codable' or 'CacheHashable', since 'Hashable' differs from process to process; constrain or conform its type, give a hash function in 'hashFuncs', or exclude it with an underscore before its internal name"
  )
  public static func storedGenericPart<T: Hashable>(_ value: T, _ parameter: String, _ function: String)
    -> EmptyKey
  { EmptyKey() }

  /// Refuses, at compile time, an argument that ends with the process.
  @_disfavoredOverload
  @available(
    *, unavailable,
    message:
      "an argument of a function with 'persist:' must be 'Codable' or 'CacheHashable', since 'Hashable' differs from process to process; constrain or conform its type, give a hash function in 'hashFuncs', or exclude it with an underscore before its internal name"
  )
  public static func storedGenericPart<T: Actor>(_ value: T, _ parameter: String, _ function: String)
    -> EmptyKey
  { EmptyKey() }

  /// Refuses, at compile time, an actor whose equality is of this process.
  @_disfavoredOverload
  @available(
    *, unavailable,
    message:
      "an argument of a function with 'persist:' must be 'Codable' or 'CacheHashable', since 'Hashable' differs from process to process; constrain or conform its type, give a hash function in 'hashFuncs', or exclude it with an underscore before its internal name"
  )
  public static func storedGenericPart<T: Actor & Hashable>(
    _ value: T, _ parameter: String, _ function: String
  ) -> EmptyKey { EmptyKey() }

  /// Refuses, at compile time, an argument without a hash.
  @_disfavoredOverload
  @available(
    *, unavailable,
    message:
      "an argument of a cached function must be hashable; exclude it with an underscore before its internal name, give a hash function in 'hashFuncs', or constrain its type to 'Hashable'"
  )
  public static func storedGenericPart<T>(_ value: T, _ parameter: String, _ function: String) -> EmptyKey {
    EmptyKey()
  }

  /// The part that a pack of arguments makes.
  public static func storedPack<each T: Hashable & Encodable>(_ values: repeat each T)
    -> Argument<[ExactHashable]>
  { pack(repeat each values) }

  /// The part that a pack of arguments makes.
  public static func storedPack<each T: Hashable & CacheHashable>(_ values: repeat each T)
    -> Argument<[ExactHashable]>
  { pack(repeat each values) }

  /// The part that a pack of arguments makes.
  public static func storedPack<each T: Hashable & CacheHashable & Encodable>(_ values: repeat each T)
    -> Argument<[ExactHashable]>
  { pack(repeat each values) }

  /// Refuses, at compile time, arguments that cannot be part of a key outside of the process.
  @_disfavoredOverload
  @available(
    *, unavailable,
    message:
      "an argument of a function with 'persist:' must be 'Codable' or 'CacheHashable', since 'Hashable' differs from process to process; constrain or conform its type, give a hash function in 'hashFuncs', or exclude it with an underscore before its internal name"
  )
  public static func storedPack<each T: Hashable>(_ values: repeat each T) -> EmptyKey { EmptyKey() }

  /// What a hash function makes can be part of a key outside of the process.
  public static func storedHash<T, R: Hashable & Encodable>(_: T.Type, _: (T) throws -> R) -> ResultFact.Sound
  {
    ResultFact.Sound()
  }

  /// What a hash function makes can be part of a key outside of the process.
  public static func storedHash<T, R: Hashable & CacheHashable>(_: T.Type, _: (T) throws -> R)
    -> ResultFact.Sound
  {
    ResultFact.Sound()
  }

  /// What a hash function makes can be part of a key outside of the process.
  public static func storedHash<T, R: Hashable & CacheHashable & Encodable>(_: T.Type, _: (T) throws -> R)
    -> ResultFact.Sound
  {
    ResultFact.Sound()
  }

  /// Refuses, at compile time, a hash function whose results are others in every process.
  @_disfavoredOverload
  @available(
    *, unavailable,
    message:
      "what a hash function makes for a function with 'persist:' must be 'Codable' or 'CacheHashable', since 'Hashable' differs from process to process; return a number or a text"
  )
  public static func storedHash<T, R: Hashable>(_: T.Type, _: (T) throws -> R) -> ResultFact.Unstored {
    ResultFact.Unstored()
  }
}
