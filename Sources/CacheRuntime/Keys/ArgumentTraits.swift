/// How arguments of one type are hashed and compared: found once for a closure, so that a call asks no type anything.
@usableFromInline class ArgumentTraits<Value> {
  /// A hash of the argument.
  @usableFromInline func hash(_ value: Value, seed: Int) -> Int { seed }
  /// Whether the two are one key.
  @usableFromInline func isSame(_ lhs: Value, _ rhs: Value) -> Bool { false }

  /// The traits of a type whose own equality, or the stricter one of standard types, makes the key.
  ///
  /// Nil where only a value can tell: behind `any`, in classes with subclasses, in types without a hash.
  static func find() -> ArgumentTraits? {
    if Value.self is AnyClass { return nil }
    func strict<T: StrictlyKeyed>(_: T.Type) -> ArgumentTraits? { StrictTraits<T>() as? ArgumentTraits }
    func plain<T: Hashable>(_: T.Type) -> ArgumentTraits? { HashableTraits<T>() as? ArgumentTraits }
    if let type = Value.self as? any StrictlyKeyed.Type { return strict(type) }
    if let type = Value.self as? any Hashable.Type { return plain(type) }
    return nil
  }
}

private final class StrictTraits<Value: StrictlyKeyed>: ArgumentTraits<Value> {
  override func hash(_ value: Value, seed: Int) -> Int { value.keyHash(seed: seed) }
  override func isSame(_ lhs: Value, _ rhs: Value) -> Bool { lhs.isSameKey(as: rhs) }
}

private final class HashableTraits<Value: Hashable>: ArgumentTraits<Value> {
  override func hash(_ value: Value, seed: Int) -> Int { value._rawHashValue(seed: seed) }
  override func isSame(_ lhs: Value, _ rhs: Value) -> Bool { lhs == rhs }
}

/// The traits of all arguments of a closure.
@usableFromInline final class ClosureTraits<each Argument> {
  @usableFromInline let all: (repeat ArgumentTraits<each Argument>)

  /// Nil where an argument has none, or a hash function may take part in it.
  init?(_ nodes: KeyNodeBuilder) {
    guard nodes.isEmpty else { return nil }
    guard let traits = try? (repeat Self.find((each Argument).self)) else { return nil }
    all = traits
  }

  private static func find<T>(_: T.Type) throws(NoTraits) -> ArgumentTraits<T> {
    guard let traits = ArgumentTraits<T>.find() else { throw NoTraits() }
    return traits
  }
}

/// Why a closure's keys are made from values at run time.
private struct NoTraits: Error {}
