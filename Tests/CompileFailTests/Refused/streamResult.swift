import CacheRuntime

@CacheData func streamResult() -> AsyncStream<Int> { AsyncStream { nil } }  // error: 'streamResult()' returns 'AsyncStream<Int>', which its first reader uses up; collect the elements and return an array
