import CacheRuntime

struct MutatingCounter: Hashable {
  var count = 0
  @CacheData mutating func next() -> Int { count }  // error: a hit would not change 'self' as mutating method 'next()' does; return the new value from a method that does not mutate
}
