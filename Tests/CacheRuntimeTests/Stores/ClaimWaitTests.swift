import Testing

@testable import CacheRuntime

@Suite struct ClaimWaitTests {
  @Test("it waits longer each time, and not for ever") func waits() {
    var wait = ClaimWait(patience: 250_000_000)
    var pauses: [Int64] = []
    while let pause = wait.next() { pauses.append(pause) }
    #expect(pauses.prefix(4) == [1_000_000, 2_000_000, 4_000_000, 8_000_000])
    #expect(pauses.max() == 64_000_000 || pauses.max() == 100_000_000 || (pauses.max() ?? 0) <= 128_000_000)
    #expect(pauses.reduce(0, +) == 250_000_000)
  }
}
