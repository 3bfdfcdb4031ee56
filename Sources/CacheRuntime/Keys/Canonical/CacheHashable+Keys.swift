// What the keys in memory are made of, as parts of a key outside of the process.

extension EmptyKey: CacheHashable {
  /// Nothing to take in but that there is nothing.
  public func cacheHash(into hasher: inout CacheHasher) { hasher.write(.end) }
}

extension KeyPair: CacheHashable {
  /// Takes in both parts, in order.
  public func cacheHash(into hasher: inout CacheHasher) {
    hasher.combine(known: first)
    hasher.combine(known: second)
  }
}

extension Argument: CacheHashable {
  /// Takes in the argument and its type.
  public func cacheHash(into hasher: inout CacheHasher) { hasher.combine(argument: value) }
}
extension StrictArgument: CacheHashable {
  /// Takes in the argument and its type.
  public func cacheHash(into hasher: inout CacheHasher) { hasher.combine(argument: value) }
}
extension DynamicArgument: CacheHashable {
  /// Takes in the argument and its type.
  public func cacheHash(into hasher: inout CacheHasher) { hasher.combine(argument: value) }
}
extension ExactHashable: CacheHashable {
  /// Takes in the value and its type.
  public func cacheHash(into hasher: inout CacheHasher) { hasher.combine(any: value) }
}
extension TypeArgument: CacheHashable {
  /// Takes in the type by its name.
  public func cacheHash(into hasher: inout CacheHasher) { hasher.combine(type: type) }
}

extension IdentityArgument: CacheHashable {
  /// Makes no key: the identity of an object ends with the process.
  public func cacheHash(into hasher: inout CacheHasher) {
    hasher.refuse(.object(String(reflecting: type(of: object))))
  }
}

extension ClosureKey: CacheHashable {
  /// Takes in every argument and its type, in order.
  @usableFromInline func cacheHash(into hasher: inout CacheHasher) {
    for argument in repeat each arguments { hasher.combine(argument: argument) }
  }
}

extension KeyNode: CacheHashable {
  /// Takes in the node and those below it.
  public func cacheHash(into hasher: inout CacheHasher) {
    switch self {
    case .leaf(let value): hasher.combine(value)
    case .hashed(let type, let result):
      hasher.write(.hashed)
      hasher.write(name: type.type)
      hasher.combine(result)
    case .list(let type, let nodes):
      hasher.write(.labelled)
      hasher.write(name: type.type)
      hasher.combine(nodes)
    case .bag(let type, let nodes):
      hasher.write(.labelled)
      hasher.write(name: type.type)
      hasher.combine(nodes)
    case .metatype(let type): hasher.combine(type)
    case .object(let object): hasher.combine(object)
    case .none(let type):
      hasher.write(.none)
      hasher.write(name: type.type)
    }
  }
}

extension CacheHasher {
  /// Takes in a value that may be an `AnyHashable` or an existential, whatever its static type says.
  fileprivate mutating func combine<Value>(argument value: Value) {
    write(.typed)
    write(name: Value.self)
    combine(known: value)
  }
}
