import Testing

@testable import CacheRuntime

/// Computations inside of computations.
@Suite(.timeLimit(.minutes(2))) struct RecursionTests {
  typealias Core = KeyedCore<StrictArgument<Int>, Int>

  private func core() -> Core {
    Core(
      identity: FunctionIdentity(fileID: "Demo/F.swift", path: "", name: "f(_:)", fingerprint: ""),
      kind: .data,
      options: CacheOptions())
  }

  @Test("P06: nothing is noted of who waits for whom when all is done") func waitGraph() async {
    let core = core()
    _ = await core.call(StrictArgument(1)) { () async -> Int in
      await core.call(StrictArgument(2)) { () async -> Int in 1 }
    }
    await untilNobodyWaits()
    expectSound(core)
  }

  @Test("P05: needing one's own result is an error, or runs through where nothing can be thrown")
  func recursion() async throws {
    let core = core()
    #expect(throws: RecursiveCallError(function: "f(_:)")) {
      try core.call(StrictArgument(1)) { () throws -> Int in
        try core.call(StrictArgument(1)) { () throws -> Int in 1 }
      }
    }
    await #expect(throws: RecursiveCallError.self) {
      try await core.call(StrictArgument(1)) { () async throws -> Int in
        async let inner = core.call(StrictArgument(1)) { () async throws -> Int in 1 }
        return try await inner
      }
    }
    #expect(core.call(StrictArgument(2)) { core.call(StrictArgument(2)) { 7 } + 1 } == 8)
    expectSound(core)
  }

  @Test("P06: nested calls with other arguments work") func nested() {
    let core = core()
    @Sendable func fibonacci(_ number: Int) -> Int {
      core.call(StrictArgument(number)) {
        number < 2 ? number : fibonacci(number - 1) + fibonacci(number - 2)
      }
    }
    #expect(fibonacci(80) == 23_416_728_348_467_685)
    #expect(core.statistics.misses == 81)
    expectSound(core)
  }

  @Test("P06: two functions that wait for each other end", arguments: 1...20) func circle(_: Int) async {
    let (first, second) = (core(), core())
    let (inFirst, inSecond) = (Latch(), Latch())
    async let one: Result<Int, any Error> = Result.catching {
      try await first.call(StrictArgument(1)) { () async throws -> Int in
        await inFirst.open()
        await inSecond.wait()
        return try await second.call(StrictArgument(1)) { () async throws -> Int in 1 }
      }
    }
    async let two: Result<Int, any Error> = Result.catching {
      try await second.call(StrictArgument(1)) { () async throws -> Int in
        await inSecond.open()
        await inFirst.wait()
        return try await first.call(StrictArgument(1)) { () async throws -> Int in 1 }
      }
    }
    let results = await [one, two]
    #expect(
      results.contains { if case .failure(let error) = $0 { error is RecursiveCallError } else { false } })
    expectSound(first)
    expectSound(second)
    await untilNobodyWaits()
  }
}
