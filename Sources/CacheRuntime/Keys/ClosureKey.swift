/// The key of a call of a cached closure: its arguments, each exactly typed.
struct ClosureKey: Hashable {
  var parts: [KeyNode] = []
}

extension KeyedCore where Key == ClosureKey {
  /// The key for these arguments, with the closure's hash functions.
  ///
  /// - Throws: `UnhashableParamError` or `UserHashError`.
  func key<each Argument>(_ arguments: repeat each Argument) throws -> ClosureKey {
    var all: [(name: String, value: Any)] = []
    for argument in repeat each arguments { all.append((name: "$\(all.count)", value: argument)) }
    return ClosureKey(parts: try nodesKey(all))
  }
}
