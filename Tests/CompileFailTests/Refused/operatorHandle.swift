import CacheRuntime

struct Vector: Hashable, Codable {
  @CacheData static func + (left: Vector, right: Vector) -> Int { 1 }  // error: operator '+(left:right:)' can have no handle; add 'handle: false', or cache a function that it calls
}
