import CacheRuntime

func capturing(url: String) -> Int {
  @CacheData func load(limit: Int) -> Int {
    limit + url.count  // error: local function 'load(limit:)' uses 'url' of the function around it, which its key would miss; pass it as a parameter
  }
  return load(limit: 1)
}
