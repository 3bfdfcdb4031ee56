/// A type as a part of a key.
public struct TypeArgument: Hashable, Sendable {
  let type: any Any.Type

  /// The part of the key that this type makes.
  public init(_ type: any Any.Type) { self.type = type }

  /// Whether both are one type.
  public static func == (lhs: Self, rhs: Self) -> Bool { lhs.type == rhs.type }

  /// Feeds the type's identity.
  public func hash(into hasher: inout Hasher) { hasher.combine(ObjectIdentifier(type)) }
}
