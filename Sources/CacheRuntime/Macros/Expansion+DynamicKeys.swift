// Arguments behind `any Hashable`, whose types are known at run time only: alone, or nothing, and in arrays and dictionaries.

extension CacheExpansion {
  /// The part that an argument of a type makes which is known at run time only.
  @_disfavoredOverload
  public static func part(_ value: any Hashable, _ parameter: String, _ function: String)
    -> ExactHashable
  { ExactHashable(value) }

  /// The part that an argument of a type makes which is known at run time only, or none.
  @_disfavoredOverload
  public static func part(_ value: (any Hashable)?, _ parameter: String, _ function: String)
    -> Argument<ExactHashable?>
  { Argument(value.map { ExactHashable($0) }) }

  /// The part that an array of values of different types makes.
  @_disfavoredOverload
  public static func part(_ value: [any Hashable], _ parameter: String, _ function: String)
    -> Argument<[ExactHashable]>
  { Argument(value.map { ExactHashable($0) }) }

  /// The part that a dictionary of values of different types makes.
  @_disfavoredOverload
  public static func part<K: Hashable>(_ value: [K: any Hashable], _ parameter: String, _ function: String)
    -> Argument<[DynamicArgument<K>: ExactHashable]>
  { Argument(exactly(value)) }

  /// The part that an argument of a type makes which is known at run time only.
  @_disfavoredOverload
  public static func tryPart(_ value: any Hashable, _ parameter: String, _ function: String) throws
    -> ExactHashable
  { ExactHashable(value) }

  /// The part that an argument of a type makes which is known at run time only, or none.
  @_disfavoredOverload
  public static func tryPart(_ value: (any Hashable)?, _ parameter: String, _ function: String) throws
    -> Argument<ExactHashable?>
  { Argument(value.map { ExactHashable($0) }) }

  /// The part that an array of values of different types makes.
  @_disfavoredOverload
  public static func tryPart(_ value: [any Hashable], _ parameter: String, _ function: String) throws
    -> Argument<[ExactHashable]>
  { Argument(value.map { ExactHashable($0) }) }

  /// The part that a dictionary of values of different types makes.
  @_disfavoredOverload
  public static func tryPart<K: Hashable>(_ value: [K: any Hashable], _ parameter: String, _ function: String)
    throws
    -> Argument<[DynamicArgument<K>: ExactHashable]>
  { Argument(exactly(value)) }

  /// The part that an argument of a type makes which is known at run time only.
  @_disfavoredOverload
  public static func genericPart(_ value: any Hashable, _ parameter: String, _ function: String)
    -> ExactHashable
  { ExactHashable(value) }

  /// The part that an argument of a type makes which is known at run time only, or none.
  @_disfavoredOverload
  public static func genericPart(_ value: (any Hashable)?, _ parameter: String, _ function: String)
    -> Argument<ExactHashable?>
  { Argument(value.map { ExactHashable($0) }) }

  /// The part that an array of values of different types makes.
  @_disfavoredOverload
  public static func genericPart(_ value: [any Hashable], _ parameter: String, _ function: String)
    -> Argument<[ExactHashable]>
  { Argument(value.map { ExactHashable($0) }) }

  /// The part that a dictionary of values of different types makes.
  @_disfavoredOverload
  public static func genericPart<K: Hashable>(
    _ value: [K: any Hashable], _ parameter: String, _ function: String
  )
    -> Argument<[DynamicArgument<K>: ExactHashable]>
  { Argument(exactly(value)) }

  /// The part that an argument of a type makes which is known at run time only, or none.
  public static func tryGenericPart(_ value: (any Hashable)?, _ parameter: String, _ function: String) throws
    -> Argument<ExactHashable?>
  { Argument(value.map { ExactHashable($0) }) }

  /// The part that an array of values of different types makes.
  public static func tryGenericPart(_ value: [any Hashable], _ parameter: String, _ function: String) throws
    -> Argument<[ExactHashable]>
  { Argument(value.map { ExactHashable($0) }) }

  /// The part that a dictionary of values of different types makes.
  public static func tryGenericPart<K: Hashable>(
    _ value: [K: any Hashable], _ parameter: String, _ function: String
  ) throws
    -> Argument<[DynamicArgument<K>: ExactHashable]>
  { Argument(exactly(value)) }

  private static func exactly<K: Hashable>(_ value: [K: any Hashable]) -> [DynamicArgument<K>: ExactHashable]
  {
    Dictionary(value.map { (DynamicArgument($0.key), ExactHashable($0.value)) }, uniquingKeysWith: { $1 })
  }
}
