/// The cache of a closure: by its arguments where their types allow it, else by what is made of them at run time.
@usableFromInline struct ClosureCore<Value, each Argument>: @unchecked Sendable {
  // Both are immutable; the caches have locks of their own.
  @usableFromInline let traits: ClosureTraits<repeat each Argument>?
  /// There where `traits` are.
  @usableFromInline let byArguments: KeyedCore<ClosureKey<repeat each Argument>, Value>?
  /// There where `traits` are not.
  let byNodes: KeyedCore<[KeyNode], Value>?
  /// The one of the two that is there.
  let function: FunctionCore

  init(_ kind: CacheKind, _ options: CacheOptions<Value>, _ site: FunctionIdentity) {
    traits = ClosureTraits(KeyNodeBuilder(options.hashFuncs))
    var types: [any Any.Type] = []
    for type in repeat (each Argument).self { types.append(type) }
    if traits == nil {
      let core = KeyedCore<[KeyNode], Value>(
        identity: site, kind: kind, options: options, arguments: types)
      (byArguments, byNodes, function) = (nil, core, core)
    } else {
      let core = KeyedCore<ClosureKey<repeat each Argument>, Value>(
        identity: site, kind: kind, options: options, arguments: types, keeping: traits)
      (byArguments, byNodes, function) = (core, nil, core)
    }
    CacheRegistry.shared.add(closure: function)
  }

  /// One call; nil where its arguments have no key.
  func site(_ arguments: repeat each Argument) -> (any CallSite<Value>)? {
    if let traits, let byArguments {
      return KeyedCallSite(
        core: byArguments, key: ClosureKey(traits, repeat each arguments), parameters: [])
    }
    guard let byNodes, let key = try? nodes(repeat each arguments) else { return nil }
    return KeyedCallSite(core: byNodes, key: key, parameters: [])
  }

  /// - Throws: `UnhashableParamError` or `UserHashError`.
  func nodes(_ arguments: repeat each Argument) throws -> [KeyNode] {
    guard let byNodes else { return [] }
    return try byNodes.nodes.closureKey(repeat each arguments, in: byNodes.identity.name)
  }
}
