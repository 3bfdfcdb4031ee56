import CacheRuntime

@cache func legacyLoad(_ url: String) -> Int { url.count }  // warning: 'cache' is deprecated: use '@CacheData' for data and '@CacheResource' for resources
