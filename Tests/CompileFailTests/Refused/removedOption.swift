import CacheRuntime

@CacheData(allowOutputMutation: true) func removedMutation() -> Int { 1 }  // error: '@CacheData' has no option 'allowOutputMutation' any more; remove it
@CacheResource(suppressStWarning: true) func removedWarning() -> Int { 1 }  // error: '@CacheResource' has no option 'suppressStWarning' any more; remove it
