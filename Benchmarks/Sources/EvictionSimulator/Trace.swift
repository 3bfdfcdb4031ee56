import Foundation

/// A sequence of requests, made from a seed.
struct Trace: Sendable {
  let name: String
  let about: String
  /// Makes the keys, dense from 0, for a key space and a cache of so many entries.
  let keys:
    @Sendable (_ keySpace: Int, _ requests: Int, _ cacheSize: Int, _ random: inout SeededGenerator) -> [Int32]
}

/// Draws ranks so that rank r comes up in proportion to 1 / (r + 1)^skew.
struct ZipfDistribution {
  private let cumulative: [Double]

  init(count: Int, skew: Double) {
    var sum = 0.0
    cumulative = (1...count).map { rank in
      sum += 1 / pow(Double(rank), skew)
      return sum
    }
  }

  func draw(_ random: inout SeededGenerator) -> Int {
    let point = Double.random(in: 0..<(cumulative.last ?? 1), using: &random)
    var (low, high) = (0, cumulative.count - 1)
    while low < high {
      let middle = (low + high) / 2
      if cumulative[middle] > point { high = middle } else { low = middle + 1 }
    }
    return low
  }
}

extension Trace {
  static let all: [Trace] = [
    zipf(0.7), zipf(0.9), zipf(1.1), scans, loop, shifting, sessions, oneHitWonders,
  ]

  static func zipf(_ skew: Double) -> Trace {
    Trace(name: "zipf \(skew)", about: "independent requests, popularity 1/rank^\(skew)") {
      keySpace, requests, _, random in
      let distribution = ZipfDistribution(count: keySpace, skew: skew)
      return (0..<requests).map { _ in Int32(distribution.draw(&random)) }
    }
  }

  /// A hot set, and every now and then a sweep over many keys, as a report or a backup makes it.
  static let scans = Trace(
    name: "scans", about: "zipf 0.9, half of all requests in sweeps over a twentieth of the keys"
  ) {
    keySpace, requests, _, random in
    let distribution = ZipfDistribution(count: keySpace, skew: 0.9)
    let sweep = keySpace / 20
    var keys: [Int32] = []
    while keys.count < requests {
      for _ in 0..<sweep { keys.append(Int32(distribution.draw(&random))) }
      let start = Int.random(in: 0..<(keySpace - sweep), using: &random)
      for offset in 0..<sweep { keys.append(Int32(keySpace + start + offset)) }
    }
    return Array(keys.prefix(requests))
  }

  /// The worst case of the oldest and of LRU: round and round over slightly more keys than fit.
  static let loop = Trace(name: "loop", about: "the same keys in the same order, a tenth more than fit") {
    _, requests, cacheSize, _ in
    let length = cacheSize + max(1, cacheSize / 10)
    return (0..<requests).map { Int32($0 % length) }
  }

  /// What is popular changes: every so often a part of the ranks changes hands.
  static let shifting = Trace(
    name: "shifting", about: "zipf 0.9, and a fifth of the ranks swap their keys every twentieth of the trace"
  ) { keySpace, requests, _, random in
    let distribution = ZipfDistribution(count: keySpace, skew: 0.9)
    var keyOfRank = (0..<Int32(keySpace)).shuffled(using: &random)
    return (0..<requests).map { request in
      if request > 0, request % max(1, requests / 20) == 0 {
        for rank in 0..<keySpace where rank % 5 == request / max(1, requests / 20) % 5 {
          keyOfRank.swapAt(rank, Int.random(in: 0..<keySpace, using: &random))
        }
      }
      return keyOfRank[distribution.draw(&random)]
    }
  }

  /// Web sessions: each asks for a few pages of its own again and again, and then never more.
  static let sessions = Trace(
    name: "sessions",
    about: "200 visitors at a time, each with 20 keys of its own, one visitor in 300 requests leaves"
  ) { keySpace, requests, _, random in
    let (visitors, pages) = (200, 20)
    let pageDistribution = ZipfDistribution(count: pages, skew: 0.8)
    var session = (0..<visitors).map { $0 }
    var next = visitors
    return (0..<requests).map { _ in
      let visitor = Int.random(in: 0..<visitors, using: &random)
      if Int.random(in: 0..<300, using: &random) == 0 {
        session[visitor] = next
        next += 1
      }
      return Int32(session[visitor] * pages + pageDistribution.draw(&random))
    }
  }

  /// Half of the requests ask for a key that nobody asks for again.
  static let oneHitWonders = Trace(
    name: "one-hit", about: "zipf 0.9, and every other request is for a key of its own"
  ) {
    keySpace, requests, _, random in
    let distribution = ZipfDistribution(count: keySpace, skew: 0.9)
    return (0..<requests).map { request in
      Bool.random(using: &random) ? Int32(distribution.draw(&random)) : Int32(keySpace + request)
    }
  }
}
