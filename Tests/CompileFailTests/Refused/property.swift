import CacheRuntime

struct Properties {
  @CacheData var total: Int { 1 }  // error: '@CacheData' cannot be on property 'total'; make it a function, or cache a function that it calls // error: 'body' macro cannot be attached to property ('total')
  @CacheResource static let pool = 1  // error: '@CacheResource' cannot be on property 'pool'; make it a function, or cache a function that it calls // error: 'body' macro cannot be attached to static property ('pool')
}

// Outside a type the compiler does not ask the plug-in.
@CacheData var propertyOutside: Int { 1 }  // error: 'body' macro cannot be attached to var ('propertyOutside')
