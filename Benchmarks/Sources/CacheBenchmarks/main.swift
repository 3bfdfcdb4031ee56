// A cache hit and what surrounds it, beside what one would use instead, in one run.
//
//     CacheBenchmarks [--quick] [--only ID] [--json FILE]
//     CacheBenchmarks --profile ID [--contestant NAME] [--times N]     only the work itself, for a profiler to count

import Foundation

struct Arguments {
  var isQuick = false
  var only: String?
  var json: String?
  var profile: String?
  var contestant = "recache"
  var times = 100_000

  init(_ arguments: [String]) {
    var rest = arguments.dropFirst()
    while let argument = rest.popFirst() {
      switch argument {
      case "--quick": isQuick = true
      case "--only": only = rest.popFirst()
      case "--json": json = rest.popFirst()
      case "--profile": profile = rest.popFirst()
      case "--contestant": contestant = rest.popFirst() ?? contestant
      case "--times": times = rest.popFirst().flatMap { Int($0) } ?? times
      default:
        FileHandle.standardError.write(
          Data("unknown argument '\(argument)'; use --quick, --only ID, --json FILE, --profile ID\n".utf8))
        exit(64)
      }
    }
  }

  func wants(_ id: String) -> Bool { only.map { id.hasPrefix($0) } ?? true }
}

nonisolated func benchmark(_ arguments: Arguments) async throws {
  let repeats = arguments.isQuick ? 5 : 15
  let stopwatch = Stopwatch(repeats: repeats, slice: .milliseconds(arguments.isQuick ? 5 : 20))
  var report = Report(repeats: repeats, processors: ProcessInfo.processInfo.activeProcessorCount)
  let python = PythonCaches(repeats: repeats, quick: arguments.isQuick)
  for remark in python.remarks { print(remark) }
  print(
    "medians of \(repeats) runs, contestants in turn; processor time, but wall time for threads side by side")
  print("\(report.processors) processors, load \(load())\n")

  for chapter in chapters {
    for group in chapter() where arguments.wants(group.id) {
      var table = await stopwatch.measure(group)
      table.lines += python.lines[group.id] ?? []
      report.add(table)
    }
  }
  if arguments.wants("threads") { for table in Threads.tables(repeats: repeats) { report.add(table) } }
  if arguments.wants("memory") { report.add(Memory.table()) }
  if arguments.wants("edits") { report.add(LargeArguments.edits()) }
  if let path = arguments.json { try report.write(to: path) }
}

/// How many want a processor at this moment, for the reader's judgement.
nonisolated func load() -> String {
  var averages = [0.0, 0, 0]
  return getloadavg(&averages, 3) > 0 ? fixed(averages[0]) : "unknown"
}

/// The chapters; groups are made when their turn comes, because some hold a hundred megabytes.
nonisolated let chapters: [@Sendable () -> [Group]] = [
  SmallHits.groups, Functions.groups, LargeArguments.groups, Misses.groups,
]

/// Warms a contestant up, and lets it work once more; the difference of two runs is what the work costs.
nonisolated func profile(_ id: String, _ arguments: Arguments) async {
  for chapter in chapters {
    for group in chapter() where group.id == id {
      for contestant in group.contestants where contestant.name == arguments.contestant {
        sink &+= await contestant.run(group.keys)
        sink &+= await contestant.run(arguments.times)
        return
      }
    }
  }
  print("no contestant '\(arguments.contestant)' in '\(id)'")
}

// The main thread waits instead of becoming the main queue's, which profilers that run the program themselves do not survive.
let finished = DispatchSemaphore(value: 0)
Task.detached {
  let arguments = Arguments(CommandLine.arguments)
  do {
    if let id = arguments.profile {
      await profile(id, arguments)
    } else {
      try await benchmark(arguments)
    }
  } catch {
    FileHandle.standardError.write(Data("\(error)\n".utf8))
    exit(1)
  }
  finished.signal()
}
finished.wait()
