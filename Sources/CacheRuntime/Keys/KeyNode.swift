/// A part of a key that was made at run time, where hash functions take part: a tree of exactly typed values.
///
/// Two values are one key only if their types are the same and their trees are: no separator can be forged, since nothing
/// is joined into text.
public indirect enum KeyNode: Hashable {
  /// A value of a type that no hash function reaches into, by its type and its own equality.
  case leaf(ExactHashable)
  /// What a hash function made of a value of this type.
  case hashed(type: TypeArgument, by: ExactHashable)
  /// Properties or elements in order.
  case list(type: TypeArgument, [KeyNode])
  /// Elements whose order does not count, with how often each occurs.
  case bag(type: TypeArgument, [KeyNode: Int])
  /// A type as an argument.
  case metatype(TypeArgument)
  /// An object by its identity, kept alive by the key.
  case object(IdentityArgument<AnyObject>)
  /// Nothing where something of this type could be.
  case none(type: TypeArgument)
}
