import CacheRuntime

struct Initialized {
  @CacheData init(number: Int) {}  // error: '@CacheData' cannot be on an initializer; cache a function that returns the new value
}
