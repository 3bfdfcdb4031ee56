import Testing

@testable import CacheRuntime

/// Runs something when it goes.
private final class Farewell: Hashable, Sendable {
  let number: Int
  private let body: @Sendable () -> Void
  init(_ number: Int, _ body: @escaping @Sendable () -> Void) { (self.number, self.body) = (number, body) }
  deinit { body() }
  static func == (left: Farewell, right: Farewell) -> Bool { left.number == right.number }
  func hash(into hasher: inout Hasher) { hasher.combine(number) }
}

// A deadlock would not end by itself.
@Suite(.timeLimit(.minutes(1))) struct LettingGoTests {
  private typealias Core = KeyedCore<Argument<Farewell>, Farewell>

  private func core(_ options: CacheOptions<Farewell>) -> Core {
    Core(
      identity: FunctionIdentity(fileID: "Demo/F.swift", path: "", name: "f(_:)", fingerprint: ""),
      kind: .resource, options: options)
  }

  /// Fills a cache with keys and values that call it as they go, and empties it by `body`.
  private func empties(_ options: CacheOptions<Farewell>, _ body: (Core) -> Void) -> Int {
    let core = core(options)
    let gone = Calls()
    let reference = WeakCore(core)
    func farewell(_ number: Int) -> Farewell {
      Farewell(number) {
        gone.add("\(number)")
        guard let core = reference.core as? Core else { return }
        _ = core.statistics
        core.clear(Argument(Farewell(-1) {}))
      }
    }
    for number in 0..<4 { _ = core.call(Argument(farewell(number))) { farewell(number + 100) } }
    body(core)
    #expect(core.faults() == [])
    return gone.count
  }

  @Test("keys and values are let go after the lock, whatever takes them out") func afterTheLock() {
    let clock = ManualCacheClock()
    #expect(empties(CacheOptions()) { $0.clear() } == 8)
    #expect(empties(CacheOptions()) { $0.clear(Argument(Farewell(1) {})) } == 2)
    #expect(empties(CacheOptions(maxEntries: 2)) { _ in } == 4)
    #expect(empties(CacheOptions(maxEntries: 4, eviction: .s3FIFO)) { _ = $0.evictForBudget() } == 2)
    let aged = empties(CacheOptions(ttl: 10, clock: clock)) {
      clock.advance(by: 10)
      _ = $0.sweep()
    }
    #expect(aged == 8)
    #expect(
      empties(CacheOptions()) { core in
        try? core.prime(Argument(Farewell(1) {}), Farewell(1) {})
      } == 2)
  }

  @Test("what a session held of a closure's cache that is gone goes after the session's lock") func session()
  {
    let session = CacheSession()
    let gone = Calls()
    do {
      let cached = cacheResource(scope: .session) { (number: Int) in
        Farewell(number) { [weak session] in
          gone.add("\(number)")
          _ = session?.partCount
        }
      }
      session.run { _ = cached(1) }
    }
    let next = cacheResource(scope: .session) { (number: Int) in number }
    session.run { _ = next(1) }
    #expect(gone.all == ["1"])
  }
}
