import CacheRuntime

/// What a call costs beyond the function itself when nothing is there, with a key that is new every time.
enum Misses {
  static func groups() -> [Group] {
    let floor = MutexDictionary<Int, Int>()
    let objects = ObjectCache<Int, Int>()
    // Keys go on from run to run, so each contestant has its own counter.
    var (next, nextBounded, nextObject, nextFloor) = (0, 0, 0, 0)
    return [
      Group(
        id: "miss", title: "a miss, Int, unlimited",
        contestants: [
          Contestant("Dictionary under Mutex") { times in
            for _ in 0..<times {
              _ = floor(nextFloor) { 0 }
              nextFloor += 1
            }
            return times
          },
          Contestant("recache") { times in
            for _ in 0..<times {
              _ = unbounded(next + 1_000_000)
              next += 1
            }
            return times
          },
          Contestant("recache, 100,000 entries at most") { times in
            for _ in 0..<times {
              _ = bounded(nextBounded)
              nextBounded += 1
            }
            return times
          },
          Contestant("NSCache") { times in
            for _ in 0..<times {
              _ = objects(nextObject) { 0 }
              nextObject += 1
            }
            return times
          },
        ])
    ]
  }
}
