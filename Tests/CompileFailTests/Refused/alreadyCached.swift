import CacheRuntime

@CacheData @CacheResource func cachedTwice() -> Int { 1 }  // error: 'cachedTwice()' is already cached by '@CacheData'; remove '@CacheResource'
