import Rules

/// Which shard of which run a report is about; it stands in the report until all of them are merged.
package struct ReportShare: Hashable, Sendable {
  package var shard: Shard
  /// The same for all shards of a run: a digest of the rules in force and the files of all shards.
  package var run: String

  init(shard: Shard, run: String) {
    self.shard = shard
    self.run = run
  }

  /// `nil` for a value that is none.
  init?(_ value: JSONText) {
    guard let number = value["number"]?.numberValue, let count = value["count"]?.numberValue,
      let shard = Shard(number, of: count), let run = value["run"]?.stringValue
    else { return nil }
    self.init(shard: shard, run: run)
  }

  var json: JSONText {
    .object([
      "number": .number(shard.number), "count": .number(shard.count), "run": .string(run),
    ])
  }
}

extension LintScope {
  /// The share of a run that is about these files; `nil` where it is about all of them.
  func share(_ request: LintRequest) -> ReportShare? {
    guard request.shard.count > 1 else { return nil }
    var digest = ContentDigest()
    digest.add(CanonicalText.of(request.configuration))
    for rule in request.rules { digest.add(rule.description.id) }
    for path in shown.sorted() { digest.add(path) }
    return ReportShare(shard: request.shard, run: String(digest.text.prefix(32)))
  }
}
