// The hit ratio of every eviction policy on every trace and size, against the best possible, as a table in Markdown.
//
//     EvictionSimulator [SEED] [REQUESTS]

/// A policy by name, with the type erased where it costs nothing.
struct Contestant: Sendable {
  let name: String
  let hits: @Sendable (_ trace: [Int32], _ capacity: Int, _ keyCount: Int) -> Int
  let cost: @Sendable (_ seed: UInt64) -> PolicyCost

  init<Policy: EvictionPolicy>(_ name: String, _ policy: Policy.Type) {
    self.name = name
    hits = { Simulation<Policy>.hits(in: $0, capacity: $1, keyCount: $2) }
    cost = { PolicyCost.measure(policy, entries: 10_000, seed: $0) }
  }
}

func run(seed: UInt64, requests: Int) {
  let contestants = [
    Contestant("oldest", OldestPolicy.self), Contestant("LRU", LRUPolicy.self),
    Contestant("SIEVE", SIEVEPolicy.self), Contestant("S3-FIFO", S3FIFOPolicy.self),
    Contestant("W-TinyLFU", TinyLFUPolicy.self),
  ]
  let keySpace = 100_000
  print("seed \(seed), \(requests) requests a trace, key space \(keySpace); hits in percent of requests\n")
  for trace in Trace.all { print("- \(trace.name): \(trace.about)") }
  print()
  row(["trace", "size"] + contestants.map(\.name) + ["best possible"])
  row(Array(repeating: "---", count: contestants.count + 3))
  var shares = Array(repeating: [Double](), count: contestants.count)
  var worst = Array(repeating: 0.0, count: contestants.count)
  for trace in Trace.all {
    for size in [keySpace / 1_000, keySpace / 100, keySpace / 10] {
      var random = SeededGenerator(seed: seed)
      let keys = trace.keys(keySpace, requests, size, &random)
      let keyCount = Int(keys.max() ?? 0) + 1
      let best = BeladyOptimum.hits(in: keys, capacity: size, keyCount: keyCount)
      let hits = contestants.map { $0.hits(keys, size, keyCount) }
      let top = hits.max() ?? 0
      for (index, count) in hits.enumerated() {
        shares[index].append(Double(count) / Double(best))
        worst[index] = max(worst[index], Double(top - count) / Double(requests))
      }
      row([trace.name, "\(size)"] + (hits + [best]).map { percent(Double($0) / Double(requests)) })
    }
  }
  row(["share of the best, mean", ""] + shares.map { percent($0.reduce(0, +) / Double($0.count)) } + [""])
  row(["share of the best, least", ""] + shares.map { percent($0.min() ?? 0) } + [""])
  row(["most points behind the leader", ""] + worst.map(percent) + [""])
  print()
  row(["policy", "hit, ns", "insert and evict, ns"])
  row(["---", "---", "---"])
  for contestant in contestants {
    let cost = contestant.cost(seed)
    row([contestant.name, fixed(cost.touch), fixed(cost.insertAndEvict)])
  }
}

func row(_ cells: [String]) { print("| " + cells.joined(separator: " | ") + " |") }
func percent(_ share: Double) -> String { fixed(share * 100) }
func fixed(_ value: Double) -> String {
  let tenths = Int((value * 10).rounded())
  return "\(tenths / 10).\(tenths % 10)"
}

let arguments = CommandLine.arguments.dropFirst().compactMap { UInt64($0) }
run(seed: arguments.first ?? 1, requests: Int(arguments.dropFirst().first ?? 1_000_000))
