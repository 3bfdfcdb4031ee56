import CacheRuntime

/// Hits by kind of function and by kind of result.
enum Functions {
  private static let mask = 1_023

  static func groups() -> [Group] {
    [asynchronous(), method(), generic(), result(10), result(1_000), result(10_000_000)]
  }

  private static func asynchronous() -> Group {
    let floor = MutexDictionary<Int, Int>()
    return Group(
      id: "hit-async", title: "a hit, async function of an Int", keys: 1_024,
      contestants: [
        Contestant("Dictionary under Mutex") { times in
          var sum = 0
          for index in 0..<times { sum &+= floor(index & mask) { (index & mask) &* (index & mask) } }
          return sum
        },
        Contestant("recache") { times in
          var sum = 0
          for index in 0..<times { sum &+= await squareLater(index & mask) }
          return sum
        },
      ])
  }

  private static func method() -> Group {
    struct Call: Hashable {
      let shop: Shop
      let count: Int
    }
    let shop = Shop(name: "Chaux-de-Fonds, centre")
    let floor = MutexDictionary<Call, Int>()
    return Group(
      id: "hit-method", title: "a hit, method of a struct with a String, by an Int", keys: 1_024,
      contestants: [
        Contestant("Dictionary under Mutex") { times in
          var sum = 0
          for index in 0..<times { sum &+= floor(Call(shop: shop, count: index & mask)) { index & mask } }
          return sum
        },
        Contestant("recache") { times in
          var sum = 0
          for index in 0..<times { sum &+= shop.sell(index & mask) }
          return sum
        },
      ])
  }

  private static func generic() -> Group {
    let floor = MutexDictionary<Int, Int>()
    return Group(
      id: "hit-generic", title: "a hit, generic function of an Int, whose cache is found at every call",
      keys: 1_024,
      contestants: [
        Contestant("Dictionary under Mutex") { times in
          var sum = 0
          for index in 0..<times { sum &+= floor(index & mask) { index & mask } }
          return sum
        },
        Contestant("recache") { times in
          var sum = 0
          for index in 0..<times { sum &+= same(index & mask) }
          return sum
        },
      ])
  }

  private static func result(_ length: Int) -> Group {
    Group(
      id: length == 10_000_000 ? "result-doubles-10m" : "result-doubles-\(length)",
      title: "a hit that hands out \(length) Doubles",
      contestants: [
        Contestant("recache, resource") { times in
          (0..<times).reduce(0) { sum, _ in sum &+ sharedDoubles(length).values.count }
        },
        Contestant("recache, data") { times in
          (0..<times).reduce(0) { sum, _ in sum &+ doubles(length).count }
        },
      ])
  }
}
