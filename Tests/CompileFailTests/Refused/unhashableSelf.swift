import CacheRuntime

struct UnhashableReceiver {
  @CacheData func score(_ n: Int) -> Int { n }  // error: 'part' is unavailable: an argument of a cached function must be hashable; exclude it with an underscore before its internal name, give a hash function in 'hashFuncs', or conform its type to 'Hashable'
}
