import CacheRuntime

@CacheData func noResult(line: String) { print(line) }  // error: 'noResult(line:)' returns nothing, so there is nothing to cache; return a value, or remove '@CacheData'
@CacheResource func voidResult() async throws -> Void {}  // error: 'voidResult()' returns 'Void', so there is nothing to cache; return a value, or remove '@CacheResource'
@CacheData func emptyTuple() -> () {}  // error: 'emptyTuple()' returns '()', so there is nothing to cache; return a value, or remove '@CacheData'
@CacheData func neverResult() -> Never { fatalError() }  // error: 'neverResult()' returns 'Never', so there is nothing to cache; return a value, or remove '@CacheData'
