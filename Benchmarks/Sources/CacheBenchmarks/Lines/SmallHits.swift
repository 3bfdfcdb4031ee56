import CacheRuntime
import Foundation

/// Hits on small arguments, over 1,024 keys in turn.
enum SmallHits {
  private static let mask = 1_023
  private static let names = (0..<1_024).map { String(format: "customer-%04d@example", $0) }
  private static let queries = (0..<1_024).map {
    RideQuery(region: names[$0], limit: $0, isOpen: $0 % 2 == 0)
  }
  private static let kilobytes = (0..<1_024).map { index in
    Data(
      (0..<1_024).map { UInt8(truncatingIfNeeded: index + $0 * 7) } + withUnsafeBytes(of: index, Array.init))
  }

  private struct RegionAndLimit: Hashable {
    let region: String
    let limit: Int
  }

  static func groups() -> [Group] { [integers(), stringsAndIntegers(), structures(), kilobyteData()] }

  private static func integers() -> Group {
    let floor = MutexDictionary<Int, Int>()
    let objects = ObjectCache<Int, Int>()
    let closure = cacheData { (number: Int) in number &* number }
    return Group(
      id: "hit-int", title: "a hit, Int", keys: 1_024,
      contestants: [
        Contestant("Dictionary under Mutex") { times in
          var sum = 0
          for index in 0..<times { sum &+= floor(index & mask) { (index & mask) &* (index & mask) } }
          return sum
        },
        Contestant("recache") { times in
          var sum = 0
          for index in 0..<times { sum &+= square(index & mask) }
          return sum
        },
        Contestant("recache, closure form") { times in
          var sum = 0
          for index in 0..<times { sum &+= closure(index & mask) }
          return sum
        },
        Contestant("NSCache") { times in
          var sum = 0
          for index in 0..<times { sum &+= objects(index & mask) { (index & mask) &* (index & mask) } }
          return sum
        },
      ])
  }

  private static func stringsAndIntegers() -> Group {
    let names = names
    let floor = MutexDictionary<RegionAndLimit, Int>()
    let objects = ObjectCache<RegionAndLimit, Int>()
    let closure = cacheData(ttl: .hours(1)) { (region: String, limit: Int) in limit }
    return Group(
      id: "hit-string-int", title: "a hit, String + Int with a ttl (the floor and NSCache without one)",
      keys: 1_024,
      contestants: [
        Contestant("Dictionary under Mutex") { times in
          var sum = 0
          for index in 0..<times {
            sum &+= floor(RegionAndLimit(region: names[index & mask], limit: index & mask)) { index & mask }
          }
          return sum
        },
        Contestant("recache") { times in
          var sum = 0
          for index in 0..<times { sum &+= rides(in: names[index & mask], limit: index & mask) }
          return sum
        },
        Contestant("recache, closure form") { times in
          var sum = 0
          for index in 0..<times { sum &+= closure(names[index & mask], index & mask) }
          return sum
        },
        Contestant("NSCache") { times in
          var sum = 0
          for index in 0..<times {
            sum &+= objects(RegionAndLimit(region: names[index & mask], limit: index & mask)) { index & mask }
          }
          return sum
        },
      ])
  }

  private static func structures() -> Group {
    let queries = queries
    let floor = MutexDictionary<RideQuery, Int>()
    let objects = ObjectCache<RideQuery, Int>()
    return Group(
      id: "hit-struct", title: "a hit, struct of String, Int and Bool", keys: 1_024,
      contestants: [
        Contestant("Dictionary under Mutex") { times in
          var sum = 0
          for index in 0..<times { sum &+= floor(queries[index & mask]) { index & mask } }
          return sum
        },
        Contestant("recache") { times in
          var sum = 0
          for index in 0..<times { sum &+= rides(matching: queries[index & mask]) }
          return sum
        },
        Contestant("NSCache") { times in
          var sum = 0
          for index in 0..<times { sum &+= objects(queries[index & mask]) { index & mask } }
          return sum
        },
      ])
  }

  private static func kilobyteData() -> Group {
    let kilobytes = kilobytes
    let floor = MutexDictionary<Data, Int>()
    let objects = ObjectCache<Data, Int>()
    return Group(
      id: "hit-data-1k", title: "a hit, 1 KB of Data (Foundation hashes its first 80 bytes)", bytes: 1_032,
      keys: 1_024,
      contestants: [
        Contestant("Dictionary under Mutex") { times in
          var sum = 0
          for index in 0..<times { sum &+= floor(kilobytes[index & mask]) { kilobytes[index & mask].count } }
          return sum
        },
        Contestant("recache") { times in
          var sum = 0
          for index in 0..<times { sum &+= size(of: kilobytes[index & mask]) }
          return sum
        },
        Contestant("NSCache") { times in
          var sum = 0
          for index in 0..<times {
            sum &+= objects(kilobytes[index & mask]) { kilobytes[index & mask].count }
          }
          return sum
        },
      ])
  }
}
