/// An option that `@cache` has and another attribute has not; whatever is given is refused when the use is compiled.
///
/// The attributes declare such options so that the refusal can name them and take them away.
public struct RemovedOption: Sendable {
  /// No such option; the only right value.
  public static let notGiven = RemovedOption()

  /// What was to live on disk.
  public static let disk = RemovedOption()

  /// What was to live in memory only.
  public static let none = RemovedOption()
}

extension RemovedOption: ExpressibleByBooleanLiteral {
  /// Any value of an option that was true or false.
  public init(booleanLiteral _: Bool) {}
}

extension RemovedOption {
  /// What was to be shared by many machines.
  public static let shared = RemovedOption()

  /// What was to live on disk.
  public static func disk(coordinated: Bool) -> RemovedOption { .disk }

  /// What was to be shared by many machines.
  public static func shared(coordinated: Bool) -> RemovedOption { .shared }

  /// What was to live in a store of one's own.
  public static func store(_ store: any CacheStore, coordinated: Bool = false) -> RemovedOption { .disk }
}
