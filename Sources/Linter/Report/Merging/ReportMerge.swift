import Rules

/// Joins the reports of a run's shards into the report that one run would have written, byte for byte.
///
/// Each report says which shard it is of and which run; so one that is missing, given twice or of another run is told.
/// A file belongs to one shard, whose report has its findings in their order: it is enough to sort the files.
package struct ReportMerge {
  private var reports: [ShardReport] = []

  package init() {}

  /// Takes in one report.
  ///
  /// - Parameter name: Of its file, for errors.
  /// - Throws: What is wrong with it, or with it beside those before it.
  package mutating func add(_ bytes: [UInt8], named name: String) throws(ReportMergeError) {
    let report = try ShardReport(reading: bytes, named: name)
    if let first = reports.first { try check(report, beside: first) }
    reports.append(report)
  }

  private func check(_ report: ShardReport, beside first: ShardReport) throws(ReportMergeError) {
    guard report.form == first.form else {
      throw ReportMergeError(report: report.name, .otherFormat(other: first.name))
    }
    guard let own = report.share else { throw ReportMergeError(report: report.name, .ofNoShard) }
    guard let other = first.share else { throw ReportMergeError(report: first.name, .ofNoShard) }
    guard own.shard.count == other.shard.count, own.run == other.run else {
      throw ReportMergeError(report: report.name, .otherRun(other: first.name))
    }
    if let twin = reports.first(where: { $0.share?.shard == own.shard }) {
      throw ReportMergeError(report: report.name, .givenTwice(own.shard, other: twin.name))
    }
    for key in report.constants.keys.sorted() where report.constants[key] != first.constants[key] {
      throw ReportMergeError(report: report.name, .otherValue(key: key, other: first.name))
    }
  }

  /// The joined report, and how the joined run ended.
  ///
  /// - Throws: Which shards are missing.
  package func joined() throws(ReportMergeError) -> (text: String, outcome: LintReport.Outcome) {
    guard let first = reports.first else { return ("", .clean) }
    if let share = first.share {
      let given = Set(reports.compactMap { $0.share?.shard.number })
      let missing = (1...share.shard.count).lazy.filter { !given.contains($0) }.prefix(10)
      guard missing.isEmpty else {
        throw ReportMergeError(
          report: first.name,
          .missing(
            missing.compactMap { Shard($0, of: share.shard.count) }, count: share.shard.count - given.count))
      }
    }
    var seen: [String: String] = [:]
    for report in reports {
      for path in Set(report.findings.map(\.path)) {
        if let other = seen.updateValue(report.name, forKey: path) {
          throw ReportMergeError(report: report.name, .sameFile(path: path, other: other))
        }
      }
    }
    let findings = Self.sorted(reports.flatMap(\.findings))
    let problems = Self.sorted(reports.flatMap(\.problems))
    let outcome: LintReport.Outcome = problems.isEmpty ? (findings.isEmpty ? .clean : .findings) : .incomplete
    let text = ShardReport.text(of: reports, findings: findings.map(\.value), problems: problems.map(\.value))
    return (text, outcome)
  }

  /// By path and line; what is equal in both stays in its order.
  private static func sorted(_ entries: [ShardReport.Entry]) -> [ShardReport.Entry] {
    entries.enumerated().sorted { left, right in
      if left.element.path != right.element.path {
        return PathText.precedes(left.element.path, right.element.path)
      }
      return (left.element.line, left.offset) < (right.element.line, right.offset)
    }.map(\.element)
  }
}

/// Reads a report from a file.
package func readReport(_ path: String) throws(ReportMergeError) -> [UInt8] {
  do throws(FileContentsError) { return try contents(of: path) } catch {
    switch error {
    case .system(let error): throw ReportMergeError(report: path, .unreadable(error))
    case .notAFile, .tooLarge: throw ReportMergeError(report: path, .notAReport)
    }
  }
}
