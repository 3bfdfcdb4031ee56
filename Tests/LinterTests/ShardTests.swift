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

  @Test(arguments: [1, 2, 3, 7]) func mergedShardsAreOneRun(count: Int) throws {
    for seed in UInt64(0)..<4 {
      var files = GeneratedProject(seed: seed).files
      files["Sources/App/Deep.swift"] = "// cache\n" + String(repeating: "(", count: 10_000)
      let tree = try TemporaryTree(files)
      try tree.write([0xFF, 0x0A], to: "Sources/Core/Bytes.swift")
      func text(_ shard: Shard) throws -> String {
        var request = LintRequest(
          paths: [".", "none"], workingDirectory: tree.path, configuration: try Configuration.shipped(),
          workers: 2)
        request.shard = shard
        return JSONReport.text(Pipeline(request).lint())
      }
      var merge = ReportMerge()
      for number in (1...count).reversed() {
        let shard = try #require(Shard(number, of: count))
        try merge.add(Array(try text(shard).utf8), named: "\(number).json")
      }
      #expect(try merge.text == text(.whole), "seed \(seed)")
      #expect(merge.outcome == .incomplete)
    }
  }

  @Test(arguments: [
    ("", "a.json:1:1: error: the text ends too early"),
    ("{\"version\": 1,\n \"version\": 1}", "a.json:2:2: error: the key stands here for the second time"),
    ("[]", "a.json: error: not a report of 'recache lint'; write one with '--format json'"),
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

  @Test func theSameShardTwice() throws {
    let tree = try TemporaryTree(["A.swift": "import CacheRuntime\n@cache func f() -> Int { 1 }\n"])
    let request = LintRequest(
      paths: ["."], workingDirectory: tree.path, configuration: try Configuration.shipped())
    let bytes = Array(JSONReport.text(Pipeline(request).lint()).utf8)
    var merge = ReportMerge()
    try merge.add(bytes, named: "a.json")
    #expect(
      throws: ReportMergeError(report: "b.json", .sameFile(path: "A.swift", other: "a.json"))
    ) { try merge.add(bytes, named: "b.json") }
  }
}
