// The functions that the benchmarks call. Their expansion is what is compiled; see the README.
// Without handles, since nobody but the compiler may declare a name that begins with `$`.

import CacheRuntime
import Foundation

/// An argument of a type of one's own.
struct RideQuery: Hashable, Sendable {
  var region: String
  var limit: Int
  var isOpen: Bool
}

/// An object that all callers share.
final class SharedDoubles: Sendable {
  let values: [Double]
  init(_ values: [Double]) { self.values = values }
}

@CacheData(handle: false)
func square(_ number: Int) -> Int { number &* number }

@CacheData(ttl: .hours(1), handle: false)
func rides(in region: String, limit: Int) -> Int { limit }

@CacheData(handle: false)
func rides(matching query: RideQuery) -> Int { query.limit }

@CacheData(handle: false)
func size(of data: Data) -> Int { data.count }

@CacheData(handle: false)
func count(of values: [Double]) -> Int { values.count }

@CacheData(maxEntries: 4, handle: false)
func total(of values: [Double]) -> Double { values.reduce(0, +) }

@CacheData(handle: false)
func squareLater(_ number: Int) async -> Int { number &* number }

@CacheData(handle: false)
func doubles(_ count: Int) -> [Double] { (0..<count).map(Double.init) }

@CacheResource(handle: false)
func sharedDoubles(_ count: Int) -> SharedDoubles { SharedDoubles((0..<count).map(Double.init)) }

@CacheData(maxEntries: 100_000, handle: false)
func bounded(_ number: Int) -> Int { number }

@CacheData(maxEntries: 100_000, eviction: .lru, handle: false)
func boundedLRU(_ number: Int) -> Int { number }

@CacheData(maxEntries: 100_000, eviction: .s3FIFO, handle: false)
func boundedS3FIFO(_ number: Int) -> Int { number }

/// A generic function, whose cache is found at every call.
@CacheData(handle: false)
func same<T: Hashable>(_ value: T) -> T { value }

@CacheData(handle: false)
func unbounded(_ number: Int) -> Int { number }

struct Shop: Hashable, Sendable {
  var name: String

  @CacheData(handle: false)
  func sell(_ count: Int) -> Int { count }
}
