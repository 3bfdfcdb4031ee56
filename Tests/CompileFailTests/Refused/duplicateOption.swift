import CacheRuntime

// The type checker finds these before the plug-in is asked.
@CacheData(ttl: 5, ttl: 6) func duplicateOption() -> Int { 1 }  // error: extra argument 'ttl' in macro expansion
