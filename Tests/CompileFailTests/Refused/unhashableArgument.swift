import CacheRuntime

final class UnhashableModel: Sendable { let name = "" }

@CacheData func scoreOf(_ model: UnhashableModel, times n: Int) -> Int { n }  // error: unhashable
