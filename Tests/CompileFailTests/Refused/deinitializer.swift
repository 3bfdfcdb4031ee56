import CacheRuntime

final class Deinitialized {
  @CacheResource deinit {}  // error: '@CacheResource' cannot be on a deinitializer; release what is cached with 'onRelease'
}
