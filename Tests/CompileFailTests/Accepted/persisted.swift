import CacheRuntime
import Foundation

struct PersistedQuery: Codable, Hashable { var name = "", tags: Set<String> = [] }
struct PersistedRegion: Hashable, CacheHashable {
  var code = ""
  func cacheHash(into hasher: inout CacheHasher) { hasher.combine(code) }
}
enum PersistedKind: String, CacheHashable { case a, b }
struct PersistedModel: Sendable { var id = 1 }

@CacheData(persist: .disk) func persistedStandard(_ a: Int, _ b: String?, _ c: [Double]) -> [Int] { [] }
@CacheData(persist: .disk) func persistedTexts(_ a: Character, _ b: [String: [Int]]) -> [Int] { [] }
@CacheData(persist: .disk(coordinated: true)) func persistedFoundation(
  _ a: Date, _ b: URL?, _ c: [UUID]
) -> Data? { nil }
@CacheData(persist: .shared, version: "2") func persistedOwn(
  _ a: PersistedQuery, _ b: PersistedRegion, _ c: PersistedKind
) -> PersistedQuery { a }
@CacheData(persist: .disk) func persistedNested(_ a: [PersistedQuery], _ b: [PersistedRegion?]) -> Int { 1 }
@CacheData(persist: .disk) func persistedDynamic(_ a: AnyHashable, _ b: [AnyHashable]) throws -> Int { 1 }
@CacheData(persist: .disk, hashFuncs: [.hash(PersistedModel.self) { $0.id }])
func persistedHashed(_ model: PersistedModel, _ query: PersistedQuery) -> Int { model.id }
@CacheData(persist: .disk) func persistedThrowing(_ a: PersistedQuery, _ b: Int) throws -> Int { b }
@CacheData(persist: .disk) func persistedGeneric<T: Hashable & Codable & Sendable>(_ a: T) -> Int { 1 }
@CacheData(persist: .disk) func persistedOpaque(_ a: some Hashable & CacheHashable) throws -> Int { 1 }
@CacheData(persist: .disk) func persistedPack<each T: Hashable & Codable & Sendable>(_ a: repeat each T) async throws -> Int { 1 }
@CacheData(persist: .disk) func persistedOpaqueResult(_ a: Int) async throws -> some Hashable & Codable & Sendable { a }
@CacheData(persist: .disk) func persistedTypes(_ a: PersistedModel.Type, _ b: any Any.Type) throws -> Int { 1 }
@CacheData(persist: .disk, hashFuncs: [.hash(PersistedModel.self) { model in
  let id = model.id
  return "\(id)"
}, .hash(named: "Fixtures.PersistedQuery") { _ in 1 }])
func persistedHashedLongly(_ model: PersistedModel) async throws -> Int { model.id }
extension PersistedQuery {
  @CacheData(persist: .disk) func persistedMethod(_ n: Int) async throws -> Int { n }
}
@CacheData(persist: .none) func notPersisted(_ a: PersistedModel.Type) -> (Int, Int) { (1, 2) }
