import Foundation
import Testing

@testable import Linter
@testable import Rules

/// What every format prints, byte for byte, for a project full of awkward cases and for one without findings.
///
/// `RECORD=1 swift test --filter GoldenReportTests` records the files anew, and fails, so that nobody records by
/// accident.
struct GoldenReportTests {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Golden")

  @Test(arguments: ReportFormat.allCases) func theReportIsWhatWasRecorded(format: ReportFormat) throws {
    let configuration = try Configuration.shipped()
    let context = AwkwardProject.context(configuration)
    let report = try AwkwardProject.report(configuration)
    #expect(report.findings.count >= 7 && report.problems.count == 1)
    try expect(format.text(of: report, context), in: "awkward.\(format.rawValue).txt")
    try expect(format.text(of: AwkwardProject.hostileReport, context), in: "hostile.\(format.rawValue).txt")
    let clean = LintReport(files: 3, findings: [], problems: [], excerpts: SourceExcerpts())
    try expect(format.text(of: clean, context), in: "clean.\(format.rawValue).txt")
  }

  @Test func statisticsAreWhatWasRecorded() throws {
    let statistics = Statistics(of: try AwkwardProject.report(Configuration.shipped()))
    try expect(statistics.text, in: "statistics.txt")
    try expect(statistics.json.text, in: "statistics.json.txt")
  }

  private func expect(_ text: String, in name: String) throws {
    let file = Self.folder.appending(path: name)
    let recorded = try? String(contentsOf: file, encoding: .utf8)
    if ProcessInfo.processInfo.environment["RECORD"] == "1", recorded != text {
      try FileManager.default.createDirectory(at: Self.folder, withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file)
      Issue.record("\(name) was recorded; run the test again without RECORD")
      return
    }
    // Compared as bytes: two spellings of one character are equal as strings.
    #expect(recorded.map { Array($0.utf8) } == Array(text.utf8), "\(name):\n\(text)")
  }
}
