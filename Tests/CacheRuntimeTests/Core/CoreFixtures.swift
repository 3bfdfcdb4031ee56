import Testing

@testable import CacheRuntime

/// What ran, in order.
final class Calls: Sendable {
  private let made = Guarded<[String]>([])

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

/// Holds that a cache is sound inside and that nothing is left running in it.
func expectSound(_ core: FunctionCore, sourceLocation: SourceLocation = #_sourceLocation) {
  #expect(core.faults() == [], sourceLocation: sourceLocation)
}

/// Calls a cached closure with each argument, and counts computations.
func keysMade<Argument>(_ calls: [Argument]) -> Int { keysMade(pairs: calls.map { ($0, 0) }) }

/// Calls a cached closure with each pair of arguments, and counts computations.
func keysMade<First, Second>(pairs calls: [(First, Second)]) -> Int {
  let counter = Calls()
  let cached = cacheData { (first: First, second: Second) -> Int in
    counter.add("")
    return 1
  }
  for call in calls { _ = cached(call.0, call.1) }
  expectSound(cached.core)
  return counter.count
}

/// Returns when no computation of the process waits for another: at the latest when all tests have ended.
func untilNobodyWaits() async {
  while !WaitGraph.shared.isEmpty { await Task.yield() }
}

struct Failure: Error, Equatable {}

/// Opens once; tasks wait for it.
actor Latch {
  private var isOpen = false
  private var waiting: [CheckedContinuation<Void, Never>] = []

  func open() {
    isOpen = true
    for waiter in waiting { waiter.resume() }
    waiting = []
  }

  func wait() async {
    if !isOpen { await withCheckedContinuation { waiting.append($0) } }
  }
}

extension Result where Failure == any Error {
  static func catching(_ body: () async throws -> Success) async -> Self {
    do { return .success(try await body()) } catch { return .failure(error) }
  }
}
