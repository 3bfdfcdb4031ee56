/// Makes key nodes with the hash functions of one cached function.
struct KeyNodeBuilder: Sendable {
  private let byType: [ObjectIdentifier: HashFunction]
  private let byName: [String: HashFunction]
  /// Deeper nesting than this is refused: it is a cycle of objects.
  private static let depthLimit = 100

  init(_ functions: [HashFunction]) {
    var byType: [ObjectIdentifier: HashFunction] = [:]
    var byName: [String: HashFunction] = [:]
    for function in functions {
      switch function.target {
      case .type(let id): byType[id] = function
      case .name(let name): byName[name] = function
      }
    }
    (self.byType, self.byName) = (byType, byName)
  }

  /// Whether no hash function takes part.
  var isEmpty: Bool { byType.isEmpty && byName.isEmpty }

  private func function(for type: Any.Type) -> HashFunction? {
    byType[ObjectIdentifier(type)] ?? (byName.isEmpty ? nil : byName[String(reflecting: type)])
  }

  /// The nodes of a call's arguments.
  ///
  /// - Throws: `UnhashableParamError` or `UserHashError`.
  func nodes(_ arguments: [(name: String, value: Any)], in function: String) throws -> [KeyNode] {
    try arguments.map { name, value in
      if let node = try node(value, in: function) { return node }
      throw UnhashableParamError(
        parameter: name, type: String(reflecting: type(of: value)), function: function)
    }
  }

  /// The node of an argument; nil where its type has no hash and no hash function reaches into it.
  ///
  /// - Throws: what a hash function throws, as a `UserHashError`.
  func node(_ value: Any, in functionName: String) throws -> KeyNode? {
    try walk(value, in: functionName, depth: 0)?.node
  }

  /// - Returns: the node, and whether a hash function took part in it.
  private func walk(_ value: Any, in name: String, depth: Int) throws -> (node: KeyNode, hooked: Bool)? {
    guard depth < Self.depthLimit else { return nil }
    let type = type(of: value)
    let id = TypeArgument(type)
    if let function = function(for: type) {
      let result: (any Hashable)?
      do {
        result = try function.apply(value)
      } catch {
        throw UserHashError(
          type: String(reflecting: type), hashFunction: function.typeName, function: name, underlying: error)
      }
      return result.map { (.hashed(type: id, by: ExactHashable($0)), true) }
    }
    if let type = value as? Any.Type { return (.metatype(TypeArgument(type)), false) }
    let mirror = Mirror(reflecting: value)
    if !mirror.children.isEmpty || mirror.displayStyle == .optional,
      let structure = try structure(of: value, mirror, id, in: name, depth: depth)
    {
      // Properties replace a type's own equality only where a hash function asks for it.
      // An optional would be looked through by the cast below, and `nil` meet with nothing.
      if structure.hooked || mirror.displayStyle == .optional || !(value is any Hashable) { return structure }
    }
    if mirror.displayStyle == .enum, !(value is any Hashable) { return caseName(of: value, id) }
    return (value as? any Hashable).map { (.leaf(ExactHashable($0)), false) }
  }

  /// The node of a case without payload, by the name that the language gives it.
  private func caseName(of value: Any, _ id: TypeArgument) -> (node: KeyNode, hooked: Bool)? {
    if value is any CustomStringConvertible || value is any CustomDebugStringConvertible
      || value is any TextOutputStreamable || value is any CustomReflectable
    {
      return nil
    }
    return (.list(type: id, [.leaf(ExactHashable("\(value)"))]), false)
  }

  private func structure(
    of value: Any, _ mirror: Mirror, _ id: TypeArgument, in name: String, depth: Int
  ) throws -> (node: KeyNode, hooked: Bool)? {
    switch mirror.displayStyle {
    case .struct, .tuple, .enum, .optional, .collection, .set, .dictionary: break
    default: return nil
    }
    if value is any CustomReflectable,
      ![.collection, .set, .dictionary, .optional].contains(mirror.displayStyle)
    {
      return nil
    }
    var nodes: [KeyNode] = []
    var hooked = false
    for child in mirror.children {
      guard let part = try walk(child.value, in: name, depth: depth + 1) else { return nil }
      if mirror.displayStyle == .enum, let label = child.label { nodes.append(.leaf(ExactHashable(label))) }
      nodes.append(part.node)
      hooked = hooked || part.hooked
    }
    switch mirror.displayStyle {
    case .set, .dictionary:
      return (.bag(type: id, Dictionary(nodes.map { ($0, 1) }, uniquingKeysWith: +)), hooked)
    case .optional where nodes.isEmpty:
      return (.none(type: id), hooked)
    default:
      return (.list(type: id, nodes), hooked)
    }
  }
}
