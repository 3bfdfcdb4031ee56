import Dispatch
import SeededRandom
import Testing

@testable import CacheRuntime

/// On the page and in its results, a program with caches is the program without.
@Suite struct ReplayModelTests {
  private func expected(
    _ program: RandomProgram, _ script: [RandomProgram.Statement], _ values: [Int]
  ) -> (result: Int?, page: [String]) {
    var naive = NaiveProgram(program, values)
    let result = try? naive.run(script, argument: 0, in: "main")
    return (result, naive.page)
  }

  @Test(
    "random nesting of calls, containers, failures and widgets shows and returns what it does without a cache",
    arguments: 1...150)
  func agreesWithNaiveProgram(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let program = RandomProgram(&generator)
    let cached = CachedProgram(program)
    let scripts = (0..<3).map { _ in
      RandomProgram.statements(&generator, program.functions.indices, depth: 2)
    }
    for step in 0..<40 {
      let script = scripts[Int.random(in: 0..<3, using: &generator)]
      let values = (0..<RandomProgram.widgets).map { _ in Int.random(in: 0..<3, using: &generator) }
      switch Int.random(in: 0..<12, using: &generator) {
      case 0: cached.cores.randomElement(using: &generator)?.clear()
      case 1:
        cached.cores.randomElement(using: &generator)?.clear(
          StrictArgument(Int.random(in: 0..<RandomProgram.arguments, using: &generator)))
      default: break
      }
      let (actual, wanted) = (cached.page(script, values), expected(program, script, values))
      #expect(actual.result == wanted.result, "seed \(seed), step \(step), \(program)")
      #expect(actual.page == wanted.page, "seed \(seed), step \(step), \(program)")
    }
    for core in cached.cores { expectSound(core) }
  }

  @Test("the same from several threads at once, each with widgets and a page of its own", arguments: 1...20)
  func concurrently(seed: UInt64) {
    var generator = SeededGenerator(seed: seed &+ 1_000)
    let program = RandomProgram(&generator)
    let cached = CachedProgram(program)
    let script = RandomProgram.statements(&generator, program.functions.indices, depth: 2)
    let faults = Calls()
    DispatchQueue.concurrentPerform(iterations: 6) { thread in
      var own = SeededGenerator(seed: seed &* 100 &+ UInt64(thread))
      for _ in 0..<25 {
        let values = (0..<RandomProgram.widgets).map { _ in Int.random(in: 0..<3, using: &own) }
        let (actual, wanted) = (cached.page(script, values), expected(program, script, values))
        if actual.result != wanted.result || actual.page != wanted.page { faults.add("\(values)") }
      }
    }
    #expect(faults.all == [], "seed \(seed), \(program)")
    for core in cached.cores { expectSound(core) }
  }

  @Test("the programs are such that hits, replays, failures and widgets occur") func programsAreVaried() {
    var sum = CacheStatistics()
    for seed in 1...30 as ClosedRange<UInt64> {
      var generator = SeededGenerator(seed: seed)
      let cached = CachedProgram(RandomProgram(&generator))
      let script = RandomProgram.statements(&generator, cached.cores.indices, depth: 2)
      for values in [[0, 1, 2], [0, 1, 2], [1, 1, 1]] { _ = cached.page(script, values) }
      for core in cached.cores { sum.add(core.statistics) }
    }
    #expect(sum.hits > 50)
    #expect(sum.replayedElements > 200)
    #expect(sum.failures > 20)
    #expect(sum.widgetCombinations > 50)
    #expect(sum.removals[.newWidget] ?? 0 > 0)
  }
}
