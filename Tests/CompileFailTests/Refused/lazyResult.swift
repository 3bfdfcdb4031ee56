import CacheRuntime

@CacheData func lazyResult() -> LazySequence<[Int]> { [1].lazy }  // error: 'lazyResult()' returns lazy 'LazySequence<[Int]>', which does its work at each reading; return an array
