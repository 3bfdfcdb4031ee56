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

@CacheData
func square(_ number: Int) -> Int { number &* number }

@CacheData(ttl: .hours(1))
func rides(in region: String, limit: Int) -> Int { limit }

@CacheData
func rides(matching query: RideQuery) -> Int { query.limit }

@CacheData
func size(of data: Data) -> Int { data.count }

@CacheData
func count(of values: [Double]) -> Int { values.count }

@CacheData
func squareLater(_ number: Int) async -> Int { number &* number }

@CacheData
func doubles(_ count: Int) -> [Double] { (0..<count).map(Double.init) }

@CacheResource
func sharedDoubles(_ count: Int) -> SharedDoubles { SharedDoubles((0..<count).map(Double.init)) }

@CacheData(maxEntries: 100_000)
func bounded(_ number: Int) -> Int { number }

@CacheData
func unbounded(_ number: Int) -> Int { number }

struct Shop: Hashable, Sendable {
  var name: String

  @CacheData
  func sell(_ count: Int) -> Int { count }
}
