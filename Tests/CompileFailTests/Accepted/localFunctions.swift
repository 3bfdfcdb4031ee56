import CacheRuntime

func enclosing(url: String) -> Int {
  @CacheData func load(_ url: String, limit: Int) -> Int { url.count + limit }
  @CacheData func plain() -> Int { 1 }
  @CacheData func throwing(_ n: Int) throws -> Int { n }
  return load(url, limit: 1) + plain()
}

func enclosingAsync() async throws -> Int {
  @CacheData func load(_ n: Int) async throws -> Int { n }
  return try await load(1)
}

struct Enclosing {
  func method() -> Int {
    @CacheData func load(_ n: Int) -> Int { n }
    return load(1)
  }
}

let enclosingClosure: @Sendable (Int) -> Int = { n in
  @CacheData func load(_ n: Int) -> Int { n }
  return load(n)
}
