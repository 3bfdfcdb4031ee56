import CacheRuntime

@cache func legacyLoad(_ url: String) -> Int { url.count }  // warning: 'cache(ttl:maxEntries:persist:allowOutputMutation:showSpinner:suppressStWarning:hashFuncs:version:handle:)' is deprecated: use '@CacheData' for data and '@CacheResource' for resources
