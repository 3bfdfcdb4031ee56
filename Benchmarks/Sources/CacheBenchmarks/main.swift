// A cache hit and what surrounds it, beside what one would use instead, in one run.
//
//     CacheBenchmarks [--quick] [--only ID] [--json FILE]

import Foundation

struct Arguments {
  var isQuick = false
  var only: String?
  var json: String?

  init(_ arguments: [String]) {
    var rest = arguments.dropFirst()
    while let argument = rest.popFirst() {
      switch argument {
      case "--quick": isQuick = true
      case "--only": only = rest.popFirst()
      case "--json": json = rest.popFirst()
      default:
        FileHandle.standardError.write(
          Data("unknown argument '\(argument)'; use --quick, --only ID, --json FILE\n".utf8))
        exit(64)
      }
    }
  }

  func wants(_ id: String) -> Bool { only.map { id.hasPrefix($0) } ?? true }
}

func benchmark(_ arguments: Arguments) async throws {
  let repeats = arguments.isQuick ? 5 : 15
  let stopwatch = Stopwatch(repeats: repeats, slice: .milliseconds(arguments.isQuick ? 5 : 20))
  var report = Report(repeats: repeats, processors: ProcessInfo.processInfo.activeProcessorCount)
  let python = PythonCaches(repeats: repeats, quick: arguments.isQuick)
  for remark in python.remarks { print(remark) }
  print("medians of \(repeats) runs, contestants in turn, \(report.processors) processors\n")

  // Groups are made when their turn comes, because some hold a hundred megabytes.
  let chapters: [() -> [Group]] = [
    SmallHits.groups, Functions.groups, Threads.groups, LargeArguments.groups, Misses.groups,
  ]
  for chapter in chapters {
    for group in chapter() where arguments.wants(group.id) {
      var table = await stopwatch.measure(group)
      table.lines += python.lines[group.id] ?? []
      report.add(table)
    }
  }
  if arguments.wants("memory") { report.add(Memory.table()) }
  if arguments.wants("edits") { report.add(LargeArguments.edits()) }
  if let path = arguments.json { try report.write(to: path) }
}

try await benchmark(Arguments(CommandLine.arguments))
