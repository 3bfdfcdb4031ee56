import CacheRuntime

@CacheData func scoreOfAny<T>(_ value: T) -> Int { 1 }  // error: 'genericPart' is unavailable: an argument of a cached function must be hashable; exclude it with an underscore before its internal name, give a hash function in 'hashFuncs', or constrain its type to 'Hashable'
