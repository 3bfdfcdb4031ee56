import CacheRuntime

func capturing() -> Int {
  let count = Int.random(in: 0..<10)
  @CacheData func load(limit: Int) -> Int { limit + count }  // error: a C function pointer cannot be formed from a closure that captures context
  return load(limit: 1)
}

struct CapturingSelf {
  var base = 1
  func total() -> Int {
    func offset() -> Int { base }
    @CacheData func sum(limit: Int) -> Int { offset() + limit }  // error: a C function pointer cannot be formed from a closure that captures context
    return sum(limit: 1)
  }
}
