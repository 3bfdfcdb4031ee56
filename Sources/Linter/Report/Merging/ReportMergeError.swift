package import Rules

/// Why reports cannot be joined.
package struct ReportMergeError: Error, Hashable, CustomStringConvertible {
  package enum Reason: Hashable, Sendable {
    case unreadable(SystemError)
    case notJSON(JSONFault)
    case notAReport
    case ofFix
    /// Beside others a report has to be of a shard.
    case ofNoShard
    case otherFormat(other: String)
    case otherRun(other: String)
    case givenTwice(Shard, other: String)
    case sameFile(path: String, other: String)
    case otherValue(key: String, other: String)
    /// The first of them, and how many there are.
    case missing([Shard], count: Int)
  }

  package var report: String
  package var reason: Reason

  package init(report: String, _ reason: Reason) {
    self.report = report
    self.reason = reason
  }

  package var description: String {
    switch reason {
    case .unreadable(let error): "\(report): error: cannot be read: \(error.text)"
    case .notJSON(let fault): "\(report):\(fault.line):\(fault.column): error: \(fault.reason.rawValue)"
    case .notAReport:
      "\(report): error: not a report of 'recache lint'; write one with '--format json' or '--format sarif'"
    case .ofFix: "\(report): error: a report of 'recache fix'; only those of 'recache lint' can be merged"
    case .ofNoShard: "\(report): error: not the report of a shard; write one with 'recache lint --shard K/N'"
    case .otherFormat(let other): "\(report): error: not in the format of '\(other)'"
    case .otherRun(let other):
      "\(report): error: of another run than '\(other)'; the files, the rules and the number of shards must be the same"
    case .givenTwice(let shard, let other):
      "\(report): error: the report of shard \(shard), as '\(other)' is; merge one report of each shard"
    case .sameFile(let path, let other):
      "\(report): error: reports on '\(path)' as '\(other)' does; merge one report of each shard"
    case .otherValue(let key, let other): "\(report): error: its '\(key)' is not that of '\(other)'"
    case .missing(let shards, let count):
      "\(report): error: no report of shard \(shards.map(\.description).joined(separator: ", "))"
        + (count > shards.count ? " and \(count - shards.count) more" : "")
        + "; merge one report of each shard"
    }
  }
}
