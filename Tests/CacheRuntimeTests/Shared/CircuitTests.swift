#if SharedStore
import Testing

@testable import CacheRuntime

@Suite struct CircuitTests {
  @Test("pauses double up to the longest, with half of each left to chance")
  func pauses() {
    #expect((1...5).map { Circuit.pause(after: $0, chance: 0) / 1_000_000 } == [50, 100, 200, 400, 800])
    #expect(Circuit.pause(after: 9, chance: 0) == 12_800_000_000)
    for failures in [10, 11, 64, 1_000_000] {
      #expect(Circuit.pause(after: failures, chance: 0) == Circuit.longestPause / 2)
      #expect(Circuit.pause(after: failures, chance: 0.999_999) <= Circuit.longestPause)
    }
    #expect(Circuit.pause(after: 1, chance: 0.5) == 75_000_000)
  }

  @Test("after a failure nobody asks until the pause is over, then one")
  func oneProbe() {
    var circuit = Circuit()
    #expect(circuit.admit(now: 0) == .ask)
    circuit.failed(now: 0, chance: 0)
    #expect(!circuit.isClosed)
    #expect(circuit.admit(now: 49_999_999) == .refuse)
    #expect(circuit.admit(now: 50_000_000) == .probe)
    #expect(circuit.admit(now: 50_000_000) == .refuse)
    circuit.failed(now: 60_000_000, chance: 0)
    #expect(circuit.admit(now: 159_999_999) == .refuse)
    #expect(circuit.admit(now: 160_000_000) == .probe)
    circuit.succeeded()
    #expect(circuit.admit(now: 160_000_000) == .ask)
    #expect(circuit.failures == 0)
  }

  @Test("those that were under way when it opened do not make the pause longer")
  func underWay() {
    var circuit = Circuit()
    for _ in 0..<20 { circuit.failed(now: 0, chance: 0) }
    #expect(circuit.failures == 1)
    #expect(circuit.admit(now: 50_000_000) == .probe)
  }

  @Test("a probe without an end is followed by another")
  func lostProbe() {
    var circuit = Circuit()
    circuit.failed(now: 0, chance: 0)
    #expect(circuit.admit(now: 50_000_000) == .probe)
    #expect(circuit.admit(now: 50_000_000 + Circuit.longestPause - 1) == .refuse)
    #expect(circuit.admit(now: 50_000_000 + Circuit.longestPause) == .probe)
  }

  @Test("a probe that shows nothing lets the next one try")
  func undecided() {
    var circuit = Circuit()
    circuit.failed(now: 0, chance: 0)
    #expect(circuit.admit(now: 50_000_000) == .probe)
    circuit.undecided(now: 60_000_000)
    #expect(circuit.admit(now: 60_000_000) == .probe)
    circuit.succeeded()
    circuit.undecided(now: 70_000_000)
    #expect(circuit.admit(now: 70_000_000) == .ask)
  }

  @Test("while it is open no call makes a connection")
  func costsNothing() throws {
    let clock = ManualCacheClock()
    let server = try ScriptedServer { _ in [] }
    let pool = ServerPool(
      try .tcp("127.0.0.1", port: server.port), now: { clock.now() }, chance: { 0 })
    let get = [ServerCommand(["GET", "x"])]
    #expect(throws: ServerError.closed) { try pool.send(get) }
    for _ in 0..<100 { #expect(throws: ServerError.circuitOpen) { try pool.send(get) } }
    #expect(server.connections.withLock { $0 } == 1)
    #expect(throws: ServerError.closed) { try pool.probe() }
    #expect(server.connections.withLock { $0 } == 2)
  }
}
#endif
