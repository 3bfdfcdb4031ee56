import CacheRuntime

@CacheData func scoreOfAny<T>(_ value: T) -> Int { 1 }  // error: unhashable
