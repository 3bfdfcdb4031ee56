/// Where the results of a data function live beside memory.
///
/// Memory stays the first tier: a hit there touches nothing below. What leaves the process needs arguments that are
/// `Codable` or `CacheHashable`, and a result that is `Codable`.
public struct PersistOption: Hashable, Sendable {
  package enum Place: Sendable {
    case none
    case disk
    case shared
    case store(any CacheStore)
  }

  package let place: Place
  /// Whether only one process computes a key, and the others wait for its result.
  package let isCoordinated: Bool

  private init(_ place: Place, isCoordinated: Bool = false) {
    self.place = place
    self.isCoordinated = isCoordinated
  }

  /// In memory only.
  public static let none = PersistOption(.none)

  /// On disk too, for as long as files live.
  public static let disk = PersistOption(.disk)

  /// On disk too.
  ///
  /// - Parameter coordinated: Whether one process alone computes a key while the others wait for its result.
  public static func disk(coordinated: Bool) -> PersistOption {
    PersistOption(.disk, isCoordinated: coordinated)
  }

  /// In the store that `CacheStores.shared` names, which many machines may share; one computation a key over all of them.
  public static let shared = PersistOption(.shared, isCoordinated: true)

  /// In the store that `CacheStores.shared` names.
  ///
  /// - Parameter coordinated: Whether one machine alone computes a key while the others wait for its result.
  public static func shared(coordinated: Bool) -> PersistOption {
    PersistOption(.shared, isCoordinated: coordinated)
  }

  /// In a store of one's own.
  ///
  /// - Parameters:
  ///   - store: Where results lie.
  ///   - coordinated: Whether one process alone computes a key while the others wait for its result.
  public static func store(_ store: any CacheStore, coordinated: Bool = false) -> PersistOption {
    PersistOption(.store(store), isCoordinated: coordinated)
  }

  /// Whether both mean the same place, asked in the same way.
  public static func == (lhs: Self, rhs: Self) -> Bool { lhs.parts == rhs.parts }

  /// Feeds what `==` compares.
  public func hash(into hasher: inout Hasher) { hasher.combine(parts) }

  private var parts: [AnyHashable] {
    switch place {
    case .none: ["none"]
    case .disk: ["disk", isCoordinated]
    case .shared: ["shared", isCoordinated]
    case .store(let store): [ObjectIdentifier(store), isCoordinated]
    }
  }
}

extension PersistOption: ExpressibleByBooleanLiteral {
  /// The spelling of `cache`: true is `.disk`.
  public init(booleanLiteral persists: Bool) { self = persists ? .disk : .none }
}
