import CacheRuntime

final class UnhashableModel: Sendable { let name = "" }

@CacheData func scoreOf(_ model: UnhashableModel, times n: Int) -> Int { n }  // error: 'part' is unavailable: an argument of a cached function must be hashable; exclude it with an underscore before its internal name, give a hash function in 'hashFuncs', or conform its type to 'Hashable'
