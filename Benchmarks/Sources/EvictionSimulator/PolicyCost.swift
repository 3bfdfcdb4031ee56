/// What a policy costs by itself, in nanoseconds an operation.
struct PolicyCost {
  let touch: Double
  let insertAndEvict: Double

  /// Medians of seven runs over a policy of so many entries.
  static func measure<Policy: EvictionPolicy>(_: Policy.Type, entries: Int, seed: UInt64) -> PolicyCost {
    var random = SeededGenerator(seed: seed)
    let operations = 1_000_000
    let slots = (0..<operations).map { _ in Int.random(in: 0..<entries, using: &random) }
    let hashes = (0..<operations).map { _ in Int(truncatingIfNeeded: random.next()) }
    var policy = Policy()
    for slot in 0..<entries { policy.insert(slot, hash: hashes[slot % operations], weight: 1) }
    var (touches, inserts): ([Double], [Double]) = ([], [])
    let clock = ContinuousClock()
    for _ in 0..<7 {
      touches.append(
        nanoseconds(clock.measure { for slot in slots { policy.touch(slot) } }) / Double(operations))
      inserts.append(
        nanoseconds(
          clock.measure {
            for hash in hashes {
              guard let slot = policy.evict() else { continue }
              policy.insert(slot, hash: hash, weight: 1)
            }
          }) / Double(operations))
    }
    return PolicyCost(touch: median(touches), insertAndEvict: median(inserts))
  }

  private static func nanoseconds(_ duration: Duration) -> Double {
    let (seconds, attoseconds) = duration.components
    return Double(seconds) * 1e9 + Double(attoseconds) / 1e9
  }

  private static func median(_ values: [Double]) -> Double { values.sorted()[values.count / 2] }
}
