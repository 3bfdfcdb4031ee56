import CacheRuntime

// What an application is made of, where everything is on the main actor unless it says otherwise.

struct AnywhereRide: Hashable, Codable {
  var name = ""
  @CacheData func length(_ unit: Int) -> Int { unit }
  @CacheData(handle: false) func length(of other: AnywhereRide) async throws -> [AnywhereRide] { [other] }
  @CacheData static func all(_ limit: Int) -> [AnywhereRide] { [] }
}

@CacheData(ttl: "1h30m", maxEntries: 10) func anywhere1(_ ride: AnywhereRide, _ n: Int) -> [AnywhereRide] { [ride] }
@CacheData func anywhere2(_ ride: AnywhereRide) throws -> Int { 1 }
@CacheData func anywhere3(_ ride: AnywhereRide?) async -> Int { 1 }
@CacheData func anywhere4(_ rides: [AnywhereRide], _ byName: [String: Int]) async throws -> Int { 1 }
@CacheData nonisolated func anywhere5(_ n: Int) async throws -> Int { n }
@CacheData nonisolated func anywhere6(_ n: Int, _ text: String) -> String { text }
@CacheData(storeIf: { (rows: [String]) in !rows.isEmpty }) func anywhere7(_ n: Int) -> [String] { [] }
@CacheData(hashFuncs: [.hash(AnywherePool.self) { ObjectIdentifier($0) }])
func anywhere8(_ pool: AnywherePool) throws -> Int { 1 }
@CacheResource func anywhere9() -> AnywherePool { AnywherePool() }
@CacheData func anywhere10<T: Hashable & Sendable>(_ value: T) -> Int { 1 }
@CacheData(persist: .disk) func anywhere11(_ n: Int) -> [AnywhereRide] { [] }

final class AnywherePool: Sendable {}

@MainActor final class AnywhereModel {
  @CacheData static func total(_ n: Int) -> Int { n }
  @CacheData func count(_ n: Int) throws -> Int { n }
}

actor AnywhereStore {
  @CacheData func load(_ n: Int) async throws -> Int { n }
  @CacheData func size(_ n: Int) -> Int { n }
}

nonisolated struct AnywhereKey: Hashable {
  var id = 1
  @CacheData func described(_ n: Int) -> String { "\(id)" }
}

extension AnywhereKey {
  @CacheData nonisolated func again(_ n: Int) -> String { "\(id)" }
}

@MainActor func anywhereHandles(_ ride: AnywhereRide) {
  $anywhere1.clear(ride, 1)
  $anywhere9.clear()
  $anywhere10.clear()
  ride.$length.clear(1)
  AnywhereModel.$total.clear()
  let local = cacheData { (n: Int) in n }
  _ = local(1)
}

nonisolated func anywhereElse(_ key: AnywhereKey) {
  $anywhere6.clear(1, "")
  key.$again.clear(1)
}
