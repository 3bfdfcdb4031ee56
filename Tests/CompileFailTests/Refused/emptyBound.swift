import CacheRuntime

@CacheData(maxEntries: 0) func emptyBound() -> Int { 1 }  // error: 'maxEntries' must be at least 1, not 0; leave it out for no bound
@CacheResource(maxBytes: -1) func negativeBound() -> Int { 1 }  // error: 'maxBytes' must be at least 1, not -1; leave it out for no bound
