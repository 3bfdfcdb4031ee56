import CacheRuntime

struct Signatures: Hashable, Codable {
  @CacheData func itself(_ n: Int) -> Self { self }
  @CacheData static func made(_ n: Int) -> Self { Self() }
  @CacheData func merged(with other: Self) -> Int { 1 }
  @CacheData func unwrapped(_ n: Int) -> Int! { n }
  @CacheData func unwrappedArgument(_ n: Int!, _ m: Int! = nil) -> Int { n ?? m ?? 0 }
  @CacheData func tuple(_ n: Int) -> (a: Int, b: String) { (n, "") }
  @CacheData func outcome(_ n: Int) -> Result<Int, any Error> { .success(n) }
  @CacheData func existential(_ n: Int) -> any Hashable { n }
  @CacheData func autoclosure(_ n: Int, _ _x: @autoclosure () -> Int) -> Int { _x() }
  @CacheData func escaping(_ _f: @escaping (Int) -> Int, n: Int) -> Int { _f(n) }
  @CacheData func opaqueExcluded(_ n: Int, _ _x: some Any) -> Int { n }
  @CacheData @Sendable func sendable(_ n: Int) -> Int { n }
  @CacheData func namesOfTheCache(key: Int, options: Int, core: Int, identity: Int) -> Int { key }
  @CacheData func keywords(`default`: Int, `self` me: Int) -> Int { `default` }
}

open class Open: Hashable {
  public static func == (left: Open, right: Open) -> Bool { left === right }
  public func hash(into hasher: inout Hasher) { hasher.combine(ObjectIdentifier(self)) }
  @CacheData open func opened(_ n: Int) -> Int { n }
  @CacheData open class func openedType(_ n: Int) -> Int { n }
  @CacheData public final func finished(_ n: Int) throws -> Int { n }
}

public extension Open {
  @CacheData func extended(_ n: Int) -> Int { n }
}

private extension Open {
  @CacheData func hidden(_ n: Int) -> Int { n }
}

extension Array where Element == Int {
  @CacheData func total() -> Int { reduce(0, +) }
}

extension [String] {
  @CacheData func joinedAll(_ separator: String) -> String { joined(separator: separator) }
}

extension Dictionary where Key: Hashable, Value: Hashable {
  @CacheData func size(_ n: Int) -> Int { count + n }
  @CacheData static func none(_ n: Int) -> Int { n }
}

enum Namespace {
  @CacheData static func member(_ n: Int) -> Int { n }
  enum Inner { @CacheData static func member(_ n: Int) -> Int { n } }
}

extension Namespace.Inner {
  @CacheData static func added(_ n: Int) -> Int { n }
}

@MainActor final class OnMain: Hashable {
  nonisolated static func == (left: OnMain, right: OnMain) -> Bool { left === right }
  nonisolated func hash(into hasher: inout Hasher) { hasher.combine(ObjectIdentifier(self)) }
  var heat = 1
  @CacheData func bake(_ n: Int) -> Int { heat + n }
  @CacheData func bakeSlowly(_ n: Int) async -> Int { heat + n }
  @CacheData nonisolated func free(_ n: Int) -> Int { n }
  @CacheResource static func shared() -> OnMain { OnMain() }
  func around() async -> Int {
    @CacheData func local(_ n: Int) -> Int { n }
    @CacheData func localAsync(_ n: Int) async -> Int { n }
    return await localAsync(local(1))
  }
}

func genericAround<T: Hashable>(_ value: T) -> Int {
  @CacheData func plain(_ n: Int) -> Int { n }
  @CacheData func generic(_ value: T) -> Int { value.hashValue }
  return plain(1) + generic(value)
}

struct Around {
  var stored: Int
  init(_ n: Int) {
    @CacheData func local(_ n: Int) -> Int { n }
    stored = local(n)
  }
  subscript(index: Int) -> Int {
    @CacheData func local(_ n: Int) -> Int { n }
    return local(2)
  }
}

actor AroundActor {
  func around() async -> Int {
    @CacheData func local(_ n: Int) -> Int { n }
    @CacheData func localAsync(_ n: Int) async -> Int { n }
    return await localAsync(local(1))
  }
}

struct Several<T: Hashable & Sendable, each U: Hashable>: Hashable {
  var t: T
  @CacheData func constrained<V: Hashable>(_ v: V, t: T) -> String where V: Codable { "\(v)" }
  @CacheData func opaque(_ v: some Hashable) -> some Hashable { 1 }
  @CacheData func waiting<V: Hashable & Sendable>(_ v: V) async throws -> [V] { [v] }
  @CacheResource func resource(_ n: Int) -> T { t }
}

protocol WithElement: Hashable {
  associatedtype E: Hashable
}

extension WithElement {
  @CacheData func element(_ e: E) -> E { e }
  @CacheData func itself() -> Self { self }
}

@CacheData func sequence<A: Hashable, B>(_ a: A, _ b: B) throws -> Int where B: Sequence, B.Element == A { 1 }
@CacheData func packAndMore<each T: Hashable & Sendable>(_ values: repeat each T, n: Int) -> Int { n }
@CacheData func packResult<each T: Hashable>(_ values: repeat each T) -> (repeat each T) {
  (repeat each values)
}
