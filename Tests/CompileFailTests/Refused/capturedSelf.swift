import CacheRuntime

struct CapturedSelf {
  var base = 1
  func total() -> Int {
    @CacheData func sum(limit: Int) -> Int {
      self.base + limit  // error: local function 'sum(limit:)' uses the 'self' around it, which its key would miss; make it a method, or pass what it needs as a parameter
    }
    return sum(limit: 1)
  }
}
