import Foundation
import Linter
import Rules
import Testing

struct ShardTests {
  @Test(arguments: [
    ("1/1", true), ("2/7", true), ("7/7", true), ("0/7", false), ("8/7", false), ("1/0", false), ("1", false),
    ("1/2/3", false), ("", false), ("+1/2", false), ("-1/2", false), (" 1/2", false), ("a/b", false),
    ("1/99999999999999999999", false),
  ]) func spelling(text: String, isShard: Bool) {
    #expect((Shard(text) != nil) == isShard)
  }

  @Test(arguments: [1, 2, 3, 7]) func everyPathIsInOneShard(count: Int) {
    let shards = (1...count).compactMap { Shard($0, of: count) }
    var sizes = Array(repeating: 0, count: count)
    for number in 0..<700 {
      let path = "Sources/Module\(number % 9)/File\(number).swift"
      let owners = shards.indices.filter { shards[$0].contains(path) }
      #expect(owners.count == 1)
      for owner in owners { sizes[owner] += 1 }
    }
    // No share is empty or has nearly all.
    #expect(sizes.allSatisfy { $0 > 700 / count / 2 && $0 < 700 / count * 2 })
  }

  @Test(arguments: [1, 2, 3, 7], [ReportFormat.json, .sarif])
  func mergedShardsAreOneRun(count: Int, format: ReportFormat) throws {
    for seed in UInt64(0)..<4 {
      var files = GeneratedProject(seed: seed).files
      files["Sources/App/Deep.swift"] = "// cache\n" + String(repeating: "(", count: 10_000)
      files["Sources/App/An odd ü%41 name.swift"] = "import CacheRuntime\n@cache func f() -> Int { 1 }\n"
      let tree = try TemporaryTree(files)
      try tree.write([0xFF, 0x0A], to: "Sources/Core/Bytes.swift")
      let reports = try (1...count).map { number in
        try text(tree, try #require(Shard(number, of: count)), format, paths: [".", "none"])
      }
      var merge = ReportMerge()
      for (number, report) in reports.enumerated().reversed() {
        try merge.add(Array(report.utf8), named: "\(number + 1)")
      }
      let joined = try merge.joined()
      #expect(try joined.text == text(tree, .whole, format, paths: [".", "none"]), "seed \(seed)")
      #expect(joined.outcome == .incomplete)
    }
  }

  private func text(
    _ tree: TemporaryTree, _ shard: Shard, _ format: ReportFormat, paths: [String] = ["."],
    configuration: Configuration? = nil
  ) throws -> String {
    var request = LintRequest(
      paths: paths, workingDirectory: tree.path, configuration: try configuration ?? .shipped(), workers: 2)
    request.shard = shard
    let context = ReportContext(
      version: "1", rules: request.rules.map { $0.description }, severities: request.configuration.severities,
      workingDirectory: tree.path)
    return format.text(of: Pipeline(request).lint(), context)
  }

  @Test func staleEntriesOfOtherShardsAreNotTold() throws {
    let use = "import CacheRuntime\n@cache func f() -> Int { 1 }\n"
    let names = (0..<12).map { "F\($0).swift" }
    let tree = try TemporaryTree(Dictionary(uniqueKeysWithValues: names.map { ($0, use) }))
    func report(_ shard: Shard) throws -> LintReport {
      var request = LintRequest(
        paths: ["."], workingDirectory: tree.path, configuration: try Configuration.shipped())
      request.shard = shard
      return Pipeline(request).lint()
    }
    let file = BaselineFile(of: try report(.whole), at: tree.path + "/b.json", workingDirectory: tree.path)
    try tree.write(file.text, to: "b.json")
    let baseline = try Baseline(reading: tree.path + "/b.json", workingDirectory: tree.path)
    let shards = (1...3).compactMap { Shard($0, of: 3) }
    for shard in shards { #expect(baseline.apply(to: try report(shard), isPartial: false).stale.isEmpty) }
    // One is cured, one is gone: each is told by one shard, and all of them by the merged report as by one run.
    try tree.write("func f() {}\n", to: names[3])
    try FileManager.default.removeItem(at: tree.url(names[7]))
    var merge = ReportMerge()
    for shard in shards {
      let outcome = baseline.apply(to: try report(shard), isPartial: false)
      var told = outcome.report
      told.add(outcome.stale)
      #expect(outcome.stale.count == [3, 7].count { shard.contains(names[$0]) })
      try merge.add(Array(JSONReport.text(told).utf8), named: shard.description)
    }
    let whole = baseline.apply(to: try report(.whole), isPartial: false)
    var told = whole.report
    told.add(whole.stale)
    #expect(whole.stale.count == 2)
    #expect(try merge.joined().text == JSONReport.text(told))
  }

  @Test(arguments: [
    ("", "a.json:1:1: error: the text ends too early"),
    ("{\"version\": 1,\n \"version\": 1}", "a.json:2:2: error: the key stands here for the second time"),
    (
      "[]",
      "a.json: error: not a report of 'recache lint'; write one with '--format json' or '--format sarif'"
    ),
    (
      "{\"version\": \"2.1.0\", \"runs\": [{\"tool\": {\"driver\": {\"name\": \"other\"}}, \"results\": []}]}",
      "a.json: error: not a report of 'recache lint'; write one with '--format json' or '--format sarif'"
    ),
    (
      "{\"version\": 1, \"shard\": {\"number\": 3, \"count\": 2, \"run\": \"\"}, \"findings\": [], \"summary\": {}}",
      "a.json: error: not a report of 'recache lint'; write one with '--format json' or '--format sarif'"
    ),
    (
      "{\"version\": 1, \"findings\": [], \"fixed\": [], \"summary\": {}}",
      "a.json: error: a report of 'recache fix'; only those of 'recache lint' can be merged"
    ),
  ]) func badReports(text: String, message: String) {
    var merge = ReportMerge()
    #expect {
      try merge.add(Array(text.utf8), named: "a.json")
    } throws: { "\($0)" == message }
  }

  @Test(arguments: [ReportFormat.json, .sarif]) func whatDoesNotBelongTogether(format: ReportFormat) throws {
    let tree = try TemporaryTree([
      "A.swift": "import CacheRuntime\n@cache func f() -> Int { 1 }\n", "B.swift": "let b = 1\n",
    ])
    let shards = (1...3).compactMap { Shard($0, of: 3) }
    let reports = try shards.map { try text(tree, $0, format) }
    let whole = try text(tree, .whole, format)
    var configuration = try Configuration.shipped()
    configuration.severities["legacy-cache"] = .error
    let otherRules = try text(tree, shards[1], format, configuration: configuration)
    try tree.write("let c = 1\n", to: "C.swift")
    let otherFiles = try text(tree, shards[1], format)
    let otherCount = try text(tree, try #require(Shard(2, of: 2)), format)
    let otherFormat = try text(tree, shards[1], format == .json ? .sarif : .json)

    func message(_ texts: String...) -> String {
      var merge = ReportMerge()
      do {
        for (number, text) in texts.enumerated() { try merge.add(Array(text.utf8), named: "\(number)") }
        return try merge.joined().text
      } catch { return "\(error)" }
    }
    #expect(message(reports[2], reports[0], reports[1]) == whole)
    #expect(message(whole) == whole)
    #expect(
      message(reports[0], reports[2]) == "0: error: no report of shard 2/3; merge one report of each shard")
    #expect(message(reports[1]) == "0: error: no report of shard 1/3, 3/3; merge one report of each shard")
    #expect(
      message(reports[0], reports[1], reports[0])
        == "2: error: the report of shard 1/3, as '0' is; merge one report of each shard")
    let other =
      "1: error: of another run than '0'; the files, the rules and the number of shards must be the same"
    for report in [otherRules, otherFiles, otherCount] { #expect(message(reports[0], report) == other) }
    #expect(message(reports[0], otherFormat) == "1: error: not in the format of '0'")
    let noShard = "error: not the report of a shard; write one with 'recache lint --shard K/N'"
    #expect(message(whole, whole) == "1: \(noShard)")
    #expect(message(whole, reports[0]) == "0: \(noShard)")
  }
}
