import CacheRuntime

struct Subscripts {
  @CacheData subscript(index: Int) -> Int { index }  // error: '@CacheData' cannot be on a subscript; cache a function that it calls // error: 'body' macro cannot be attached to subscript ('subscript')
}
