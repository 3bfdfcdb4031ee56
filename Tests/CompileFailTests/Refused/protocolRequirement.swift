import CacheRuntime

protocol RideSource {
  @CacheData func rides(limit: Int) -> [Int]  // error: protocol requirement 'rides(limit:)' has no body to cache; put '@CacheData' on the functions that implement it
}
