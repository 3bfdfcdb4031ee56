package import Rules

/// Joins the JSON reports of a run's shards into the report that one run would have written, byte for byte.
package struct ReportMerge {
  private var merged: [JSONText.Member] = []
  private var paths: [String: String] = [:]
  private var findings: [(key: FindingKey, value: JSONText)] = []
  private var errors: [JSONText] = []

  package init() {}

  /// Takes in one report.
  ///
  /// - Parameter name: Of its file, for errors.
  package mutating func add(_ bytes: [UInt8], named name: String) throws(ReportMergeError) {
    let report: JSONText
    do throws(JSONFault) { report = try JSONText(reading: bytes) } catch {
      throw ReportMergeError(report: name, .notJSON(error))
    }
    guard case .object(let members) = report, report["version"] == .number(1),
      let own = report["findings"]?.arrayValue, case .object = report["summary"]
    else { throw ReportMergeError(report: name, .notAReport) }
    guard report["fixed"] == nil else { throw ReportMergeError(report: name, .ofFix) }
    for finding in own {
      guard let key = FindingKey(finding) else { throw ReportMergeError(report: name, .notAReport) }
      if let other = paths[key.path], other != name {
        throw ReportMergeError(report: name, .sameFile(path: key.path, other: other))
      }
      paths[key.path] = name
      findings.append((key, finding))
    }
    errors += report["errors"]?.arrayValue ?? []
    try addMembers(members, name)
  }

  /// Numbers are added up; what is neither a list nor a number must be the same in all reports.
  private mutating func addMembers(
    _ members: [JSONText.Member], _ name: String
  ) throws(ReportMergeError) {
    var place = 0
    for member in members {
      guard let known = merged.firstIndex(where: { $0.key == member.key }) else {
        merged.insert(member, at: place)
        place += 1
        continue
      }
      place = known + 1
      guard let sum = Self.sum(merged[known].value, member.value) else {
        throw ReportMergeError(report: name, .otherValue(key: member.key))
      }
      if member.key != "version" { merged[known].value = sum }
    }
  }

  private static func sum(_ left: JSONText, _ right: JSONText) -> JSONText? {
    switch (left, right) {
    case (.number(let left), .number(let right)):
      let (sum, isTooLarge) = left.addingReportingOverflow(right)
      return isTooLarge ? nil : .number(sum)
    case (.array(let left), .array(let right)): return .array(left + right)
    case (.object(let left), .object(let right)):
      var members = left
      for member in right {
        guard let known = members.firstIndex(where: { $0.key == member.key }) else {
          members.append(member)
          continue
        }
        guard let sum = sum(members[known].value, member.value) else { return nil }
        members[known].value = sum
      }
      return .object(members)
    default: return left == right ? left : nil
    }
  }

  /// The joined report.
  package var text: String {
    let sorted = findings.enumerated().sorted { left, right in
      if left.element.key.precedes(right.element.key) { return true }
      return !right.element.key.precedes(left.element.key) && left.offset < right.offset
    }
    let problems = errors.enumerated().sorted { left, right in
      let (one, other) = (ProblemKey(left.element), ProblemKey(right.element))
      if one.precedes(other) { return true }
      return !other.precedes(one) && left.offset < right.offset
    }
    let members = merged.map { member in
      switch member.key {
      case "findings": JSONText.Member(key: member.key, value: .array(sorted.map(\.element.value)))
      case "errors": JSONText.Member(key: member.key, value: .array(problems.map(\.element)))
      default: member
      }
    }
    return JSONText.object(members).text
  }

  /// How the joined run ended.
  package var outcome: LintReport.Outcome {
    errors.isEmpty ? (findings.isEmpty ? .clean : .findings) : .incomplete
  }
}

/// What findings are sorted by.
private struct FindingKey {
  var path: String
  private var line: Int
  private var column: Int
  private var rule: String
  private var end: Int
  private var message: String

  init?(_ finding: JSONText) {
    guard let path = finding["path"]?.stringValue, let line = finding["start"]?["line"]?.numberValue,
      let column = finding["start"]?["column"]?.numberValue, let rule = finding["rule"]?.stringValue,
      let end = finding["end"]?["offset"]?.numberValue, let message = finding["message"]?.stringValue
    else { return nil }
    (self.path, self.line, self.column) = (path, line, column)
    (self.rule, self.end, self.message) = (rule, end, message)
  }

  func precedes(_ other: Self) -> Bool {
    if path != other.path { return PathText.precedes(path, other.path) }
    return (line, column, rule, end, message) < (
      other.line, other.column, other.rule, other.end, other.message
    )
  }
}

/// What errors are sorted by.
private struct ProblemKey {
  private let path: String
  private let offset: Int
  private let message: String

  init(_ problem: JSONText) {
    path = problem["path"]?.stringValue ?? ""
    offset = problem["start"]?["offset"]?.numberValue ?? -1
    message = problem["message"]?.stringValue ?? ""
  }

  func precedes(_ other: Self) -> Bool {
    if path != other.path { return PathText.precedes(path, other.path) }
    return (offset, message) < (other.offset, other.message)
  }
}

/// Why reports cannot be joined.
package struct ReportMergeError: Error, Hashable, CustomStringConvertible {
  package enum Reason: Hashable, Sendable {
    case unreadable(SystemError)
    case notJSON(JSONFault)
    case notAReport
    case ofFix
    case sameFile(path: String, other: String)
    case otherValue(key: String)
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
    case .notAReport: "\(report): error: not a report of 'recache lint'; write one with '--format json'"
    case .ofFix: "\(report): error: a report of 'recache fix'; only those of 'recache lint' can be merged"
    case .sameFile(let path, let other):
      "\(report): error: reports on '\(path)' as '\(other)' does; merge one report of each shard"
    case .otherValue(let key): "\(report): error: its '\(key)' is not that of the other reports"
    }
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
