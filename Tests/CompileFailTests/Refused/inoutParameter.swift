import CacheRuntime

@CacheData func inoutNumber(_ seed: inout Int) -> Int { seed }  // error: a hit would not write 'inout' parameter 'seed' of 'inoutNumber(_:)' back; take a value and return the new one

struct InoutMethods {
  @CacheResource static func excluded(from _seed: inout Int, by n: Int) -> Int { n }  // error: a hit would not write 'inout' parameter '_seed' of 'excluded(from:by:)' back; take a value and return the new one
}
