import SeededRandom
import Testing

@testable import CacheRuntime

/// Random operations give the same victims as a naive model, and the queues stay whole. Row M03: each policy as documented.
@Suite struct PolicyModelTests {
  @Test(arguments: 1...12 as ClosedRange<UInt64>)
  func oldest(seed: UInt64) { run(OldestPolicy.self, NaiveOldest.self, seed: seed) }

  @Test(arguments: 1...12 as ClosedRange<UInt64>)
  func lru(seed: UInt64) { run(LRUPolicy.self, NaiveLRU.self, seed: seed) }

  @Test(arguments: 1...12 as ClosedRange<UInt64>)
  func s3FIFO(seed: UInt64) { run(S3FIFOPolicy.self, NaiveS3FIFO.self, seed: seed) }

  private func run<Policy: EvictionPolicy, Model: NaivePolicy>(
    _: Policy.Type, _: Model.Type, seed: UInt64
  ) {
    var random = SeededGenerator(seed: seed)
    var policy = Policy()
    var model = Model()
    var weights: [Int: Int] = [:]
    let capacity = Int.random(in: 1...60, using: &random)
    // Weights that differ change which queue is over its share, which the naive model does not follow.
    let weight = Int.random(in: 0...3, using: &random)
    for step in 0..<600 {
      let place: Testing.Comment = "seed \(seed), step \(step)"
      let used = model.slots
      switch Int.random(in: 0..<10, using: &random) {
      case 0..<4:
        guard let slot = (0...capacity).filter({ !used.contains($0) }).randomElement(using: &random) else {
          break
        }
        let hash = Int.random(in: 0..<3 * capacity, using: &random) << 32
        policy.insert(slot, hash: hash, weight: weight)
        model.insert(slot, hash: hash)
        weights[slot] = weight
        while policy.count > capacity {
          let victim = model.evict()
          #expect(policy.evict() == victim, place)
          guard let victim else { return }
          weights[victim] = nil
        }
      case 4..<7:
        guard let slot = used.randomElement(using: &random) else { break }
        policy.touch(slot)
        model.touch(slot)
      case 7:
        guard let slot = used.randomElement(using: &random) else { break }
        policy.replace(slot, weight: weight)
        model.replace(slot)
      case 8:
        guard let slot = used.randomElement(using: &random) else { break }
        policy.remove(slot)
        model.remove(slot)
        weights[slot] = nil
      default:
        let victim = model.evict()
        #expect(policy.evict() == victim, place)
        if let victim { weights[victim] = nil }
      }
      #expect(policy.count == model.slots.count, place)
      #expect(policy.weight == weights.values.reduce(0, +), place)
    }
    var rest: [Int] = []
    while let victim = policy.evict() {
      #expect(victim == model.evict(), "seed \(seed), at the end")
      rest.append(victim)
    }
    #expect(
      Set(rest).count == rest.count && policy.count == 0 && policy.weight == 0, "seed \(seed), at the end")
    #expect(model.evict() == nil)
  }

  /// With weights that differ every policy keeps its sums, and lets everything go once.
  @Test(arguments: CacheEviction.allCases, 1...8 as ClosedRange<UInt64>)
  func weights(eviction: CacheEviction, seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    var policy = SelectedPolicy(eviction)
    var weights: [Int: Int] = [:]
    for step in 0..<600 {
      let slot = Int.random(in: 0..<50, using: &random)
      let weight = Int.random(in: 0...1_000, using: &random)
      switch (weights[slot], Int.random(in: 0..<4, using: &random)) {
      case (nil, _):
        policy.insert(slot, hash: Int.random(in: 0..<100, using: &random) << 32, weight: weight)
        weights[slot] = weight
      case (_, 0):
        policy.replace(slot, weight: weight)
        weights[slot] = weight
      case (_, 1):
        policy.remove(slot)
        weights[slot] = nil
      default: policy.touch(slot)
      }
      while policy.weight > 8_000, let victim = policy.evict() {
        #expect(weights[victim] != nil, "seed \(seed), step \(step): slot \(victim) was not in use")
        weights[victim] = nil
      }
      #expect(policy.count == weights.count, "seed \(seed), step \(step)")
      #expect(policy.weight == weights.values.reduce(0, +), "seed \(seed), step \(step)")
    }
    while let victim = policy.evict() { weights[victim] = nil }
    #expect(weights.isEmpty && policy.weight == 0, "seed \(seed)")
  }
}
