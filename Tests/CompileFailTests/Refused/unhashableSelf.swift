import CacheRuntime

struct UnhashableReceiver {
  @CacheData func score(_ n: Int) -> Int { n }  // error: unhashable
}
