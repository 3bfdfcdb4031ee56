import CacheRuntime

@_silgen_name("bodyless") @CacheData func bodyless() -> Int  // error: 'bodyless()' has no body to cache; write one, or remove '@CacheData'
