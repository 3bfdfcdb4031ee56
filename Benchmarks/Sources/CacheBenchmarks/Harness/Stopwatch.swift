#if canImport(Darwin)
import Darwin
#else
import Glibc
#endif

/// Measures groups: all contestants in turn, many times over, so that a noisy moment of the machine hits them alike.
struct Stopwatch {
  let repeats: Int
  /// The least time that one measurement takes.
  let slice: Duration

  /// The nanoseconds an operation of every contestant; the first one is the floor that ratios refer to.
  func measure(_ group: Group) async -> Table {
    var plans: [(times: Int, samples: [Double])] = []
    var sums: [Int] = []
    for contestant in group.contestants {
      // All keys are there before anything is measured.
      sums.append(await contestant.run(group.keys))
      plans.append((await calibrate(contestant), []))
    }
    for _ in 0..<repeats {
      for (index, contestant) in group.contestants.enumerated() {
        let times = plans[index].times
        let spent = await time(contestant, times)
        plans[index].samples.append(spent / Double(times))
      }
    }
    var table = Table(id: group.id, title: group.title, unit: "ns", lines: [])
    for (contestant, plan) in zip(group.contestants, plans) {
      let sorted = plan.samples.sorted()
      table.lines.append(
        Line(name: contestant.name, median: sorted[sorted.count / 2], least: sorted.first ?? 0))
    }
    if Set(sums).count > 1 { table.notes.append("the contestants disagree: \(sums)") }
    for line in table.lines where group.bytes > 0 && line.name.hasPrefix("recache") {
      let rate = Double(group.bytes) / line.median
      table.notes.append(
        "\(line.name): " + (rate < 200 ? "\(fixed(rate)) GB/s" : "found by identity, nothing is read"))
    }
    return table
  }

  private func calibrate(_ contestant: Contestant) async -> Int {
    var times = 1
    while true {
      let spent = await time(contestant, times)
      let least = nanoseconds(slice)
      if spent >= least { return times }
      times = spent * 10 < least ? times * 8 : max(times + 1, Int(Double(times) * least / spent * 1.1))
    }
  }

  private func time(_ contestant: Contestant, _ times: Int) async -> Double {
    let start = now()
    sink &+= await contestant.run(times)
    return now() - start
  }

  /// The processor time of the process, which others on the machine cannot take away.
  private func now() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) * 1e9 + Double(time.tv_nsec)
  }
}

/// Where sums end, so that nobody can prove them unused.
nonisolated(unsafe) var sink = 0

/// A duration in nanoseconds.
func nanoseconds(_ duration: Duration) -> Double {
  let (seconds, attoseconds) = duration.components
  return Double(seconds) * 1e9 + Double(attoseconds) / 1e9
}

/// A number with one digit behind the point, or three significant ones below ten.
func fixed(_ value: Double) -> String {
  let digits = value < 10 ? 100.0 : value < 1_000 ? 10 : 1
  let scaled = Int((value * digits).rounded())
  if digits == 1 { return "\(scaled)" }
  let (whole, rest) = scaled.quotientAndRemainder(dividingBy: Int(digits))
  let fraction = String(rest)
  return "\(whole)." + String(repeating: "0", count: (digits == 100 ? 2 : 1) - fraction.count) + fraction
}
