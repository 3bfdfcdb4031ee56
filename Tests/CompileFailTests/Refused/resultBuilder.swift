import CacheRuntime

@resultBuilder enum ListBuilder {
  static func buildBlock(_ parts: Int...) -> [Int] { parts }
}

@ListBuilder @CacheData func listed(_ n: Int) -> [Int] { n }  // error: '@ListBuilder' cannot build the body of cached 'listed(_:)'; cache a function that calls it
