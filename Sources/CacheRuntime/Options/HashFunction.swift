/// How values of one type become part of a key, for types without a hash of their own or with one that does not fit.
///
/// The result is hashed as it is, and never by a hash function again, so that a function for `Int` may return an `Int`.
public struct HashFunction: Sendable {
  package enum Target: Hashable, Sendable {
    case type(ObjectIdentifier)
    case name(String)
  }

  package let target: Target
  /// The type as errors name it.
  package let typeName: String
  package let apply: @Sendable (Any) throws -> (any Hashable)?

  /// A hash function for exactly this type, not for its subclasses.
  public static func hash<T>(
    _ type: T.Type, _ function: @escaping @Sendable (T) throws -> some Hashable & SendableMetatype
  ) -> Self {
    HashFunction(target: .type(ObjectIdentifier(type)), typeName: String(reflecting: type)) { value in
      guard let value = value as? T else { return nil }
      return try function(value)
    }
  }

  /// A hash function for the type of this full name, such as `"App.Region"`, where the type itself is out of sight.
  public static func hash(named name: String, _ function: @escaping @Sendable (Any) throws -> any Hashable)
    -> Self
  {
    HashFunction(target: .name(name), typeName: name) { try function($0) }
  }
}
