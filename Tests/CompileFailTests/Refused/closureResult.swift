import CacheRuntime

@CacheData func closureResult() -> @Sendable (Double) -> Double { { $0 * $0 } }  // error: 'closureResult()' returns a closure, which cannot be copied and stored as data; use '@CacheResource'
