import Rules

/// A report as it was read, taken apart into what is listed, what is added up and what must be the same in all.
struct ShardReport {
  enum Form: Hashable { case json, sarif }

  struct Entry {
    var path: String
    /// 0 where it is about no line.
    var line: Int
    var value: JSONText
  }

  let name: String
  let form: Form
  let share: ReportShare?
  let findings: [Entry]
  let problems: [Entry]
  /// What must be the same in all reports.
  let constants: [String: JSONText]
  private let whole: JSONText

  init(reading bytes: [UInt8], named name: String) throws(ReportMergeError) {
    let whole: JSONText
    do throws(JSONFault) { whole = try JSONText(reading: bytes) } catch {
      throw ReportMergeError(report: name, .notJSON(error))
    }
    self.name = name
    self.whole = whole
    guard whole["fixed"] == nil else { throw ReportMergeError(report: name, .ofFix) }
    let parts = whole["runs"] == nil ? Self.json(whole) : Self.sarif(whole)
    guard let parts else { throw ReportMergeError(report: name, .notAReport) }
    (form, findings, problems) = (parts.form, parts.findings, parts.problems)
    (share, constants) = (parts.share, parts.constants)
  }

  private struct Parts {
    var form: Form
    var share: ReportShare?
    var findings: [Entry]
    var problems: [Entry]
    var constants: [String: JSONText]
  }

  // MARK: - JSON

  private static func json(_ whole: JSONText) -> Parts? {
    func entry(_ value: JSONText) -> Entry? {
      value["path"]?.stringValue.map { path in
        Entry(path: path, line: value["start"]?["line"]?.numberValue ?? 0, value: value)
      }
    }
    guard whole["version"] == .number(1), case .object? = whole["summary"],
      let findings = entries(whole["findings"], entry),
      let problems = entries(whole["errors"] ?? .array([]), entry),
      let share = share(whole["shard"])
    else { return nil }
    return Parts(form: .json, share: share.value, findings: findings, problems: problems, constants: [:])
  }

  /// - Returns: `nil` where a value is no share; no value where there is none.
  private static func share(_ value: JSONText?) -> (value: ReportShare?, Void)? {
    guard let value else { return (nil, ()) }
    return ReportShare(value).map { ($0, ()) }
  }

  private static func entries(_ list: JSONText?, _ entry: (JSONText) -> Entry?) -> [Entry]? {
    guard let values = list?.arrayValue else { return nil }
    let entries = values.compactMap(entry)
    return entries.count == values.count ? entries : nil
  }

  // MARK: - SARIF

  private static func sarif(_ whole: JSONText) -> Parts? {
    func entry(_ value: JSONText) -> Entry? {
      guard let location = value["locations"]?.arrayValue?.first?["physicalLocation"],
        let uri = location["artifactLocation"]?["uri"]?.stringValue
      else { return nil }
      let line = location["region"]?["startLine"]?.numberValue ?? 0
      return Entry(path: SARIFReport.path(uri), line: line, value: value)
    }
    guard whole["version"] == .string("2.1.0"), let runs = whole["runs"]?.arrayValue, runs.count == 1,
      let driver = runs[0]["tool"]?["driver"], driver["name"] == .string("recache"),
      let invocations = runs[0]["invocations"]?.arrayValue, invocations.count == 1,
      let findings = entries(runs[0]["results"], entry),
      let problems = entries(invocations[0]["toolExecutionNotifications"] ?? .array([]), entry),
      let share = share(runs[0]["properties"]?["shard"])
    else { return nil }
    return Parts(
      form: .sarif, share: share.value, findings: findings, problems: problems, constants: ["tool": driver])
  }

  // MARK: - Joining

  /// The report of all.
  static func text(of reports: [ShardReport], findings: [JSONText], problems: [JSONText]) -> String {
    guard let first = reports.first else { return "" }
    switch first.form {
    case .json:
      let sums = reports.compactMap { $0.whole["summary"] }
      return JSONReport.object(
        share: nil, findings: findings, fixed: nil, problems: problems, summary: sum(sums)
      ).text
    case .sarif:
      let driver = first.constants["tool"] ?? .object([])
      return SARIFReport.object(driver: driver, share: nil, results: findings, notifications: problems).text
    }
  }

  /// The numbers of objects added up, key by key.
  private static func sum(_ objects: [JSONText]) -> JSONText {
    var sums: [JSONText.Member] = []
    for case .object(let members) in objects {
      for member in members {
        guard let known = sums.firstIndex(where: { $0.key == member.key }) else {
          sums.append(member)
          continue
        }
        let parts = (sums[known].value.numberValue ?? 0, member.value.numberValue ?? 0)
        let (sum, isTooLarge) = parts.0.addingReportingOverflow(parts.1)
        sums[known].value = .number(isTooLarge ? .max : sum)
      }
    }
    return .object(sums)
  }
}
