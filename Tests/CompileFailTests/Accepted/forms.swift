import CacheRuntime
struct FormError: Error {}
@CacheData func formP1<each T: Hashable>(_ v: repeat each T) throws -> Int { 1 }
@CacheData func formP2<each T: Hashable & Sendable>(_ v: repeat each T) async throws -> Int { 1 }
@CacheData(persist: .disk) func formP3<each T: Hashable & Codable>(_ v: repeat each T, n: Int) -> Int { 1 }
@CacheData func formP4<each T>(_ v: repeat each T) throws -> Int { 1 }
@CacheData func formP5<each T: Hashable, U: Hashable>(_ v: repeat each T, u: U) throws(FormError) -> Int { 1 }
protocol FormProtocol: Hashable { associatedtype E: Hashable & Codable }
extension FormProtocol {
  @CacheData func a() throws -> Self { self }
  @CacheData func b(_ e: E) async throws -> [E] { [e] }
  @CacheData func c<T: Hashable>(_ t: T, e: E) throws(FormError) -> T { t }
  @CacheData(persist: .disk) func d(_ e: E) -> Int where Self: Codable { 1 }
  @CacheResource static func r() -> Int { 1 }
  @CacheData(hashFuncs: [.hash(Int.self) { $0 }]) func h(_ n: Int) -> Int { 1 }
}
protocol FormUnhashed {}
extension FormUnhashed {
  @CacheData func a() throws -> Int { 1 }
  @CacheData static func s(_ n: Int) -> Int { 1 }
}
extension FormUnhashed where Self: AnyObject & Hashable {
  @CacheData func o() -> Int { 1 }
}
extension FormUnhashed where Self: Actor {
  @CacheData func oa() -> Int { 1 }
  @CacheData func ob() async -> Int { 1 }
}
extension Actor {
  @CacheData func anyActor() -> Int { 1 }
}
@CacheData func formT1(_ n: Int) throws(FormError) -> Int { throw FormError() }
@CacheData func formT2(_ n: Int) async throws(FormError) -> Int { throw FormError() }
@CacheData func formT3(_ n: Int) throws(Never) -> Int { 1 }
@CacheData func formT4(_ n: Int) throws(any Error) -> Int { 1 }
@CacheData func formT5<F: Error>(_ n: Int, _ f: F.Type) throws(F) -> Int { 1 }
@CacheData func formO1(_ a: some Hashable, _ b: some Hashable & Sendable) -> Int { 1 }
@CacheData func formO2(_ a: some Any) throws -> Int { 1 }
@CacheData func formO3(_ a: [some Hashable]) -> Int { 1 }
@CacheData func formO4(_ a: (some Hashable)?) throws -> Int { 1 }
@CacheData func formO5() -> some Sequence<Int> & Codable { [1] }
@CacheData func formO6(_ n: Int) throws -> [some Hashable & Codable] { [1] }
@CacheData func formO7(_ n: Int) async -> (some Hashable & Codable)? { Optional(1) }
@CacheData func formO8(_ n: Int) -> (some Hashable, Int) { (1, 2) }
@CacheResource func formO9(_ n: Int) -> some Sendable { 1 }
@CacheData(ttl: 5) func formO10(_ n: Int) -> some Hashable { 1 }
@CacheData(persist: .disk) func formO11(_ n: Int) -> some Hashable & Codable { 1 }
@MainActor @CacheData func formM1(_ n: Int) throws -> Int { 1 }
@MainActor @CacheData func formM2(_ n: Int) async throws -> Int { 1 }
@MainActor @CacheResource func formM3<T: Hashable>(_ n: T) -> Int { 1 }
@globalActor actor FormActor { static let shared = FormActor() }
@FormActor @CacheData func formG1(_ n: Int) -> Int { 1 }
@CacheData @FormActor func formG2(_ n: Int) async throws -> Int { 1 }
@FormActor struct FormStructure: Hashable {
  nonisolated var x: Int { 1 }
  @CacheData func a(_ n: Int) -> Int { 1 }
  @CacheData nonisolated func b(_ n: Int) -> Int { 1 }
  @CacheData @MainActor func c(_ n: Int) -> Int { 1 }
  @CacheData static func d(_ n: Int) -> Int { 1 }
}
class FormObject { var x = 1 }
struct FormIsolations: Hashable {
  @CacheData nonisolated(nonsending) func a(_ n: Int) async -> Int { 1 }
  @CacheData nonisolated(nonsending) func b(_ n: Int) async throws(FormError) -> Int { 1 }
  @concurrent @CacheData func c(_ n: Int) async throws -> Int { 1 }
  @CacheData nonisolated(nonsending) func d<T: Hashable>(_ n: T) async throws -> Int { 1 }
  @concurrent @CacheData func e<T: Hashable & Sendable>(_ n: T) async throws -> Int { 1 }
  @CacheData nonisolated(nonsending) func f(_ n: Int, _ _x: FormObject) async -> Int { _x.x }
  @CacheData func g(isolation: isolated (any Actor)? = #isolation, _ n: Int) async throws -> Int { 1 }
}
@MainActor final class FormOnMain: Hashable {
  nonisolated static func == (left: FormOnMain, right: FormOnMain) -> Bool { left === right }
  nonisolated func hash(into hasher: inout Hasher) { hasher.combine(ObjectIdentifier(self)) }
  @CacheData nonisolated(nonsending) func b(_ n: Int) async throws -> Int { 1 }
  @CacheData @concurrent func c(_ n: Int) async throws -> Int { 1 }
  @CacheData(hashFuncs: [.hash(Int.self) { $0 }]) func d(_ n: Int) async throws -> Int { 1 }
  @CacheData class func e(_ n: Int) async throws -> Int { 1 }
}
