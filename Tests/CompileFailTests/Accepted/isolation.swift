import CacheRuntime

actor Store {
  var total = 1
  @CacheData func sum(_ n: Int) -> Int { total + n }
  @CacheData func load(_ n: Int) async throws -> Int { total + n }
  @CacheData nonisolated func free(_ n: Int) -> Int { n }
  @CacheData static func shared(_ n: Int) -> Int { n }
}

@MainActor @CacheData func onMain(_ n: Int) -> Int { n }
@CacheData @MainActor func onMainAsync(_ n: Int) async -> Int { n }
@CacheData nonisolated func free(_ n: Int) -> Int { n }
@CacheData func isolated(to actor: isolated Store, _ n: Int) -> Int { actor.total + n }
@CacheData func inherits(isolation: isolated (any Actor)? = #isolation, _ n: Int) async -> Int { n }
@concurrent @CacheData func concurrent(_ n: Int) async -> Int { n }
@CacheData nonisolated(nonsending) func nonsending(_ n: Int) async -> Int { n }

@globalActor actor Kitchen { static let shared = Kitchen() }
@Kitchen final class Oven: Hashable {
  nonisolated static func == (left: Oven, right: Oven) -> Bool { left === right }
  nonisolated func hash(into hasher: inout Hasher) { hasher.combine(ObjectIdentifier(self)) }
  var heat = 1
  @CacheData func bake(_ n: Int) -> Int { heat + n }
  @CacheData static func count(_ n: Int) -> Int { n }
}
