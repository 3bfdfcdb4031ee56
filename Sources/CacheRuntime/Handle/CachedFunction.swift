/// The handle of a cached function, `$f`: what can be asked of its cache beside calling it.
///
/// Arguments are those that count for the key, in order, without labels. For a method the handle belongs to the instance:
/// `shop.$turnover.clear(2024)` forgets what this shop returned in that year. `Shop.$turnover.clear()` and
/// `shop.$turnover.clear()` forget what all of them did.
public struct CachedFunction<Value, each Argument> {
  private let identity: FunctionIdentity
  private let observers: () -> ClearObservers
  private let find: () -> FunctionCore
  private let site: (repeat each Argument) throws -> any CallSite<Value>

  private var core: FunctionCore { find() }

  init<Key: Hashable>(
    _ identity: FunctionIdentity, observers: @escaping () -> ClearObservers,
    core: @escaping () -> KeyedCore<Key, Value>, parameters: [String],
    key: @escaping (repeat each Argument) throws -> Key
  ) {
    self.identity = identity
    self.observers = observers
    find = core
    site = { (arguments: repeat each Argument) throws -> any CallSite<Value> in
      KeyedCallSite(core: core(), key: try key(repeat each arguments), parameters: parameters)
    }
  }

  /// Forgets every result; of a method, those of all instances.
  ///
  /// - Complexity: O(*n*) in the number of results, and of those that depend on them.
  public func clear() { core.clear() }

  /// Forgets the result of the call with these arguments; one that cannot be hashed has none.
  ///
  /// - Complexity: O(1), beside hashing the arguments.
  public func clear(_ arguments: repeat each Argument) { try? site(repeat each arguments).clear() }

  /// Whether a call with these arguments would find a result, in memory or below; asking does not count as use.
  ///
  /// - Complexity: O(1), beside hashing the arguments.
  public func contains(_ arguments: repeat each Argument) -> Bool {
    (try? site(repeat each arguments).isHeld) ?? false
  }

  /// Stores a result for these arguments, as if the function had returned it.
  ///
  /// Nothing is stored where a call would store nothing: with a `ttl` of zero, or where `storeIf` refuses the result.
  ///
  /// - Throws: `UnhashableParamError`, `UserHashError` and `UnserializableReturnValueError`, and `UnstableKeyError` of a function with
  ///   `persist:`.
  /// - Complexity: O(1), beside hashing the arguments and copying the value.
  public func prime(_ value: Value, for arguments: repeat each Argument) throws {
    try site(repeat each arguments).prime(value)
  }

  /// Why a call with these arguments would find a result, or why not.
  ///
  /// - Complexity: O(1) where there is a result, or was one; else O(*n*) in the number of results.
  public func explain(_ arguments: repeat each Argument) -> CacheExplanation {
    do {
      return try site(repeat each arguments).explain()
    } catch {
      return CacheExplanation(function: identity.name, outcome: .unhashable("\(error)"))
    }
  }

  /// Runs `body`, in which calls of this function compute and store nothing.
  ///
  /// - Throws: what `body` throws.
  public func uncached<R>(_ body: () throws -> R) rethrows -> R {
    try CacheBypass.run(.function(ObjectIdentifier(core)), body)
  }

  /// Runs `body`, in which calls of this function compute and store nothing.
  ///
  /// - Throws: what `body` throws.
  public func uncached<R>(
    isolation: isolated (any Actor)? = #isolation, _ body: () async throws -> R
  ) async rethrows -> R {
    try await CacheBypass.run(isolation: isolation, .function(ObjectIdentifier(core)), body)
  }

  /// What the cache did so far.
  ///
  /// - Complexity: O(1); of a function with `scope: .session`, O(*n*) in the number of sessions.
  public var statistics: CacheStatistics { core.statistics }
}

extension CachedFunction: CacheDependency, @unchecked Sendable {
  /// Calls `body` at each `clear()` of the function, as long as `owner` lives.
  public func whenCleared(for owner: (any AnyObject & Sendable)?, _ body: @escaping @Sendable () -> Void) {
    observers().add(for: owner, body)
  }

  /// What the function is called in stores.
  public var storeTag: String? { identity.storeTag }
}

/// One call of a cached function, with the type of its key out of sight.
protocol CallSite<Value> {
  associatedtype Value
  var isHeld: Bool { get }
  func clear()
  func prime(_ value: Value) throws
  func explain() -> CacheExplanation
}

/// One call of a cached function.
struct KeyedCallSite<Key: Hashable, Value>: CallSite {
  let core: KeyedCore<Key, Value>
  let key: Key
  let parameters: [String]

  var isHeld: Bool { core.contains(key) }
  func clear() { core.clear(key) }
  func prime(_ value: Value) throws { try core.prime(key, value) }
  func explain() -> CacheExplanation { core.explain(key, parameters: parameters) }
}
