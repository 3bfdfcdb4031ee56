/// The key of a call of a cached closure whose arguments' types say how to compare them.
///
/// Other closures have `[KeyNode]` for keys, made by `KeyNodeBuilder` at run time.
@usableFromInline struct ClosureKey<each Argument>: Hashable {
  @usableFromInline let arguments: (repeat each Argument)
  /// Kept by the cache, which no key outlives; so a key costs no reference count.
  @usableFromInline unowned(unsafe) let traits: ClosureTraits<repeat each Argument>

  @inlinable init(_ traits: ClosureTraits<repeat each Argument>, _ arguments: repeat each Argument) {
    self.arguments = (repeat each arguments)
    self.traits = traits
  }

  // Swift 6.3.1 crashes on a pack that is handed on as a tuple, so both loops stand here.

  @inlinable static func == (lhs: Self, rhs: Self) -> Bool {
    for (traits, left, right) in repeat (each lhs.traits.all, each lhs.arguments, each rhs.arguments) {
      if !traits.isSame(left, right) { return false }
    }
    return true
  }

  @inlinable func _rawHashValue(seed: Int) -> Int {
    var hash = seed
    for (traits, argument) in repeat (each traits.all, each arguments) {
      hash = traits.hash(argument, seed: hash)
    }
    return hash
  }

  @inlinable func hash(into hasher: inout Hasher) {
    hasher.combine(_rawHashValue(seed: Hasher().finalize()))
  }
}

extension KeyNodeBuilder {
  /// The key for the arguments of a closure.
  ///
  /// - Throws: `UnhashableParamError` or `UserHashError`.
  func closureKey<each Argument>(_ arguments: repeat each Argument, in function: String) throws -> [KeyNode] {
    var all: [(name: String, value: Any)] = []
    for argument in repeat each arguments { all.append((name: "$\(all.count)", value: argument)) }
    return try nodes(all, in: function)
  }
}
