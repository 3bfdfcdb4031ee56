import Foundation
import Testing

@testable import Linter
@testable import Rules

#if canImport(FoundationXML)
import FoundationXML
#endif

/// Whatever stands in a message or a path, other programs can read the report.
struct FormatTests {
  static func reports() throws -> [LintReport] {
    [
      try AwkwardProject.report(Configuration.shipped()), AwkwardProject.hostileReport,
      LintReport(files: 0, findings: [], problems: [], excerpts: SourceExcerpts()),
    ]
  }

  private func texts(_ format: ReportFormat) throws -> [(report: LintReport, text: String)] {
    let context = AwkwardProject.context(try Configuration.shipped())
    return try Self.reports().map { ($0, format.text(of: $0, context)) }
  }

  @Test(arguments: [ReportFormat.json, .sarif, .gitlab]) func isJSON(format: ReportFormat) throws {
    for (_, text) in try texts(format) {
      #expect(throws: Never.self) { try JSONSerialization.jsonObject(with: Data(text.utf8)) }
    }
  }

  @Test func everyLineOfJSONLinesIsAnObject() throws {
    for (report, text) in try texts(.jsonLines) {
      let lines = text.split(separator: "\n")
      #expect(lines.count == report.findings.count + report.problems.count + 1)
      for line in lines {
        #expect(try JSONSerialization.jsonObject(with: Data(line.utf8)) is [String: Any])
      }
      #expect(lines.last?.hasPrefix("{\"summary\": ") == true)
    }
  }

  @Test func fingerprintsOfGitLabAreUnique() throws {
    let report = try AwkwardProject.report(Configuration.shipped())
    var twice = report
    twice.findings = report.findings.flatMap { [$0, $0] }
    let entries =
      try JSONSerialization.jsonObject(with: Data(GitLabReport.text(twice).utf8)) as? [[String: Any]]
    let prints = try #require(entries).compactMap { $0["fingerprint"] as? String }
    #expect(prints.count == twice.findings.count && Set(prints).count == prints.count)
  }

  @Test(arguments: [ReportFormat.checkstyle, .junit]) func isXML(format: ReportFormat) throws {
    for (report, text) in try texts(format) {
      let reader = ElementReader()
      let parser = XMLParser(data: Data(text.utf8))
      parser.delegate = reader
      #expect(parser.parse(), "\(String(describing: parser.parserError)): \(text)")
      if format == .checkstyle {
        #expect(reader.names["error", default: 0] == report.findings.count + report.problems.count)
      } else {
        #expect(reader.names["failure", default: 0] == report.findings.count)
        #expect(reader.names["error", default: 0] == report.problems.count)
        #expect(reader.names["testcase", default: 0] == max(1, report.findings.count + report.problems.count))
      }
    }
  }

  @Test func gitHubCommandsAreALineEach() throws {
    for (report, text) in try texts(.github) {
      let lines = text.split(separator: "\n")
      #expect(lines.count == report.findings.count + report.problems.count)
      for line in lines {
        let command = line.dropFirst(2).split(separator: "::", maxSplits: 1).map(String.init)
        let head = try #require(command.first, "\(line)").split(separator: " ", maxSplits: 1).map(String.init)
        #expect(line.hasPrefix("::") && command.count == 2 && head.count == 2, "\(line)")
        #expect(["error", "warning", "notice"].contains(head.first), "\(line)")
        for property in (head.last ?? "").split(separator: ",") {
          #expect(property.contains("="), "\(property)")
          #expect(!property.contains("%") || property.contains(/%(25|2C|3A|0A|0D)/), "\(property)")
        }
      }
      for (finding, line) in zip(report.findings, lines) {
        #expect(unescaped(String(line)).contains(finding.message))
      }
    }
  }

  private func unescaped(_ text: String) -> String {
    [("%0A", "\n"), ("%0D", "\r"), ("%3A", ":"), ("%2C", ","), ("%25", "%")].reduce(text) {
      $0.replacing($1.0, with: $1.1)
    }
  }

  @Test func everyRowOfTheTableHasItsCells() throws {
    for (report, text) in try texts(.markdown) {
      let rows = text.split(separator: "\n").filter { $0.hasPrefix("|") }
      #expect(rows.count == (report.findings.isEmpty ? 0 : report.findings.count + 2))
      for row in rows { #expect(row.replacing("\\|", with: "").count { $0 == "|" } == 6, "\(row)") }
    }
    #expect(MarkdownText.prose("'@cache' is 'a|b', it's") == "`@cache` is `a\\|b`, it's")
    #expect(MarkdownText.prose("mail @someone *now*") == "mail <span>@</span>someone \\*now\\*")
    #expect(MarkdownText.code("a`b``c") == "```a`b``c```")
    #expect(MarkdownText.code("`a`") == "`` `a` ``")
    // A mark behind a sign makes one character of both, but not for Markdown.
    #expect(MarkdownText.code("a`\u{301}|\u{301}") == "``a`\u{301}\\|\u{301}``")
    #expect(MarkdownText.prose("<\u{301}b> @\u{301}x") == "&lt;\u{301}b&gt; <span>@</span>\u{301}x")
  }

  @Test(arguments: [ReportFormat.text, .xcode]) func noTextControlsATerminalOrBeginsALine(
    format: ReportFormat
  ) throws {
    for (report, text) in try texts(format) {
      let lines = report.findings.reduce(report.problems.count) { $0 + 1 + $1.notes.count }
      #expect(
        text.unicodeScalars.count { $0 == "\n" } == (format == .text ? lines - report.problems.count : lines))
      #expect(text.unicodeScalars.allSatisfy { $0 == "\n" || $0.properties.generalCategory != .control })
    }
  }

  @Test func xcodeHasALineForEveryFindingAndNote() throws {
    for (report, text) in try texts(.xcode) {
      let lines = text.split(separator: "\n")
      let notes = report.findings.reduce(0) { $0 + $1.notes.count }
      #expect(lines.count == report.findings.count + notes + report.problems.count)
      #expect(lines.allSatisfy { $0.hasPrefix("/project/") })
    }
  }
}

/// Counts the elements of an XML document.
private final class ElementReader: NSObject, XMLParserDelegate {
  private(set) var names: [String: Int] = [:]

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
    attributes: [String: String]
  ) {
    names[name, default: 0] += 1
  }
}
