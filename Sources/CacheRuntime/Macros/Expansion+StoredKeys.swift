// The parts of a key of a function with `persist:`. Every overload is chosen by the static type of an argument, as in
// `Expansion+Keys.swift`; what is hashable only is refused when the function is compiled. There is none for `any Hashable`:
// it would take every value that is to be refused, and `AnyHashable` says the same and is looked at when it comes. For each set of protocols that a
// type may have there is one overload, since the compiler ranks overloads by that.

extension CacheExpansion {
  /// The part that an argument of a standard type makes.
  @inlinable public static func storedPart<T: StrictlyKeyed & Hashable>(
    _ value: T, _ parameter: String, _ function: String
  ) -> StrictArgument<T> { StrictArgument(value) }

  /// The part that an argument of a standard type makes.
  @inlinable public static func storedPart<T: StrictlyKeyed & Hashable & CacheHashable>(
    _ value: T, _ parameter: String, _ function: String
  ) -> StrictArgument<T> { StrictArgument(value) }

  /// The part that an argument of a standard type makes.
  @inlinable public static func storedPart<T: StrictlyKeyed & Hashable & Encodable>(
    _ value: T, _ parameter: String, _ function: String
  ) -> StrictArgument<T> { StrictArgument(value) }

  /// The part that an argument of a standard type makes.
  @inlinable public static func storedPart<T: StrictlyKeyed & Hashable & CacheHashable & Encodable>(
    _ value: T, _ parameter: String, _ function: String
  ) -> StrictArgument<T> { StrictArgument(value) }

  /// The part that an argument makes that can be encoded.
  @inlinable public static func storedPart<T: Hashable & Encodable>(
    _ value: T, _ parameter: String, _ function: String
  ) -> Argument<T> { Argument(value) }

  /// The part that an argument makes that says what counts of it.
  @inlinable public static func storedPart<T: Hashable & CacheHashable>(
    _ value: T, _ parameter: String, _ function: String
  ) -> Argument<T> { Argument(value) }

  /// The part that an argument makes that says what counts of it.
  @inlinable public static func storedPart<T: Hashable & CacheHashable & Encodable>(
    _ value: T, _ parameter: String, _ function: String
  ) -> Argument<T> { Argument(value) }

  /// The part that a type makes.
  public static func storedPart<T>(_ value: T.Type, _ parameter: String, _ function: String) -> TypeArgument {
    TypeArgument(value)
  }

  /// Refuses, at compile time, an argument that cannot be part of a key outside of the process.
  @_disfavoredOverload
  @available(
    *, unavailable,
    message:
      "an argument of a function with 'persist:' must be 'Codable' or 'CacheHashable', since 'Hashable' differs from process to process; conform its type, give a hash function in 'hashFuncs', or exclude it with an underscore before its internal name"
  )
  public static func storedPart<T: Hashable>(_ value: T, _ parameter: String, _ function: String) -> EmptyKey
  {
    EmptyKey()
  }

  /// Refuses, at compile time, an actor whose equality is of this process.
  @_disfavoredOverload
  @available(
    *, unavailable,
    message:
      "an argument of a function with 'persist:' must be 'Codable' or 'CacheHashable', since 'Hashable' differs from process to process; conform its type, give a hash function in 'hashFuncs', or exclude it with an underscore before its internal name"
  )
  public static func storedPart<T: Actor & Hashable>(_ value: T, _ parameter: String, _ function: String)
    -> EmptyKey
  {
    EmptyKey()
  }

  /// Refuses, at compile time, an argument that ends with the process.
  @_disfavoredOverload
  @available(
    *, unavailable,
    message:
      "an argument of a function with 'persist:' must be 'Codable' or 'CacheHashable', since 'Hashable' differs from process to process; conform its type, give a hash function in 'hashFuncs', or exclude it with an underscore before its internal name"
  )
  public static func storedPart<T: Actor>(_ value: T, _ parameter: String, _ function: String) -> EmptyKey {
    EmptyKey()
  }

  /// Refuses, at compile time, an argument without a hash.
  @_disfavoredOverload
  @available(
    *, unavailable,
    message:
      "an argument of a cached function must be hashable; exclude it with an underscore before its internal name, give a hash function in 'hashFuncs', or conform its type to 'Hashable'"
  )
  public static func storedPart<T>(_ value: T, _ parameter: String, _ function: String) -> EmptyKey {
    EmptyKey()
  }
}
