import Foundation
import SeededRandom
import Testing

@testable import CacheRuntime

/// Which random runs are made: two hundred that are the same each time, or as many as `make test-model ROUNDS=n` asks for.
enum ModelRounds {
  private static let seeds: ClosedRange<UInt64> = {
    let environment = ProcessInfo.processInfo.environment
    guard let rounds = environment["RECACHE_MODEL_ROUNDS"].flatMap({ UInt64($0) }), rounds > 0 else {
      return 1...200
    }
    let first =
      environment["RECACHE_MODEL_SEED"].flatMap { UInt64($0) } ?? UInt64.random(in: 0..<1_000_000_000)
    print("random operations against the model: \(rounds) rounds from RECACHE_MODEL_SEED=\(first)")
    return first...first + rounds - 1
  }()

  /// In lots, so that a long run has a few tests and not a million.
  static let lots: [ClosedRange<UInt64>] = stride(
    from: seeds.lowerBound, through: seeds.upperBound, by: max(1, seeds.count / 8)
  ).map { $0...min(seeds.upperBound, $0 + UInt64(max(1, seeds.count / 8)) - 1) }
}

@Suite struct ModelTests {

  @Test(
    "calls, clears, expiry, idling, eviction by count and bytes, failures, primes and clears in computations agree with a naive model",
    arguments: ModelRounds.lots)
  func agreesWithNaiveCache(seeds: ClosedRange<UInt64>) { for seed in seeds { run(seed) } }

  private func run(_ seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let eviction = CacheEviction.allCases.randomElement(using: &random) ?? .oldest
    let weights = eviction == .s3FIFO ? 1 : Int.random(in: 1...9, using: &random)
    let clock = ManualCacheClock()
    var limits = StoreLimits()
    limits.maxEntries = Int.random(in: 1...12, using: &random)
    limits.maxBytes = Bool.random(using: &random) ? Int.random(in: 4...40, using: &random) : nil
    limits.ttl = Int.random(in: 0..<3, using: &random) == 0 ? nil : 100
    limits.idle = Bool.random(using: &random) ? Int64.random(in: 20...120, using: &random) : nil
    let core = KeyedCore<StrictArgument<Int>, Int>(
      identity: FunctionIdentity(fileID: "Demo/F.swift", path: "", name: "f", fingerprint: ""), kind: .data,
      options: CacheOptions(
        ttl: limits.ttl.map { .nanoseconds($0) }, idle: limits.idle.map { .nanoseconds($0) },
        maxEntries: limits.maxEntries, maxBytes: limits.maxBytes, weigher: { $0 % weights + 1 },
        eviction: eviction, clock: clock))
    var model = NaiveCache(limits, eviction) { core.hash(StrictArgument($0)) }
    var next = 0
    for step in 0..<300 {
      let key = Int.random(in: 0..<18, using: &random)
      let now = clock.now()
      next += 1
      let (value, place) = (next, "seed \(seed), step \(step)" as Comment)
      let weight = limits.maxBytes == nil ? 0 : value % weights + 1
      switch Int.random(in: 0..<24, using: &random) {
      case 0:
        core.clear()
        model.clear()
      case 1:
        core.clear(StrictArgument(key))
        model.clear(key)
      case 2, 3: clock.advance(by: .nanoseconds(Int.random(in: 0...60, using: &random)))
      case 4:
        _ = core.sweep()
        model.expire(now)
      case 5: #expect(core.contains(StrictArgument(key)) == (model.valid(key, now) != nil), place)
      case 6:
        // A computation that fails stores nothing.
        let got = try? core.call(StrictArgument(key)) { () throws -> Int in throw Failure() }
        #expect(got == model.call(key, now), place)
        if got == nil { model.failures += 1 }
      case 7:
        // A clear in the middle wins, of everything or of this call.
        let isWhole = Bool.random(using: &random)
        let expected = model.call(key, now)
        let got = core.call(StrictArgument(key)) {
          if isWhole { core.clear() } else { core.clear(StrictArgument(key)) }
          return value
        }
        #expect(got == expected ?? value, place)
        if expected == nil { isWhole ? model.clear() : model.clear(key) }
      case 8:
        try? core.prime(StrictArgument(key), value)
        model.store(key, value, now, weight)
      case 9:
        // What is primed in the middle stays; the computation's result is its caller's.
        let expected = model.call(key, now)
        let got = core.call(StrictArgument(key)) {
          try? core.prime(StrictArgument(key), value)
          return value + 1_000_000
        }
        #expect(got == expected ?? value + 1_000_000, place)
        if expected == nil { model.store(key, value, now, weight) }
      case 10:
        // Another call inside of this one, which may push out what others had.
        let (other, expected) = ((key + 1) % 18, model.call(key, now))
        let got = core.call(StrictArgument(key)) {
          core.call(StrictArgument(other)) { value + 7 * weights } + weights
        }
        guard expected == nil else {
          #expect(got == expected, place)
          break
        }
        let inner = model.call(other, now) ?? value + 7 * weights
        if inner == value + 7 * weights, model.valid(other, now) == nil {
          model.store(other, inner, now, weight)
        }
        #expect(got == inner + weights, place)
        model.store(key, got, now, limits.maxBytes == nil ? 0 : got % weights + 1)
      case 11: #expect(core.evictForBudget() == model.evict(.budget), place)
      default:
        let expected = model.call(key, now)
        let got = core.call(StrictArgument(key)) { value }
        #expect(got == expected ?? value, place)
        if expected == nil { model.store(key, value, now, weight) }
      }
      var statistics = core.statistics
      statistics.loadTime = 0
      #expect(statistics == model.statistics, place)
      #expect(core.faults() == [], place)
    }
  }

