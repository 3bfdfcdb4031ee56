import Testing

@testable import EvictionSimulator

/// The yardstick itself: the optimum is the optimum, and the policies that are not shipped are what they say.
@Suite struct SimulatorTests {
  /// The best number of hits, found by trying every choice of what to keep.
  private func bestByTrying(_ trace: ArraySlice<Int32>, held: Set<Int32>, capacity: Int) -> Int {
    guard let key = trace.first else { return 0 }
    let rest = trace.dropFirst()
    let hit = held.contains(key) ? 1 : 0
    let all = held.union([key])
    if all.count <= capacity { return hit + bestByTrying(rest, held: all, capacity: capacity) }
    return hit + (all.map { bestByTrying(rest, held: all.subtracting([$0]), capacity: capacity) }.max() ?? 0)
  }

  @Test(arguments: 1...60 as ClosedRange<UInt64>)
  func beladyIsTheBest(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let trace = (0..<12).map { _ in Int32.random(in: 0..<5, using: &random) }
    for capacity in 1...3 {
      #expect(
        BeladyOptimum.hits(in: trace, capacity: capacity, keyCount: 5)
          == bestByTrying(trace[...], held: [], capacity: capacity), "seed \(seed), capacity \(capacity)")
    }
  }

  @Test(arguments: Trace.all.map(\.name))
  func noPolicyBeatsTheBest(name: String) throws {
    let trace = try #require(Trace.all.first { $0.name == name })
    for size in [10, 100] {
      var random = SeededGenerator(seed: 7)
      let keys = trace.keys(1_000, 20_000, size, &random)
      #expect(keys.count == 20_000)
      let keyCount = Int(keys.max() ?? 0) + 1
      let best = BeladyOptimum.hits(in: keys, capacity: size, keyCount: keyCount)
      #expect(Simulation<OldestPolicy>.hits(in: keys, capacity: size, keyCount: keyCount) <= best)
      #expect(Simulation<LRUPolicy>.hits(in: keys, capacity: size, keyCount: keyCount) <= best)
      #expect(Simulation<SIEVEPolicy>.hits(in: keys, capacity: size, keyCount: keyCount) <= best)
      #expect(Simulation<S3FIFOPolicy>.hits(in: keys, capacity: size, keyCount: keyCount) <= best)
      #expect(Simulation<TinyLFUPolicy>.hits(in: keys, capacity: size, keyCount: keyCount) <= best)
    }
  }

  /// SIEVE against an array with a hand.
  @Test(arguments: 1...20 as ClosedRange<UInt64>)
  func sieve(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    var policy = SIEVEPolicy()
    var order: [(slot: Int, used: Bool)] = []
    var hand = 0
    for step in 0..<1_000 {
      let free = (0..<20).filter { slot in !order.contains { $0.slot == slot } }
      switch Int.random(in: 0..<10, using: &random) {
      case 0..<4:
        guard let slot = free.randomElement(using: &random) else { break }
        policy.insert(slot, hash: 0, weight: 1)
        order.append((slot, false))
      case 4..<7:
        guard let index = order.indices.randomElement(using: &random) else { break }
        policy.touch(order[index].slot)
        order[index].used = true
      case 7:
        guard let index = order.indices.randomElement(using: &random) else { break }
        policy.remove(order[index].slot)
        order.remove(at: index)
        if index < hand { hand -= 1 }
        if hand >= order.count { hand = 0 }
      default:
        guard !order.isEmpty else {
          #expect(policy.evict() == nil)
          break
        }
        while order[hand].used {
          order[hand].used = false
          hand = (hand + 1) % order.count
        }
        #expect(policy.evict() == order[hand].slot, "seed \(seed), step \(step)")
        order.remove(at: hand)
        // A hand that has passed the newest starts anew, even if another entry is added behind it.
        if hand == order.count { hand = 0 }
      }
    }
  }

  @Test(arguments: 1...5 as ClosedRange<UInt64>)
  func theSketchNeverUnderestimates(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    var sketch = FrequencySketch()
    var counts: [UInt32: UInt64] = [:]
    for _ in 0..<500 {
      let hash = UInt32.random(in: 0..<200, using: &random)
      sketch.add(hash, entries: 256)
      counts[hash, default: 0] += 1
    }
    for (hash, count) in counts {
      #expect(sketch.estimate(hash) >= min(count, 15), "seed \(seed), hash \(hash)")
    }
  }
}
