import CacheRuntime

@CacheData struct MisplacedRide {}  // error: '@CacheData' caches functions, not types; put it on a function with a body // error: 'body' macro cannot be attached to struct ('MisplacedRide')

@CacheResource extension MisplacedRide {}  // error: '@CacheResource' caches functions, not extensions; put it on a function with a body // error: 'body' macro cannot be attached to extension (extension of 'MisplacedRide')
