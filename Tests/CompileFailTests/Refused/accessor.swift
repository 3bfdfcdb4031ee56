import CacheRuntime

struct Accessors {
  var total: Int {
    @CacheData get { 1 }  // error: '@CacheData' cannot be on accessor 'get'; cache a function that it calls // error: declaration is not a type with an optional code block
  }
}
