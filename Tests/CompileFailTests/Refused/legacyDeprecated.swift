import CacheRuntime

@cache func legacyLoad(_ url: String) -> Int { url.count }  // warning: 'cache(ttl:idle:maxEntries:maxBytes:eviction:persist:allowOutputMutation:showSpinner:suppressStWarning:hashFuncs:scope:version:dependsOn:clock:handle:)' is deprecated: use '@CacheData' for data and '@CacheResource' for resources
