import CacheRuntime

@cache func legacyLoad(_ url: String) -> Int { url.count }  // warning: deprecated
