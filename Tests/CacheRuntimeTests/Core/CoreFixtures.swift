import Synchronization
import Testing

@testable import CacheRuntime

/// What ran, in order.
final class Calls: Sendable {
  private let made = Mutex<[String]>([])

  func add(_ call: String) { made.withLock { $0.append(call) } }
  var all: [String] { made.withLock { $0 } }
  var count: Int { all.count }
}

/// A cached function of one number, in which each computation is noted.
final class NumberCache: Sendable {
  let core: KeyedCore<StrictArgument<Int>, Int>
  let calls = Calls()

  init(_ kind: CacheKind = .data, _ options: CacheOptions<Int> = CacheOptions()) {
    core = KeyedCore(
      identity: FunctionIdentity(fileID: "Demo/F.swift", path: "f(Int)", name: "f(_:)", fingerprint: "0"),
      kind: kind, options: options)
  }

  func callAsFunction(_ number: Int, returning result: Int? = nil) -> Int {
    core.call(StrictArgument(number)) {
      calls.add("\(number)")
      return result ?? number * 10
    }
  }

  func clear(_ number: Int) { core.clear(StrictArgument(number)) }
  func contains(_ number: Int) -> Bool { core.contains(StrictArgument(number)) }

  /// The numbers computed so far.
  var computed: [Int] { calls.all.compactMap { Int($0) } }
}

/// Holds that a cache is sound inside and that nothing is left running.
func expectSound(_ core: FunctionCore, sourceLocation: SourceLocation = #_sourceLocation) {
  #expect(core.faults() == [], sourceLocation: sourceLocation)
  #expect(WaitGraph.shared.isEmpty, sourceLocation: sourceLocation)
}

/// Calls a cached closure with each argument, and counts computations.
func keysMade<each Argument>(_ calls: [(repeat each Argument)]) -> Int {
  let counter = Calls()
  let cached = cacheData { (arguments: repeat each Argument) -> Int in
    counter.add("")
    return 1
  }
  for call in calls { _ = cached(repeat each call) }
  expectSound(cached.core)
  return counter.count
}

struct Failure: Error, Equatable {}