  @Test(
    "those who cancel leave at once, the others get what the first one makes, or make it themselves",
    arguments: 1...40)
  func cancellation(seed: UInt64) async throws {
    var random = SeededGenerator(seed: seed)
    let core = KeyedCore<StrictArgument<Int>, Int>(
      identity: FunctionIdentity(fileID: "Demo/F.swift", path: "", name: "f", fingerprint: ""), kind: .data,
      options: CacheOptions())
    let (fails, isCancelled) = (
      Bool.random(using: &random), (0..<12).map { _ in Bool.random(using: &random) }
    )
    let (calls, begun, gate) = (Calls(), Signal(), Signal())
    let first = Task {
      try await core.call(StrictArgument(1)) { () async throws -> Int in
        calls.add("first")
        begun.open()
        await gate.wait()
        if fails { throw Failure() }
        return 1
      }
    }
    await begun.wait()
    let waiting = isCancelled.map { _ in
      Task {
        try await core.call(StrictArgument(1)) { () async throws -> Int in
          calls.add("next")
          return 2
        }
      }
    }
    for (task, isCancelled) in zip(waiting, isCancelled) where isCancelled {
      task.cancel()
      await #expect(throws: CancellationError.self, "seed \(seed)") { try await task.value }
    }
    #expect(calls.all == ["first"], "seed \(seed)")
    gate.open()
    if fails {
      await #expect(throws: Failure.self, "seed \(seed)") { try await first.value }
    } else {
      #expect(try await first.value == 1)
    }
    for (task, isCancelled) in zip(waiting, isCancelled) where !isCancelled {
      #expect(try await task.value == (fails ? 2 : 1), "seed \(seed)")
    }
    #expect(calls.count == (fails && isCancelled.contains(false) ? 2 : 1), "seed \(seed)")
    expectSound(core)
  }
}

/// Opened once, for all who wait.
private final class Signal: Sendable {
  private let flight = Flight()
  func open() { flight.end() }
  func wait() async { await flight.wait(untilCancelled: false) }
}
