import CacheRuntime

struct ConsumedCounter: Hashable {
  @CacheData consuming func next() -> Int { 1 }  // error: 'next()' consumes 'self', which the key needs; remove 'consuming'
}
