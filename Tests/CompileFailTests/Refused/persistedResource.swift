import CacheRuntime

@CacheResource(persist: .disk) func persistedResource() -> Int { 1 }  // error: a resource cannot leave the process, so '@CacheResource' has no option 'persist'; remove it, or cache what it is made from with '@CacheData'
