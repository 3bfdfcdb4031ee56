/// Where the results of a data function live beside memory.
public struct PersistOption: Hashable, Sendable {
  package enum Place: Hashable, Sendable {
    case none
    case disk
  }

  package let place: Place

  /// In memory only.
  public static let none = PersistOption(place: .none)

  /// On disk too. The disk store is still to come: results are kept in memory, and the log says so once.
  public static let disk = PersistOption(place: .disk)
}

extension PersistOption: ExpressibleByBooleanLiteral {
  /// The spelling of `cache`: true is `.disk`.
  public init(booleanLiteral persists: Bool) { self = persists ? .disk : .none }
}
